import { Alert, Empty, Segmented, Table } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { ForexStatementView } from '../../../data/port'
import { useForexChanges } from '../changes'
import { Entries } from './Entries'
import { ImportButton, type SourceKind } from './ImportButton'
import { Quotes, Rates } from './Rates'

/** Statements as they were imported: opening, closing and what the entries make of them. */
function Statements() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.forexStatements(), useForexChanges())
  const money = (amount: string | null, currency: string) =>
    amount === null ? '—' : showAmount(amount, currency)
  return (
    <section className="face-page" aria-label={t('source.statements')} data-help="forex.statements">
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<ForexStatementView>
        size="small"
        rowKey={({ importId, account, currency }) => `${importId} ${account} ${currency}`}
        dataSource={(value ?? []) as ForexStatementView[]}
        loading={state === 'loading' && !value}
        pagination={{ pageSize: 15, hideOnSinglePage: true }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('statement.none')} />,
        }}
        columns={[
          { key: 'file', title: t('statement.file'), ellipsis: true, render: (_v, { file }) => file },
          { key: 'at', title: t('statement.at'), width: 150, render: (_v, { at }) => showTime(at) },
          {
            key: 'account',
            title: t('credit.account'),
            ellipsis: true,
            render: (_v, { account }) => account,
          },
          { key: 'currency', title: t('credit.currency'), width: 88, render: (_v, { currency }) => currency },
          {
            key: 'entries',
            title: t('statement.entries'),
            width: 64,
            align: 'right',
            render: (_v, one) => one.entries,
          },
          ...(['opening', 'credits', 'debits', 'closing', 'computedClosing'] as const).map((figure) => ({
            key: figure,
            title: t(`statement.${figure}`),
            width: 120,
            align: 'right' as const,
            render: (_v: unknown, one: ForexStatementView) => money(one[figure], one.currency),
          })),
          {
            key: 'balanced',
            title: t('statement.state'),
            width: 110,
            render: (_v, { balanced }) => (
              <StateTag tone={balanced === null ? 'neutral' : balanced ? 'good' : 'bad'}>
                {t(balanced === null ? 'balance.untold' : balanced ? 'balance.yes' : 'balance.no')}
              </StateTag>
            ),
          },
        ]}
      />
    </section>
  )
}

const parts = {
  statements: Statements,
  entries: Entries,
  rates: Rates,
  quotes: Quotes,
} as const satisfies Record<string, ComponentType>
type Part = keyof typeof parts
const kindOf: Readonly<Record<Part, SourceKind>> = {
  statements: 'bank',
  entries: 'bank',
  rates: 'safe-rates',
  quotes: 'bank-quotes',
}

/** 银行与汇率: statements and their entries, SAFE's rates by month, prices of banks. */
export function Sources() {
  const { t } = useTranslation('forex')
  const [part, setPart] = useState<Part>('statements')
  const Shown = parts[part]
  return (
    <div className="face-page" data-help="forex.sources">
      <div className="face-tools">
        <Segmented<Part>
          aria-label={t('face.sources')}
          value={part}
          onChange={setPart}
          options={(Object.keys(parts) as Part[]).map((value) => ({ value, label: t(`source.${value}`) }))}
        />
        <span className="face-space" />
        <ImportButton kind={kindOf[part]} />
      </div>
      <Shown />
    </div>
  )
}
