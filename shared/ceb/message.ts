import { z } from 'zod'
import { CebDocument } from '../model/list'

/** The 42 messages of the May 2022 edition, by root element without `Message`. */
// prettier-ignore
export const messageTypes = [
  'CEB213', 'CEB214', 'CEB215', 'CEB216', 'CEB303', 'CEB304', 'CEB311', 'CEB312', 'CEB403', 'CEB404',
  'CEB411', 'CEB412', 'CEB505', 'CEB506', 'CEB507', 'CEB508', 'CEB509', 'CEB510', 'CEB511', 'CEB512',
  'CEB513', 'CEB514', 'CEB603', 'CEB604', 'CEB605', 'CEB606', 'CEB607', 'CEB608', 'CEB621', 'CEB622',
  'CEB623', 'CEB624', 'CEB625', 'CEB626', 'CEB701', 'CEB702', 'CEB711', 'CEB712', 'CEB792', 'CEB816',
  'CEB818', 'CEB900',
] as const
export const MessageType = z.enum(messageTypes)
export type MessageType = z.infer<typeof MessageType>

const known = new Set<string>(messageTypes)
export const isMessageType = (text: string): text is MessageType => known.has(text)

/** Element name → text as it stands in the message. A key that is present with '' is an empty element. */
export const Values = z.record(z.string(), z.string())
export type Values = z.infer<typeof Values>

/**
 * An element the tables do not know, kept so that nothing is lost. `within` says where it stands: '' the root,
 * `Inventory[1]` the business node itself, `Inventory[1]/InventoryHead`, `Inventory[1]/InventoryList[2]`,
 * `BaseTransfer`; `why` is what the schema has against it; `at` is its index among the element children that stand there. `xml` is the whole element with the
 * namespace declarations it needs.
 */
export const Extra = z.object({
  within: z.string(),
  at: z.int().nonnegative(),
  why: z.enum(['xml-unknown', 'xml-repeated', 'xml-nested']),
  name: z.string(),
  namespace: z.string(),
  xml: z.string(),
})
export type Extra = z.infer<typeof Extra>

/** One CEB message. Receipts have no transfer; `signature` and `extend` are the XML of the whole element. */
export const CebMessage = z.object({
  type: MessageType,
  guid: z.string(),
  version: z.string(),
  documents: z.array(CebDocument.strict()),
  transfer: Values.optional(),
  subscribes: z.array(Values).optional(),
  signature: z.string().optional(),
  extend: z.string().optional(),
  extras: z.array(Extra).optional(),
  /** Namespace prefix of the file that was read; '' is the default namespace. Written as `ceb` when absent. */
  prefix: z.string().optional(),
  /** Attributes of the root besides guid and version, foreign namespace declarations included. */
  attributes: Values.optional(),
})
export type CebMessage = z.infer<typeof CebMessage>

export const cebNamespace = 'http://www.chinaport.gov.cn/ceb'
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
