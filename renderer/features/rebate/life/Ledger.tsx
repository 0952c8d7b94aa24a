import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LedgerMonth } from '#shared/rebate/life/ledger'
import { sum } from '#shared/money/decimal'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import { useRebateChanges } from '../changes'

const money = ['declared', 'refunded', 'held', 'open'] as const

/** 退税台账: declared, refunded, held and still open by month of export. */
export function Ledger() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.rebateLedger(), useRebateChanges())
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const months = value as LedgerMonth[] | undefined
  const yuan = (amount: string) => showAmount(amount, 'CNY')
  const columns: TableColumnsType<LedgerMonth> = [
    { key: 'month', title: t('ledger.month'), width: 110, render: (_v, { month }) => month },
    {
      key: 'lines',
      title: t('ledger.lines'),
      width: 100,
      align: 'right',
      render: (_v, { lines }) => groupDigits(String(lines)),
    },
    ...money.map((key) => ({
      key,
      title: t(`ledger.${key}`),
      align: 'right' as const,
      render: (_v: unknown, month: LedgerMonth) => yuan(month[key]),
    })),
  ]
  return (
    <div className="face-page face-scroll" data-help="rebate.ledger">
      <p className="face-note">{t('ledger.says')}</p>
      <Table<LedgerMonth>
        size="small"
        rowKey="month"
        columns={columns}
        dataSource={months}
        loading={state === 'loading' && !months}
        pagination={{ pageSize: 24, hideOnSinglePage: true }}
        summary={(shown) =>
          shown.length > 0 && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>
                <b>{t('ledger.total')}</b>
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <b>{groupDigits(String(shown.reduce((all, { lines }) => all + lines, 0)))}</b>
              </Table.Summary.Cell>
              {money.map((key, at) => (
                <Table.Summary.Cell key={key} index={at + 2} align="right">
                  <b>{yuan(sum(shown.map((month) => month[key])))}</b>
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ledger.none')} /> }}
      />
    </div>
  )
}
