import { ExportOutlined } from '@ant-design/icons'
import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { taxKindNames, taxKinds } from '#shared/import-tax/tax-bill'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { showAmount } from '../../components/numbers'
import { TaxState } from '../../components/TaxState'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { TaxBillRow, TaxPage } from '../../data/port'
import { exportTaxes } from './export-taxes'
import { Months } from './Months'

const pageSize = 50

function useColumns(): TableColumnsType<TaxBillRow> {
  const { t } = useTranslation('import-tax')
  const show = useText()
  return useMemo(
    () => [
      { key: 'taxNo', title: t('bill.taxNo'), width: 180, render: (_, b) => <code>{b.taxNo}</code> },
      {
        key: 'invtNo',
        title: t('bill.invtNo'),
        width: 160,
        render: (_, b) =>
          b.list === '' ? (
            <span title={t('bill.noList')}>{b.invtNo}</span>
          ) : (
            <Button
              type="link"
              size="small"
              onClick={() => openTab({ view: 'lists/record', params: { id: b.list }, title: b.copNo })}
            >
              {b.invtNo}
            </Button>
          ),
      },
      { key: 'orderNo', title: t('bill.orderNo'), width: 105, ellipsis: true, dataIndex: 'orderNo' },
      { key: 'at', title: t('bill.at'), width: 132, render: (_, b) => showTime(b.at).slice(0, 16) },
      ...taxKinds.map((kind) => ({
        key: kind,
        title: show(taxKindNames[kind]),
        width: 78,
        align: 'right' as const,
        render: (_: unknown, b: TaxBillRow) => showAmount(b[kind], 'CNY'),
      })),
      {
        key: 'total',
        title: t('bill.total'),
        width: 84,
        align: 'right',
        render: (_, b) => showAmount(b.total, 'CNY'),
      },
      {
        key: 'status',
        title: t('bill.status'),
        width: 82,
        render: (_, b) => <TaxState {...b} />,
      },
      { key: 'entDutyNo', title: t('bill.entDutyNo'), ellipsis: true, dataIndex: 'entDutyNo' },
    ],
    [show, t],
  )
}

/** 电子税单 by month, with what they come to. */
export function TaxBills() {
  const { t } = useTranslation('import-tax')
  const show = useText()
  const port = useBook()
  const session = useSession()
  const columns = useColumns()
  const { refuse, offerUndo } = useAct()
  const [month, setMonth] = useState<string>()
  const [page, setPage] = useState(1)
  const changes = useChanges('taxBills', 'lists')
  const { value, state } = useQueryState(
    () => port.taxBills({ ...(month && { month }), offset: (page - 1) * pageSize, limit: pageSize }),
    `${changes} ${month ?? ''} ${page}`,
  )
  const found = value as TaxPage | undefined
  const save = () =>
    exportTaxes(port, session.entry.kind, month, t).then(
      (saved) => saved && offerUndo(t('saved', { place: saved.shownPath }), undefined),
      refuse,
    )
  const choose = (next: string | undefined) => {
    setMonth(next)
    setPage(1)
  }
  return (
    <>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Months months={found?.months ?? []} chosen={month} onChoose={choose} />
      <div className="import-tax-tools">
        <span>{t('shown', { count: found?.total ?? 0 })}</span>
        <ActButton
          does="files.saveAs"
          icon={<ExportOutlined />}
          disabled={!found || found.total === 0}
          onClick={() => void save()}
        >
          {t('export')}
        </ActButton>
      </div>
      <Table<TaxBillRow>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={found?.rows ?? []}
        loading={!found && state === 'loading'}
        pagination={{
          pageSize,
          current: page,
          total: found?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> }}
      />
    </>
  )
}
