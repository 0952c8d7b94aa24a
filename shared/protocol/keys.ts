import { allTables } from '../ceb/tables'
import type { CebDocument } from '../model/list'

/**
 * Fields that identify a document towards customs, as the tables of the messages have them. A receipt repeats those of
 * the message it answers, so both sides have the same key. A 收款单 may name its payment number and its receipt may leave
 * it out: one 收款单 per declared order, therefore without payNo.
 */
const keyFields: ReadonlyMap<string, readonly string[]> = new Map(
  allTables.filter(({ origin }) => origin === 'declarant').map(({ type, key }) => [type, key]),
)

/** The messages we know to send. */
export const keyedMessages: readonly string[] = [...keyFields.keys()]

/** Messages in the order a dossier hands them in: the list comes after everything it refers to. */
export const sendingOrder = [
  ...['CEB303', 'CEB403', 'CEB505', 'CEB603', 'CEB605'],
  ...['CEB311', 'CEB411', 'CEB511', 'CEB621', 'CEB623'],
] as const

/** Place of a message in the order of sending; messages without a place go last. */
export function sendingRank(message: string): number {
  const at = (sendingOrder as readonly string[]).indexOf(message)
  return at < 0 ? sendingOrder.length : at
}

/** CEB604 answers CEB603, CEB214 answers CEB213: each receipt is one above its message. */
export function answeredMessage(receipt: string): string {
  return `CEB${String(Number(receipt.slice(3)) - 1).padStart(3, '0')}`
}

/** CEB900 says that a whole message could not be read; it names no document, only the message's guid. */
export const FORMAT_RECEIPT = 'CEB900'

const escaped = (part: string) => part.trim().replace(/[%|]/g, (c) => (c === '%' ? '%25' : '%7C'))

/**
 * Business key of a document: its identifying fields joined by `|` (a `|` inside a field is written `%7C`).
 * @param head element name → text of the document's head, or of a return node for its receipt
 * @returns undefined for a message without a key here, or when an identifying field is missing or blank
 */
export function businessKey(message: string, head: Readonly<Record<string, string>>): string | undefined {
  const fields = keyFields.get(message)
  if (!fields) return undefined
  const parts = fields.map((name) => escaped(head[name] ?? ''))
  return parts.every((part) => part !== '') ? parts.join('|') : undefined
}

/** The number people know a document by: the last identifying field of its business key. */
export function numberOf(key: string): string {
  return (key.split('|').at(-1) ?? '').replaceAll('%7C', '|').replaceAll('%25', '%')
}

/** Business key of the document that a return node answers. */
export function answeredKey(receipt: string, node: Readonly<Record<string, string>>): string | undefined {
  return businessKey(answeredMessage(receipt), node)
}

/**
 * The lane a document queues in: everything that is declared for one (sub-)order. A 清单 with a new copNo for the
 * same order stays in the same lane, so it cannot overtake the change of the order it waits for.
 */
export function dossierKey(order: Readonly<CebDocument>): string {
  return [order.head.ebcCode, order.head.orderNo].map((part) => escaped(part ?? '')).join('|')
}
