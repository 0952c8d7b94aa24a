import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { sum } from '#shared/money/decimal'
import type { ReturnStage } from '#shared/rebate/book/returned'
import { useBook } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ReturnedRow } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { writtenKey } from '../words'

const tones: Readonly<Record<ReturnStage, StateTone>> = {
  open: 'waiting',
  within: 'good',
  claimed: 'bad',
  paid: 'bad',
  done: 'good',
}

function useColumns(): TableColumnsType<ReturnedRow> {
  const { t } = useTranslation('rebateAfter')
  const amount = (qty: string, unit: string) => `${groupDigits(qty)} ${unit}`
  return [
    { key: 'key', title: t('returned.key'), width: 175, render: (_v, { key }) => writtenKey(key) },
    { key: 'name', title: t('returned.name'), width: 110, ellipsis: true, render: (_v, { name }) => name },
    {
      key: 'qty',
      title: t('returned.declared'),
      width: 85,
      align: 'right',
      render: (_v, { qty, unit }) => amount(qty, unit),
    },
    {
      key: 'returned',
      title: t('returned.returned'),
      width: 80,
      align: 'right',
      render: (_v, { returned: { qty }, unit }) =>
        qty === undefined ? t('returned.untold') : amount(qty, unit),
    },
    {
      key: 'left',
      title: t('returned.left'),
      width: 90,
      align: 'right',
      render: (_v, { left, unit }) => amount(left, unit),
    },
    {
      key: 'todo',
      title: t('returned.todo'),
      width: 205,
      render: (_v, { stage }) => <StateTag tone={tones[stage]}>{t(`returnStage.${stage}`)}</StateTag>,
    },
    {
      key: 'due',
      title: t('returned.due'),
      width: 105,
      align: 'right',
      render: (_v, { due, repaid }) => (
        <>
          {due !== undefined && showAmount(due, 'CNY')}
          {repaid !== '0' && (
            <div className="face-note">{t('returned.repaid', { amount: showAmount(repaid, 'CNY') })}</div>
          )}
        </>
      ),
    },
    {
      key: 'by',
      title: t('returned.by'),
      width: 175,
      render: (_v, { returned }) => (
        <Button type="link" size="small" onClick={() => openRoom('returns')}>
          {returned.by.join(' ')}
        </Button>
      ),
    },
    { key: 'on', title: t('returned.on'), width: 100, render: (_v, { returned }) => returned.on },
    {
      key: 'batch',
      title: t('returned.batch'),
      width: 110,
      render: (_v, { batch, batchNo }) =>
        batch === '' ? (
          t('none')
        ) : (
          <Button
            type="link"
            size="small"
            onClick={() =>
              openTab({ view: 'rebate/batch', params: { id: batch, step: 'life' }, title: batchNo })
            }
          >
            {batchNo}
          </Button>
        ),
    },
  ]
}

/** 退货影响的退税: items of 报关单 that came back, what of them may still be claimed, and what was refunded beyond that. */
export function Returned() {
  const { t } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.rebateReturned(), useRebateChanges())
  const columns = useColumns()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const rows = value as ReturnedRow[] | undefined
  const due = sum((rows ?? []).flatMap((row) => (row.stage === 'paid' ? (row.due ?? []) : [])))
  return (
    <section className="face-page face-scroll" aria-label={t('face.returned')} data-help="rebate.returned">
      <div className="face-tools">
        <span className="face-note">{t('returned.says')}</span>
        <span className="face-space" />
        {due !== '0' && <b>{t('returned.total', { due: showAmount(due, 'CNY') })}</b>}
      </div>
      <Table<ReturnedRow>
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={rows}
        loading={state === 'loading' && !rows}
        scroll={{ x: 1230 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('returned.none')} />,
        }}
      />
    </section>
  )
}
