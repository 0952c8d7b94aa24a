import { base64url, encodeText } from './bytes'
import type { BookKeys } from './keys'

/** Kinds of numbers that can be found without opening a record. */
export type BlindKind = 'order' | 'waybill' | 'payment' | 'list'

/**
 * One spelling for comparison: full-width to half-width, no blanks, upper case. Files of platform, carrier and bank
 * write the same number in all these ways.
 */
export function normalNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/**
 * HMAC-SHA-256 of a normalised number in one table, cut to 128 bit: equal numbers are found, nothing can be read back,
 * and the same number in two tables does not show as the same.
 */
export function blind(keys: BookKeys, table: string, kind: BlindKind, number: string): Promise<string> {
  return mac(keys, `${table}\u0000${kind}\u0000${normalNumber(number)}`)
}

/** Business key of an imported fact, exactly as the importer made it. */
export function keyMac(keys: BookKeys, key: string): Promise<string> {
  return mac(keys, `key\u0000${key}`)
}

/** A name that the caller chose (a dossier, a mark, message and key of a document), exactly as it stands. */
export function nameMac(keys: BookKeys, what: string, ...name: string[]): Promise<string> {
  return mac(keys, ['name', what, ...name].join('\u0000'))
}

/** The id of a record that has a key of its own (a SKU, a setting): two records of one key cannot exist. */
export function keyedId(keys: BookKeys, table: string, parts: readonly string[]): Promise<string> {
  return mac(keys, ['id', table, ...parts.map((part) => part.trim())].join('\u0000'))
}

async function mac(keys: BookKeys, text: string): Promise<string> {
  const bytes = await crypto.subtle.sign('HMAC', keys.index, encodeText(text))
  return base64url(new Uint8Array(bytes, 0, 16))
}
