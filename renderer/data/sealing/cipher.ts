import { DataError } from '../errors/data-error'
import { decodeText, encodeText } from './bytes'
import type { BookKeys } from './keys'

/** The sealed part of every stored record. `v` is the form of the body, `kid` the key it was sealed with. */
export type Seal = { v: number; kid: string; body: Uint8Array<ArrayBuffer> }

const nonceBytes = 12

/** Table, id and form are bound to the body, so that no sealed body can be moved to another row. */
const binding = (table: string, id: string, v: number) => encodeText(`${table}\u0000${id}\u0000${v}`)

/**
 * AES-256-GCM over JSON. Never called inside a transaction: a transaction ends at the first await of anything but
 * IndexedDB.
 */
export async function seal(
  keys: BookKeys,
  table: string,
  id: string,
  v: number,
  value: unknown,
): Promise<Seal> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: binding(table, id, v) },
    keys.data,
    encodeText(JSON.stringify(value)),
  )
  const body = new Uint8Array(nonceBytes + sealed.byteLength)
  body.set(iv)
  body.set(new Uint8Array(sealed), nonceBytes)
  return { v, kid: keys.kid, body }
}

/** The value of a sealed body. Throws `wrong-key` or `tampered`, naming table and record. */
export async function open(keys: BookKeys, table: string, id: string, sealed: Seal): Promise<unknown> {
  if (sealed.kid !== keys.kid) throw new DataError('wrong-key', { found: sealed.kid, given: keys.kid })
  try {
    const plain = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: sealed.body.subarray(0, nonceBytes),
        additionalData: binding(table, id, sealed.v),
      },
      keys.data,
      sealed.body.subarray(nonceBytes),
    )
    return JSON.parse(decodeText(plain))
  } catch (cause) {
    throw new DataError('tampered', { table, id }, cause)
  }
}
