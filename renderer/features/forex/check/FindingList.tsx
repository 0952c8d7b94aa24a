import { Empty, Input, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forexSeverities, type ForexSeverity } from '#shared/forex/cite'
import { useBook } from '../../../app/book'
import { FindingDetail } from '../../../app/grounds/FindingDetail'
import { useAttempt } from '../../../app/useAttempt'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type GridColumn } from '../../../components/grid'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ForexFindingView } from '../../../data/port'
import { fieldName } from '../field-names'
import { severityTones } from '../words'
import { useFindings, type FindingRow } from './useFindings'

function useFindingColumns(): GridColumn<FindingRow>[] {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'finding')
  return useMemo(
    () => [
      {
        key: 'severity',
        title: title('severity'),
        width: 84,
        format: (_v, { severity }) => t(`severity.${severity}`),
        render: (_v, { severity }) => (
          <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>
        ),
      },
      { key: 'rule', title: title('rule'), width: 78 },
      { key: 'text', title: title('what'), width: 380, format: (_v, { text }) => show(text) },
      { key: 'target', title: title('where'), width: 170 },
      { key: 'field', title: title('field'), width: 100, format: (_v, finding) => show(fieldName(finding)) },
      { key: 'mark', title: title('mark'), width: 110, format: (_v, { mark }) => show(mark) },
      { key: 'dealt', title: title('dealt'), width: 150, format: (_v, { dealt }) => dealt?.reason ?? '' },
    ],
    [show, t, title],
  )
}

type Props = {
  run: number | undefined
  /** Only those of one credit. */
  credit?: string
  onJump: (finding: ForexFindingView) => void
}

/** Everything the last 预检 found; nothing is hidden, what was dealt with says why. */
export function FindingList({ run, credit, onJump }: Props) {
  const { t } = useTranslation('forex')
  const show = useText()
  const title = useColumnTitles('forex', 'finding')
  const port = useBook()
  const attempt = useAttempt()
  const columns = useFindingColumns()
  const { choice, setChoice, source, rules } = useFindings(run, credit)
  const [opened, setOpened] = useState<FindingRow>()
  const deal = async (finding: ForexFindingView, reason: string) => {
    const credits = credit === undefined ? finding.credits : [credit]
    await attempt(async () => {
      for (const one of credits) await port.dealWithForexFindings(one, [finding.id], reason)
    })
    setOpened(undefined)
  }
  const choose = (change: Partial<Record<keyof typeof choice, unknown>>) => {
    const next = Object.entries({ ...choice, ...change }).filter(([, value]) => value !== '')
    setChoice(Object.fromEntries(next))
  }
  return (
    <>
      <div className="face-tools" role="toolbar" aria-label={t('tools')}>
        <Segmented<ForexSeverity | ''>
          aria-label={t('finding.severity')}
          value={choice.severity ?? ''}
          onChange={(severity) => choose({ severity })}
          options={[
            { value: '' as const, label: t('finding.all') },
            ...forexSeverities.map((value) => ({ value, label: t(`severity.${value}`) })),
          ]}
        />
        <Select
          className="face-choice-wide"
          aria-label={t('finding.rule')}
          value={choice.rule ?? ''}
          onChange={(rule: string) => choose({ rule })}
          options={[
            { value: '', label: t('finding.anyRule') },
            ...rules.map(({ rule, count }) => ({ value: rule, label: `${rule} (${count})` })),
          ]}
        />
        <Segmented
          aria-label={t('finding.dealt')}
          value={choice.dealt === undefined ? '' : choice.dealt ? 'yes' : 'no'}
          onChange={(dealt) => choose({ dealt: dealt === '' ? '' : dealt === 'yes' })}
          options={(['', 'no', 'yes'] as const).map((value) => ({
            value,
            label: t(`finding.dealtIs.${value || 'all'}`),
          }))}
        />
        <Input
          className="face-word"
          allowClear
          aria-label={t('finding.search')}
          placeholder={t('finding.search')}
          value={choice.text ?? ''}
          onChange={({ target }) => choose({ text: target.value })}
        />
      </div>
      <div className="face-split">
        <div className="face-grid">
          <Grid<FindingRow>
            id={credit === undefined ? 'forex-findings' : 'forex-credit-findings'}
            label={title('title')}
            columns={columns}
            source={source}
            onOpen={setOpened}
            totals={{ filter: { rows: source.total } }}
            empty={<p>{t('finding.none')}</p>}
          />
        </div>
        <aside className="face-card face-aside" aria-label={t('detail')} aria-live="polite">
          {opened ? (
            <FindingDetail
              key={opened.id}
              finding={opened}
              grade={{ tone: severityTones[opened.severity], word: t(`severity.${opened.severity}`) }}
              field={show(fieldName(opened))}
              help="forex.finding"
              does="dealWithForexFindings"
              onJump={() => onJump(opened)}
              onDeal={(reason) => void deal(opened, reason)}
            />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('open')} />
          )}
        </aside>
      </div>
    </>
  )
}
