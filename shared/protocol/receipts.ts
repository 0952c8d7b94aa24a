import type { Text } from '../model/text'
import { answeredKey, answeredMessage, FORMAT_RECEIPT } from './keys'

/**
 * Version of what we make of a receipt: of this file, the keys, the codec and the table of states. Raised with each of
 * them; receipts that an older version stored are then read again.
 */
export const READER_VERSION = 3

/**
 * One return node of a receipt: an append-only fact. `seq` and `id` order and identify it, `status` is the raw
 * returnStatus, `time` the 17-digit returnTime of customs.
 */
export type ReceiptFact = {
  id: string
  seq: number
  receipt: string
  /** The message it answers; '' when CEB900 could not tell. */
  message: string
  /** Absent for CEB900 and for nodes without their identifying fields: then only the guid can link it. */
  businessKey?: string
  guid: string
  status: string
  time: string
  info: string
  preNo?: string
  invtNo?: string
  receivedAt: string
}

/**
 * What comes unasked and answers nothing that was sent: 汇总结果单 of customs, 电子税单 and its state, and 入库明细单 of a site. What
 * they tell is kept by numbers of their own (`shared/summary`, `shared/import-tax`).
 */
export const unasked: Readonly<Record<string, Text>> = {
  CEB792: { zh: '汇总结果', en: 'Summary result' },
  CEB816: { zh: '电子税单', en: 'Tax bill' },
  CEB818: { zh: '电子税单状态', en: 'State of a tax bill' },
  CEB711: { zh: '入库明细', en: 'Delivery to the site' },
}

/** What is needed of a decoded receipt message: element name → text of each return node. */
export type DecodedReceipt = { documents: { head: Record<string, string> }[] }

/** Turn one receipt message (up to 100 return nodes) into facts; elements we do not know are left in the stored XML. */
export function receiptFacts(
  envelope: { seq: number; id: string; message: string; receivedAt: string },
  decoded: DecodedReceipt,
): ReceiptFact[] {
  const { seq, message: receipt, receivedAt } = envelope
  return decoded.documents.map(({ head }, index) => {
    const text = (name: string) => (head[name] ?? '').trim()
    const format = receipt === FORMAT_RECEIPT
    if (receipt in unasked)
      return unaskedFact({ seq, receipt, receivedAt }, `${envelope.id}#${index + 1}`, text)
    const fact: ReceiptFact = {
      id: `${envelope.id}#${index + 1}`,
      seq,
      receipt,
      message: format ? text('oriMessageType').replace(/Message$/, '') : answeredMessage(receipt),
      guid: text('guid').toUpperCase(),
      status: text('returnStatus'),
      time: text('returnTime'),
      info: text('returnInfo'),
      receivedAt,
    }
    const key = answeredKey(receipt, head)
    if (key) fact.businessKey = key
    if (text('preNo')) fact.preNo = text('preNo')
    if (text('invtNo')) fact.invtNo = text('invtNo')
    return fact
  })
}

/** What an unasked message says, in the order it is read: words and the element that fills them. */
const said: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  CEB792: [
    ['汇总申请', 'sumNo'],
    ['统一编号', 'declSeqNo'],
    ['报关单', 'entryId'],
    ['报关单状态', 'decState'],
  ],
  CEB816: [
    ['税单', 'taxNo'],
    ['清单', 'invtNo'],
    ['关税', 'customsTax'],
    ['增值税', 'valueAddedTax'],
    ['消费税', 'consumptionTax'],
  ],
  CEB818: [
    ['税单', 'taxNo'],
    ['清单', 'invtNo'],
    ['税单状态', 'status'],
    ['缴款书', 'entDutyNo'],
  ],
  CEB711: [
    ['入库单', 'copNo'],
    ['提运单', 'billNo'],
    ['监管场所', 'operatorName'],
  ],
}

/** A message that came unasked, as a line of what was received. */
function unaskedFact(
  envelope: Pick<ReceiptFact, 'seq' | 'receipt' | 'receivedAt'>,
  id: string,
  text: (name: string) => string,
): ReceiptFact {
  return {
    ...envelope,
    id,
    message: envelope.receipt,
    guid: text('guid').toUpperCase(),
    status: '',
    time: text('opDate') || text('returnTime') || text('appTime'),
    info: (said[envelope.receipt] ?? [])
      .flatMap(([name, element]) => (text(element) ? [`${name} ${text(element)}`] : []))
      .join('，'),
  }
}

/** The one order of facts: service sequence, then receipt time, then id. */
export function byOrder(a: ReceiptFact, b: ReceiptFact): number {
  return a.seq - b.seq || compare(a.time, b.time) || compare(a.id, b.id)
}

/** returnTime (yyyyMMddHHmmssSSS, Asia/Shanghai) as an ISO instant; undefined when it is not one. */
export function returnInstant(time: string): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/.exec(time)
  if (!found) return undefined
  const [, y, mo, d, h, mi, s, ms = '000'] = found
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}+08:00`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Does a fact concern a document? By business key; without one (CEB900, damaged node) by the guid of one of its
 * submissions or of the message that carried it.
 */
export function concerns(
  fact: Pick<ReceiptFact, 'message' | 'businessKey' | 'guid'>,
  document: { message: string; businessKey: string; guids: readonly string[] },
): boolean {
  if (fact.businessKey === undefined) return document.guids.includes(fact.guid)
  return fact.message === document.message && fact.businessKey === document.businessKey
}
