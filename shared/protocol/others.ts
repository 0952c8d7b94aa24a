import type { CebMessage, Values } from '../ceb/message'
import { tableOf } from '../ceb/tables'
import { chainMessages, type ChainMessage } from './transmitters'
import { answeredMessage, businessKey } from './keys'
import { returnInstant } from './receipts'
import { isGoodEnd, isNegative, statuses } from './status'

/** A 清单 by the number that a message of somebody else names: its order at an enterprise, or its parcel at a carrier. */
export type ListKey = { orderNo: string; ebcCode: string } | { logisticsNo: string; logisticsCode: string }

/**
 * What a file tells of a message that another party transmits. `sent`: the message itself. `stored`: customs took it in.
 * `refused`: it did not. `code`, `info`: of the receipt, '' for the message itself.
 */
export type NewsOfOthers = {
  message: ChainMessage
  keys: ListKey[]
  outcome: 'sent' | 'stored' | 'refused'
  /** ISO instant of the message or receipt; '' when it does not say. */
  at: string
  code: string
  info: string
}

const told = new Set<string>([
  ...['CEB303', 'CEB403', 'CEB505', 'CEB507', 'CEB509'],
  ...['CEB311', 'CEB411', 'CEB511', 'CEB513'],
])
const isTold = (message: string): message is ChainMessage =>
  told.has(message) && (chainMessages as readonly string[]).includes(message)

/**
 * Read what others transmitted from their messages and from the receipts of these, in any order. A receipt of 507 or 509 names
 * no parcel: it counts for those of the message it answers, when that is among the files.
 */
export function newsOfOthers(messages: readonly CebMessage[]): NewsOfOthers[] {
  const parcels = new Map<string, ListKey[]>()
  for (const { type, documents } of messages) {
    if (!isTold(type)) continue
    for (const { head, lines } of documents) {
      const key = businessKey(type, head)
      if (key) parcels.set(`${type} ${key}`, keysOf(head, lines))
    }
  }
  return messages.flatMap(({ type, documents }): NewsOfOthers[] => {
    if (isTold(type))
      return documents.map(({ head, lines }) => ({
        message: type,
        keys: keysOf(head, lines),
        outcome: 'sent',
        // A delivery says itself when it was; other messages only when they were sent.
        at: returnInstant(head['logisticsTime'] ?? head['appTime'] ?? '') ?? '',
        code: '',
        info: '',
      }))
    if (tableOf(type).origin !== 'authority') return []
    const answered = answeredMessage(type)
    if (!isTold(answered)) return []
    return documents.flatMap(({ head }): NewsOfOthers[] => {
      const code = (head['returnStatus'] ?? '').trim()
      const outcome = outcomeOf(answered, code)
      if (!outcome) return []
      const named = keysOf(head)
      const keys =
        named.length > 0 ? named : (parcels.get(`${answered} ${businessKey(answered, head)}`) ?? [])
      const at = returnInstant(head['returnTime'] ?? '') ?? ''
      return [{ message: answered, keys, outcome, at, code, info: (head['returnInfo'] ?? '').trim() }]
    })
  })
}

/** Stations in between say nothing yet. */
export function outcomeOf(message: string, code: string): NewsOfOthers['outcome'] | undefined {
  if (isGoodEnd(message, code)) return 'stored'
  return isNegative(code) || statuses[code]?.standing === 'rejected' ? 'refused' : undefined
}

function keysOf(head: Values, lines?: readonly Values[]): ListKey[] {
  const { orderNo, ebcCode, logisticsCode } = head
  if (orderNo && ebcCode) return [{ orderNo, ebcCode }]
  if (!logisticsCode) return []
  const numbers = [head['logisticsNo'], ...(lines ?? []).map((line) => line['logisticsNo'])]
  return [...new Set(numbers)].flatMap((logisticsNo) => (logisticsNo ? [{ logisticsNo, logisticsCode }] : []))
}

/** Whether a 清单 is the one a key names. */
export const isOfKey = (head: Values, key: ListKey): boolean =>
  Object.entries(key).every(([name, value]) => (head[name] ?? '').trim() === value.trim())
