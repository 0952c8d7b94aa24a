import { DataRefusal } from '../errors/refusal'
import { decodeText, encodeText } from './bytes'
import type { BookKeys } from './keys'

/** The sealed part of every stored record. `v` is the form of the body, `kid` the key it was sealed with. */
export type Seal = { v: number; kid: string; body: Uint8Array<ArrayBuffer> }

const nonceBytes = 12

/** Table, id and form are bound to the body, so that no sealed body can be moved to another row. */
const binding = (table: string, id: string, v: number) => encodeText(`${table}\u0000${id}\u0000${v}`)

/**
 * AES-256-GCM. Never called inside a transaction: a transaction ends at the first await of anything but IndexedDB.
 */
export async function sealBytes(
  keys: BookKeys,
  table: string,
  id: string,
  v: number,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Seal> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const additionalData = binding(table, id, v)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, keys.data, plain)
  const body = new Uint8Array(nonceBytes + sealed.byteLength)
  body.set(iv)
  body.set(new Uint8Array(sealed), nonceBytes)
  return { v, kid: keys.kid, body }
}

/** The bytes of a sealed body. Throws `wrong-key` or `tampered`, naming table and record. */
export async function openBytes(
  keys: BookKeys,
  table: string,
  id: string,
  { v, kid, body }: Seal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kid !== keys.kid) throw new DataRefusal('wrong-key', { found: kid, given: keys.kid })
  const iv = body.subarray(0, nonceBytes)
  const additionalData = binding(table, id, v)
  try {
    const sealed = body.subarray(nonceBytes)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, keys.data, sealed),
    )
  } catch (cause) {
    throw new DataRefusal('tampered', { table, id }, cause)
  }
}

/** A JSON value under seal. */
export function seal(keys: BookKeys, table: string, id: string, v: number, value: unknown): Promise<Seal> {
  return sealBytes(keys, table, id, v, encodeText(JSON.stringify(value)))
}

/** The JSON value of a sealed body; throws as `openBytes`. */
export async function open(keys: BookKeys, table: string, id: string, sealed: Seal): Promise<unknown> {
  return JSON.parse(decodeText(await openBytes(keys, table, id, sealed)))
}
