import { Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementEntry } from '#shared/summary/statement'
import { groupDigits, showAmount } from '../../components/numbers'
import { useCodeBook } from '../../components/useCodeBook'
import { named } from './named'

type Item = StatementEntry['items'][number]

/** Items of one 报关单, at most 50. */
export function ItemsTable({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('summary')
  const book = useCodeBook()
  const columns = useMemo<TableColumnsType<Item>>(
    () => [
      { key: 'no', title: t('item.no'), width: 60, dataIndex: 'no' },
      { key: 'gcode', title: t('item.gcode'), width: 110, dataIndex: 'gcode' },
      { key: 'gname', title: t('item.gname'), dataIndex: 'gname', ellipsis: true },
      {
        key: 'destination',
        title: t('item.destination'),
        width: 130,
        render: (_, { destination }) => named(book, 'country', destination),
      },
      {
        key: 'quantity',
        title: t('item.quantity'),
        width: 130,
        align: 'right',
        render: (_, { quantities }) =>
          quantities.map(({ unit, quantity }) => (
            <div key={unit}>
              {groupDigits(quantity)} {named(book, 'unit', unit)}
            </div>
          )),
      },
      {
        key: 'amount',
        title: t('item.amount'),
        width: 170,
        align: 'right',
        render: (_, { currency, amount }) => `${named(book, 'currency', currency)} ${showAmount(amount, '')}`,
      },
      {
        key: 'gross',
        title: t('item.gross'),
        width: 90,
        align: 'right',
        render: (_, i) => groupDigits(i.grossWeight),
      },
      {
        key: 'net',
        title: t('item.net'),
        width: 90,
        align: 'right',
        render: (_, i) => groupDigits(i.netWeight),
      },
      {
        key: 'lists',
        title: t('item.lists'),
        width: 60,
        align: 'right',
        render: (_, i) => groupDigits(String(i.lists)),
      },
    ],
    [book, t],
  )
  return <Table<Item> size="small" rowKey="no" columns={columns} dataSource={[...items]} pagination={false} />
}
