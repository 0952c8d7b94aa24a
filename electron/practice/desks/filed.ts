import { businessKey, dossierKey } from '#shared/protocol/keys'
import type { CebDocument } from '#shared/model/list'
import { directionOfMessage, isList, memberOf } from './dossier'
import type { Filed } from './filed-document'

const kept = [
  ...[
    'ebpCode',
    'ebcCode',
    'orderNo',
    'payNo',
    'payCode',
    'payTransactionId',
    'logisticsCode',
    'logisticsNo',
    'agentCode',
    'copNo',
  ],
  ...['coElNo', 'statisticsFlag', 'invtNo', 'customsCode', 'operatorCode', 'billNo', 'msgCount', 'msgSeqNo'],
]

/** The fields of a head that receipts repeat and that desks go by without examining the document. */
export const keptHead = ({ head }: CebDocument): CebDocument['head'] =>
  Object.fromEntries(kept.flatMap((name) => (head[name] === undefined ? [] : [[name, head[name]]])))

export const isReturn = (message: string): boolean => message === 'CEB213' || message === 'CEB625'
export const isWithdrawal = (message: string): boolean => message === 'CEB605' || message === 'CEB623'

/** A 支付单 names no seller, so an order that comes in is known by its platform. */
const orderKeyOf = (message: string, content: CebDocument): string =>
  directionOfMessage(message) === 'export'
    ? dossierKey(content)
    : ['IMPORT', content.head.ebpCode, content.head.orderNo].join('|')

/** What links documents of one (sub-)order, the parts of one 汇总申请, the returns of one 清单, and a 清单 with its waybill. */
export function links(message: string, content: CebDocument): Pick<Filed, 'orderKey' | 'waybillKey'> {
  const member = memberOf(message)
  const hasOrder = member === 'order' || member === 'receipts' || member === 'inventory'
  const hasWaybill = member === 'logistics' || member === 'inventory'
  const waybillKey = hasWaybill ? businessKey('CEB505', content.head) : undefined
  return {
    ...(hasOrder ? { orderKey: orderKeyOf(message, content) } : {}),
    ...(message === 'CEB701' ? { orderKey: summaryKey(content) } : {}),
    ...(isReturn(message) ? { orderKey: `RETURN|${content.head.invtNo ?? ''}` } : {}),
    ...(waybillKey === undefined ? {} : { waybillKey }),
  }
}

/** What all parts of one 汇总申请 have in common; no order has such a key. */
const summaryKey = ({ head }: CebDocument): string =>
  ['CEB701', head.agentCode, head.ebcCode, head.copNo].join('|')

/** A 清单 that holds its order and waybill: taken in, not rejected since, not withdrawn. */
export const holds = (list: Filed) => isList(list) && list.takenIn && !list.withdrawn && list.status !== '100'

/** Customs has finished examining the 清单. */
export const isReviewed = (list: Filed) =>
  !list.withdrawn && (list.status === '399' || list.status === '800' || list.status === '899')
