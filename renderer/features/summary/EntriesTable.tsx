import { Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementEntry } from '#shared/summary/statement'
import { groupDigits, showAmount } from '../../components/numbers'
import { useCodeBook } from '../../components/useCodeBook'
import { ItemsTable } from './ItemsTable'
import { named } from './named'

function useColumns(): TableColumnsType<StatementEntry> {
  const { t } = useTranslation('summary')
  const book = useCodeBook()
  return useMemo(
    () => [
      { key: 'no', title: t('entry.no'), width: 62, dataIndex: 'no' },
      {
        key: 'consignor',
        title: t('entry.consignor'),
        ellipsis: true,
        render: (_, { head }) => `${head['ebcName'] ?? ''} ${head['ebcCode'] ?? ''}`,
      },
      {
        key: 'owner',
        title: t('entry.owner'),
        ellipsis: true,
        render: (_, { head }) =>
          head['ownerCode'] === undefined
            ? t('entry.any')
            : `${head['ownerName'] ?? ''} ${head['ownerCode']}`,
      },
      {
        key: 'country',
        title: t('entry.country'),
        width: 138,
        render: (_, { head }) => named(book, 'country', head['country'] ?? ''),
      },
      {
        key: 'port',
        title: t('entry.port'),
        width: 115,
        render: (_, { head }) => named(book, 'district', head['portCode'] ?? ''),
      },
      {
        key: 'traf',
        title: t('entry.traf'),
        width: 92,
        render: (_, { head }) => named(book, 'transport-mode', head['trafMode'] ?? ''),
      },
      { key: 'items', title: t('entry.items'), width: 52, align: 'right', render: (_, e) => e.items.length },
      {
        key: 'lists',
        title: t('entry.lists'),
        width: 52,
        align: 'right',
        render: (_, e) => groupDigits(String(e.lists)),
      },
      {
        key: 'gross',
        title: t('entry.gross'),
        width: 80,
        align: 'right',
        render: (_, e) => groupDigits(e.grossWeight),
      },
      {
        key: 'net',
        title: t('entry.net'),
        width: 80,
        align: 'right',
        render: (_, e) => groupDigits(e.netWeight),
      },
      {
        key: 'amounts',
        title: t('entry.amounts'),
        width: 160,
        align: 'right',
        render: (_, e) =>
          e.amounts.map(({ currency, amount }) => (
            <div key={currency}>
              {named(book, 'currency', currency)} {showAmount(amount, '')}
            </div>
          )),
      },
    ],
    [book, t],
  )
}

/** The 报关单 of a month; a row opens to its items. */
export function EntriesTable({ entries }: { entries: readonly StatementEntry[] }) {
  const { t } = useTranslation('summary')
  const columns = useColumns()
  return (
    <Table<StatementEntry>
      size="small"
      rowKey="no"
      columns={columns}
      dataSource={[...entries]}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      expandable={{ expandedRowRender: ({ items }) => <ItemsTable items={items} /> }}
      locale={{ emptyText: t('entries.none') }}
    />
  )
}
