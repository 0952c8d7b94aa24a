import { csvOf } from '../../rebate/tables/csv'
import { amount, tableOf, text, type ExportTable } from '../../rebate/tables/table'
import type { ReceiptInput } from '../../model/forex/input'
import type { SaleOrder } from '../../model/forex/papers'
import type { ReceiptReport } from '../precheck'
import type { PackDocument } from './roles'

type Row = {
  creditId: string
  lineId: string
  order: SaleOrder
  supported: string
  waybills: string
  papers: string
}

/**
 * 交易电子信息 behind receipts: for every payment line its order with parties, goods and time, its waybills and customs
 * papers, and how much of it is supported. `show` decides how persons are named.
 */
export function transactionTable(
  input: ReceiptInput,
  { receipts }: Pick<ReceiptReport, 'receipts'>,
  show: (name: string) => string,
): ExportTable {
  const orders = new Map((input.orders ?? []).map((one) => [one.id, one]))
  const joined = (pairs: readonly (readonly [orderId: string, no: string])[]) => {
    const found = new Map<string, string>()
    for (const [orderId, no] of pairs) found.set(orderId, [found.get(orderId), no].filter(Boolean).join('、'))
    return found
  }
  const waybills = joined((input.waybills ?? []).map(({ orderId, no }) => [orderId, no]))
  const papers = joined(
    (input.customsDocs ?? []).flatMap(({ orderIds = [], no }) => orderIds.map((id) => [id, no] as const)),
  )
  const rows = receipts.flatMap(({ id: creditId, lines }) =>
    lines.flatMap(({ lineId, orderId, supported }): Row[] => {
      const order = orderId === null ? undefined : orders.get(orderId)
      if (!order) return []
      const of = { waybills: waybills.get(order.id) ?? '', papers: papers.get(order.id) ?? '' }
      return [{ creditId, lineId, order, supported, ...of }]
    }),
  )
  return tableOf<Row>(
    '交易电子信息',
    [],
    [
      text('收款流水号', (row) => row.creditId),
      text('支付流水', (row) => row.lineId),
      text('订单号', ({ order }) => order.id),
      text('下单时间', ({ order }) => order.orderedOn ?? ''),
      text('商品', ({ order }) => order.goods ?? ''),
      text('数量', ({ order }) => order.quantity ?? ''),
      text('币种', ({ order }) => order.currency),
      amount('订单金额', ({ order }) => order.amount),
      text('买方', ({ order }) => show(order.buyer?.name ?? '')),
      text('买方国别', ({ order }) => order.buyer?.country ?? ''),
      text('卖方', ({ order }) => order.seller?.name ?? ''),
      text('卖方国别', ({ order }) => order.seller?.country ?? ''),
      text('监管方式', ({ order }) => order.supervisionMode ?? ''),
      text('运单号', (row) => row.waybills),
      text('清单/报关单', (row) => row.papers),
      amount('本笔使用', ({ supported }) => supported),
    ],
    rows,
  )
}

/** The table as a paper of the pack that supports every receipt it names. */
export const transactionDocument = (table: ExportTable): PackDocument => ({
  role: 'transactions',
  no: '交易电子信息',
  supports: [...new Set(table.rows.map(([creditId = '']) => creditId))].map((creditId) => ({ creditId })),
  originals: [{ name: '交易电子信息.csv', bytes: csvOf(table) }],
})
