import { Alert, Empty, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { actionNames, type SettlementState } from '#shared/rebate/settlement'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { PreRefundRow } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { writtenKey } from '../words'
import { SettleDialog } from './SettleDialog'

const tones: Readonly<Record<SettlementState, StateTone>> = {
  unpaid: 'neutral',
  early: 'waiting',
  open: 'waiting',
  overdue: 'bad',
  settled: 'good',
}

/** 海外仓核算: what was refunded before its sale, until when each is settled, and what the settlement brought. */
export function PreRefunds() {
  const { t } = useTranslation('rebateAfter')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(() => port.rebatePreRefunds(today), `${useRebateChanges()} ${today}`)
  const [settling, setSettling] = useState<PreRefundRow>()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const reclaim = (key: string) => act(() => port.reclaimRebateLine(key, t('why.reclaim')))
  const columns: TableColumnsType<PreRefundRow> = [
    { key: 'key', title: t('pre.key'), width: 190, render: (_v, { key }) => writtenKey(key) },
    { key: 'name', title: t('pre.name'), width: 160, ellipsis: true, render: (_v, { name }) => name },
    { key: 'batch', title: t('pre.batch'), width: 100, render: (_v, { batchNo }) => batchNo },
    {
      key: 'qty',
      title: t('pre.qty'),
      width: 110,
      align: 'right',
      render: (_v, { qty, unit }) => `${groupDigits(qty)} ${unit}`,
    },
    {
      key: 'refund',
      title: t('pre.refund'),
      width: 110,
      align: 'right',
      render: (_v, { refund }) => (refund === undefined ? '' : showAmount(refund, 'CNY')),
    },
    { key: 'paidOn', title: t('pre.paidOn'), width: 100, render: (_v, { paidOn = '' }) => paidOn },
    {
      key: 'window',
      title: t('pre.window'),
      width: 190,
      render: (_v, { window }) => (window ? window.join(' – ') : ''),
    },
    {
      key: 'state',
      title: t('pre.state'),
      width: 190,
      render: (_v, { state: where, settlement }) => (
        <>
          <StateTag tone={tones[where]}>{t(`settlement.${where}`)}</StateTag>{' '}
          {settlement && (
            <span className="face-note">
              {show(actionNames[settlement.action])}{' '}
              {settlement.netChange !== undefined && showAmount(settlement.netChange, 'CNY')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: '',
      width: 120,
      render: (_v, row) =>
        row.reclaimable ? (
          <Popconfirm
            title={t('pre.reclaimAsk')}
            okText={t('pre.reclaim')}
            cancelText={t('cancel')}
            onConfirm={() => void reclaim(row.key)}
          >
            <ActButton does="reclaimRebateLine" size="small">
              {t('pre.reclaim')}
            </ActButton>
          </Popconfirm>
        ) : (
          row.state !== 'settled' && (
            <ActButton
              does="settleRebatePreRefund"
              size="small"
              disabled={row.state === 'unpaid'}
              onClick={() => setSettling(row)}
            >
              {t('pre.settle')}
            </ActButton>
          )
        ),
    },
  ]
  return (
    <section className="face-page face-scroll" aria-label={t('face.settlement')} data-help="rebate.settle">
      <p className="face-note">{t('pre.says')}</p>
      <Table<PreRefundRow>
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={value as PreRefundRow[] | undefined}
        loading={state === 'loading' && !value}
        scroll={{ x: 1270 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('pre.none')} /> }}
      />
      {settling && <SettleDialog row={settling} onClose={() => setSettling(undefined)} />}
    </section>
  )
}
