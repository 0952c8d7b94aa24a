import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { taxKindNames, taxKinds } from '#shared/import-tax/tax-bill'
import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { TaxState } from '../../../components/TaxState'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { TaxBillRow } from '../../../data/port'

/** What customs really charges for an import 清单: its 电子税单, beside the estimate. */
export function ListTaxes({ list }: { list: string }) {
  const { t } = useTranslation('import-tax')
  const { t: own } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const changes = useChanges('taxBills', 'lists')
  const { value: bills = [], state } = useQueryState(() => port.listTaxes(list), `${changes} ${list}`)
  const columns = useMemo<TableColumnsType<TaxBillRow>>(
    () => [
      { key: 'taxNo', title: t('bill.taxNo'), render: (_, bill) => <code>{bill.taxNo}</code> },
      { key: 'at', title: t('bill.at'), render: (_, { at }) => showTime(at).slice(0, 16) },
      ...taxKinds.map((kind) => ({
        key: kind,
        title: show(taxKindNames[kind]),
        align: 'right' as const,
        render: (_: unknown, bill: TaxBillRow) => showAmount(bill[kind], 'CNY'),
      })),
      {
        key: 'total',
        title: t('bill.total'),
        align: 'right',
        render: (_, { total }) => showAmount(total, 'CNY'),
      },
      { key: 'status', title: t('bill.status'), render: (_, bill) => <TaxState {...bill} /> },
      { key: 'entDutyNo', title: t('bill.entDutyNo'), dataIndex: 'entDutyNo' },
    ],
    [show, t],
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  return (
    <Table
      size="small"
      rowKey="id"
      title={() => own('retail.bills')}
      columns={columns}
      dataSource={bills}
      pagination={false}
      locale={{ emptyText: <Empty description={own('retail.noBills')} /> }}
    />
  )
}
