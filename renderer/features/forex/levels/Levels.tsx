import { FileExcelOutlined } from '@ant-design/icons'
import { Alert, Empty, Segmented, Table } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '#shared/forex/ledger/levels'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'
import { ImportButton } from '../sources/ImportButton'
import { useSheets } from '../useSheets'
import { Movements } from './Movements'
import { Settlements } from './Settlements'
import { Suggestion } from './Suggestion'

const levels = ['platform', 'institution', 'bank'] as const

/** Every place where the levels do not agree, with the difference. */
function Gaps() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.forexGaps(), useForexChanges())
  const gaps = (value ?? []) as Gap[]
  const at = (level: Gap['level']) => gaps.filter((gap) => gap.level === level).length
  return (
    <section className="face-page" aria-label={t('gap.title')} data-help="forex.gaps">
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <div className="face-tools">
        {levels.map((level) => (
          <StateTag key={level} tone={at(level) > 0 ? 'bad' : 'good'}>
            {t(`level.${level}`)} {t(at(level) > 0 ? 'gap.count' : 'gap.agrees', { count: at(level) })}
          </StateTag>
        ))}
      </div>
      <Table<Gap>
        size="small"
        rowKey={({ level, kind, target, currency }) => `${level} ${kind} ${target} ${currency}`}
        dataSource={gaps}
        loading={state === 'loading' && !value}
        pagination={{ pageSize: 12, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('gap.none')} /> }}
        columns={[
          { key: 'level', title: t('gap.level'), width: 120, render: (_v, { level }) => t(`level.${level}`) },
          { key: 'kind', title: t('gap.kind'), render: (_v, { kind }) => t(`gapKind.${kind}`) },
          { key: 'target', title: t('gap.target'), ellipsis: true, render: (_v, { target }) => target },
          { key: 'currency', title: t('credit.currency'), width: 88, render: (_v, { currency }) => currency },
          {
            key: 'difference',
            title: t('gap.difference'),
            width: 140,
            align: 'right',
            render: (_v, { difference, currency }) => <b>{showAmount(difference, currency)}</b>,
          },
          { key: 'fix', title: t('gap.fix'), render: (_v, { kind }) => t(`gapFix.${kind}`) },
        ]}
      />
    </section>
  )
}

const parts = { gaps: Gaps, settlements: Settlements, movements: Movements } as const satisfies Record<
  string,
  ComponentType
>
type Part = keyof typeof parts

/** 三级勾稽: platform settlement → account at the institution → bank credit, each balanced in itself and to the next. */
export function Levels() {
  const { t } = useTranslation('forex')
  const [part, setPart] = useState<Part>('gaps')
  const [suggesting, setSuggesting] = useState(false)
  const { busy, save } = useSheets()
  const Shown = parts[part]
  return (
    <div className="face-page" data-help="forex.levels">
      <div className="face-tools">
        <Segmented<Part>
          aria-label={t('face.levels')}
          value={part}
          onChange={setPart}
          options={(Object.keys(parts) as Part[]).map((value) => ({ value, label: t(`levelPart.${value}`) }))}
        />
        <span className="face-space" />
        <ImportButton kind="settlement" />
        <ActButton does="applyForexSuggestion" onClick={() => setSuggesting(true)}>
          {t('suggestion.ask')}
        </ActButton>
        <ActButton
          does="forexTables"
          icon={<FileExcelOutlined />}
          loading={busy === 'excel'}
          onClick={() => void save('excel', 'gaps')}
        >
          {t('output.excel')}
        </ActButton>
      </div>
      <Shown />
      {suggesting && <Suggestion onClose={() => setSuggesting(false)} />}
    </div>
  )
}
