import { Empty, Input, Modal, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { targetText } from '#shared/rebate/target'
import type { Severity } from '#shared/rules/rule'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { FindingDetail } from '../../../app/grounds/FindingDetail'
import { openRoom } from '../../../app/navigation'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, nothingSelected, type GridColumn } from '../../../components/grid'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { fieldName } from '../field-names'
import { useAttempt } from '../../../app/useAttempt'
import { severityTones } from '../words'
import { useWizard } from '../wizard/context'
import { placeOf } from '../wizard/steps'
import { RunBar } from './RunBar'
import { SelfCheck } from './SelfCheck'
import { useFindings, type FindingRow } from './useFindings'

const severities = ['blocking', 'warning', 'info'] as const

function useFindingColumns(): GridColumn<FindingRow>[] {
  const { t } = useTranslation('rebate')
  const show = useText()
  const title = useColumnTitles('rebate', 'finding')
  return useMemo(
    () => [
      {
        key: 'severity',
        title: title('severity'),
        width: 70,
        format: (_v, { severity }) => t(`severity.${severity}`),
        render: (_v, { severity }) => (
          <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>
        ),
      },
      {
        key: 'rule',
        title: title('rule'),
        width: 84,
        format: (_v, { rule, official }) => (official ? t('finding.official') : rule),
      },
      { key: 'text', title: title('what'), width: 360, format: (_v, { text }) => show(text) },
      {
        key: 'target',
        title: title('where'),
        width: 210,
        format: (_v, { target }) => show(targetText(target)),
      },
      { key: 'field', title: title('field'), width: 110, format: (_v, { field }) => show(fieldName(field)) },
      { key: 'mark', title: title('mark'), width: 110, format: (_v, { mark }) => show(mark) },
      { key: 'dealt', title: title('dealt'), width: 160, format: (_v, { dealt }) => dealt?.reason ?? '' },
    ],
    [show, t, title],
  )
}

/** 疑点: everything the last 预检 found; nothing is hidden, what was dealt with says why. */
export function FindingsStep() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const title = useColumnTitles('rebate', 'step')
  const port = useBook()
  const act = useAttempt()
  const { batch, go } = useWizard()
  const { run } = batch
  const findings = useFindings(batch.id, run?.run)
  const columns = useFindingColumns()
  const [opened, setOpened] = useState<FindingRow>()
  const [dealing, setDealing] = useState<string>()
  const { choice, setChoice, selection } = findings
  const deal = async (ids: string[], reason: string) => {
    await act(() => port.dealWithRebateFindings(batch.id, ids, reason))
    setOpened(undefined)
  }
  const dealPicked = async () => {
    const reason = dealing?.trim()
    setDealing(undefined)
    if (!reason) return
    await deal(await findings.selected(), reason)
    findings.setSelection(nothingSelected)
  }
  const jump = (finding: FindingRow) => {
    const place = placeOf(finding)
    if (place) go(place.step, place.focus)
    else openRoom('rebate', { face: 'rates' })
  }
  const nothingPicked = selection.mode === 'some' && selection.ids.size === 0
  return (
    <div className="face-page" data-help="rebate.findings">
      <RunBar />
      <SelfCheck />
      {run && (
        <div className="face-tools" role="toolbar" aria-label={t('tools')}>
          <Segmented<Severity | ''>
            aria-label={t('finding.severity')}
            value={choice.severity ?? ''}
            onChange={(severity) => {
              const { severity: _old, ...others } = choice
              setChoice(severity ? { ...others, severity } : others)
            }}
            options={[
              { value: '' as const, label: t('finding.all') },
              ...severities.map((value) => ({
                value,
                label: `${t(`severity.${value}`)} ${run.counts[value]}`,
              })),
            ]}
          />
          <Select
            className="face-choice-wide"
            aria-label={t('finding.rule')}
            value={choice.rule ?? ''}
            onChange={(rule) => {
              const { rule: _old, ...others } = choice
              setChoice(rule ? { ...others, rule } : others)
            }}
            options={[
              { value: '', label: t('allOf', { title: t('finding.rule') }) },
              ...findings.rules.map(({ rule, count }) => ({ value: rule, label: `${rule} (${count})` })),
            ]}
          />
          <Segmented
            aria-label={t('finding.dealt')}
            value={choice.dealt === undefined ? '' : choice.dealt ? 'yes' : 'no'}
            onChange={(dealt) => {
              const { dealt: _old, ...others } = choice
              setChoice(dealt === '' ? others : { ...others, dealt: dealt === 'yes' })
            }}
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
            onChange={({ target }) => {
              const { text: _old, ...others } = choice
              setChoice(target.value ? { ...others, text: target.value } : others)
            }}
          />
          <span className="face-space" />
          <ActButton does="dealWithRebateFindings" disabled={nothingPicked} onClick={() => setDealing('')}>
            {t('finding.dealPicked')}
          </ActButton>
        </div>
      )}
      {run && (
        <div className="face-split">
          <div className="face-grid">
            <Grid<FindingRow>
              id="rebate-findings"
              label={title('findings')}
              columns={columns}
              source={findings.source}
              selection={selection}
              onSelect={findings.setSelection}
              onOpen={setOpened}
              totals={{ filter: { rows: findings.source.total } }}
              empty={<p>{t('finding.none')}</p>}
            />
          </div>
          <aside className="face-card face-aside" aria-label={t('detail')} aria-live="polite">
            {opened ? (
              <FindingDetail
                key={opened.id}
                finding={opened}
                grade={{ tone: severityTones[opened.severity], word: t(`severity.${opened.severity}`) }}
                {...(opened.official && { by: t('finding.official') })}
                field={opened.field && show(fieldName(opened.field))}
                help="rebate.finding"
                does="dealWithRebateFindings"
                onJump={() => jump(opened)}
                onDeal={(reason) => void deal([opened.id], reason)}
              />
            ) : (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('open')} />
            )}
          </aside>
        </div>
      )}
      {dealing !== undefined && (
        <Modal
          open
          title={t('finding.dealPicked')}
          okText={t('finding.deal')}
          cancelText={t('cancel')}
          okButtonProps={{ disabled: dealing.trim() === '' }}
          onOk={() => void dealPicked()}
          onCancel={() => setDealing(undefined)}
        >
          <label className="face-field">
            {t('finding.reason')}
            <Input
              autoFocus
              value={dealing}
              onChange={({ target }) => setDealing(target.value)}
              onPressEnter={(event) => {
                if (!event.nativeEvent.isComposing) void dealPicked()
              }}
            />
          </label>
        </Modal>
      )}
    </div>
  )
}
