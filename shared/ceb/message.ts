import type { CebDocument } from '../model/list'

/** The 42 messages of the May 2022 edition, by root element without `Message`. */
// prettier-ignore
export const messageTypes = [
  'CEB213', 'CEB214', 'CEB215', 'CEB216', 'CEB303', 'CEB304', 'CEB311', 'CEB312', 'CEB403', 'CEB404',
  'CEB411', 'CEB412', 'CEB505', 'CEB506', 'CEB507', 'CEB508', 'CEB509', 'CEB510', 'CEB511', 'CEB512',
  'CEB513', 'CEB514', 'CEB603', 'CEB604', 'CEB605', 'CEB606', 'CEB607', 'CEB608', 'CEB621', 'CEB622',
  'CEB623', 'CEB624', 'CEB625', 'CEB626', 'CEB701', 'CEB702', 'CEB711', 'CEB712', 'CEB792', 'CEB816',
  'CEB818', 'CEB900',
] as const
export type MessageType = (typeof messageTypes)[number]

export const isMessageType = (text: string): text is MessageType =>
  (messageTypes as readonly string[]).includes(text)

/** Element name → text as it stands in the message. A key that is present with '' is an empty element. */
export type Values = Record<string, string>

/**
 * An element the tables do not know, kept so that nothing is lost. `within` says where it stands: '' the root,
 * `Inventory` the business node itself, `InventoryHead`, `InventoryList[2]`; `at` is its index among the element
 * children that are written there. `xml` is the whole element, namespace declarations included.
 */
export type Extra = { within: string; at: number; namespace: string; xml: string }

/** A business node: the document of the record model, plus what the tables do not know. */
export type MessageDocument = CebDocument & { extras?: Extra[] }

/** One CEB message. Receipts have no transfer; `signature` and `extend` are the XML of the whole element. */
export type CebMessage = {
  type: MessageType
  guid: string
  version: string
  documents: MessageDocument[]
  transfer?: Values
  subscribes?: Values[]
  signature?: string
  extend?: string
  extras?: Extra[]
  /** Namespace prefix of the file that was read; '' is the default namespace. Written as `ceb` when absent. */
  prefix?: string
  /** Attributes of the root besides guid and version, foreign namespace declarations included. */
  attributes?: Values
}

export const cebNamespace = 'http://www.chinaport.gov.cn/ceb'
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
