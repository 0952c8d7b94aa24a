import type { CodeTableId } from '../codes/table'
import type { Text } from '../model/text'
import type { MessageType } from './message'

/**
 * Type of a value as the specification writes it. C36: text of exactly 36 characters; C18..20: 18 to 20; C..60: at
 * most 60; C: any length; N19,5: decimal of 19 digits of which 5 after the point; N9: whole number of at most 9 digits.
 */
export type ValueType =
  | { kind: 'text'; min: number; max: number }
  | { kind: 'decimal'; digits: number; places: number }
  | { kind: 'whole'; digits: number }

/** Shape of a text that is a point in time: yyyyMMdd, yyyyMMddHHmmss, yyyyMMddHHmmssSSS. */
export type TimeShape = 'day' | 'second' | 'millisecond'

/** Which number identifies the party: `party` is a 10-digit customs code or an 18-character credit code. */
export type IdentifierKind = 'party' | 'resident' | 'gcode' | 'barCode' | 'guid'

/** One field of a message. Where the schema and the printed specification differ, both readings are kept. */
export type Field = {
  name: string
  label: Text
  /** What the official schema demands. */
  type: ValueType
  required: boolean
  /** What the printed specification demands instead, where it differs. */
  printed?: { type?: ValueType; required?: boolean; spelling?: string; absent?: boolean }
  meaning: Text
  values?: readonly string[]
  /** Texts allowed instead of a code or identifier, e.g. 无 for a platform abroad. */
  besides?: readonly string[]
  codes?: CodeTableId
  time?: TimeShape
  identifier?: IdentifierKind
  /** The schema's default when the element is empty. */
  default?: string
  /** Names or reaches a natural person: masked on screens and prints. */
  personal?: boolean
  /** Written as a CDATA section. */
  cdata?: boolean
}

/** A head or a line: its element, its fields in the order of the schema. */
export type Part = { element: string; fields: readonly Field[]; byName: ReadonlyMap<string, Field> }

/** How many of something: `max` undefined means no limit. */
export type Occurs = { min: number; max?: number }

/** One message. The codec, the validator, forms and templates read nothing else. */
export type MessageTable = {
  type: MessageType
  label: Text
  /** Decides the order of Signature and ExtendMessage at the end of the root. */
  direction: 'export' | 'import'
  /** Sent by an enterprise (with BaseTransfer) or by the single window or customs (without). */
  origin: 'declarant' | 'authority'
  /** The business node under the root. */
  node: string
  documents: Occurs
  /** `node` holds head and lines as child elements, or (flat) the fields of the head directly. */
  flat: boolean
  head: Part
  lines?: Part & { occurs: Occurs }
  /** Fields of the head that identify the document, the same in its receipt. */
  key: readonly string[]
  /** The message that answers this one. */
  receipt?: MessageType
  /** Element names that the printed specification spells otherwise; read as the schema's. */
  spellings?: Readonly<Record<string, string>>
  /** `schema`: without it the schema fails; `printed`: only the printed specification demands it. */
  signature: 'schema' | 'printed' | 'optional' | 'none'
}
