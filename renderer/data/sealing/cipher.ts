import { DataRefusal } from '../errors/refusal'
import { decodeText, encodeText } from './bytes'
import type { BookKeys, DataKey } from './keys'
import { sm4Decrypt, sm4Encrypt } from './sm4'

/**
 * The sealed part of every stored record. `v` is the form of the body, `kid` the key it lies under. `was`: another seal lies
 * around the one it was written with, which was made with this key.
 */
export type Seal = { v: number; kid: string; body: Uint8Array<ArrayBuffer>; was?: string }

const nonceBytes = 12

/** Table, id and form are bound to the body, so that no sealed body can be moved to another row. */
const binding = (table: string, id: string, v: number) => encodeText(`${table}\u0000${id}\u0000${v}`)

/**
 * Sealed with the cipher of the book's key. Never called inside a transaction: a transaction ends at the first await of anything but IndexedDB.
 */
export async function sealBytes(
  keys: BookKeys,
  table: string,
  id: string,
  v: number,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Seal> {
  return { v, kid: keys.kid, body: await encrypt(keys.data, binding(table, id, v), plain) }
}

/** The bytes of a sealed body. Throws `wrong-key` or `tampered`, naming table and record. */
export async function openBytes(
  keys: BookKeys,
  table: string,
  id: string,
  sealed: Seal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { v, kid, body } = await asWritten(keys, storeOf(table), id, sealed)
  // Under an earlier key alone nothing is believed once all is under the present one: who has that key could have made it.
  const isCovered = sealed.was !== undefined || keys.ring?.renewing === true
  const key = kid === keys.kid ? keys.data : isCovered ? keys.ring?.keys.get(kid) : undefined
  if (!key) throw new DataRefusal('wrong-key', { found: kid, given: keys.kid })
  return decrypt(key, binding(table, id, v), body, { table, id })
}

/** A seal names its kind behind its store where one store holds several. */
const storeOf = (table: string) => table.split('/')[0]!

const around = (store: string, id: string, { v, was }: Seal) =>
  encodeText(['around', store, id, v, was].join('\u0000'))

/** A seal as it was first written, which is what digests and the chain of the journal are of. */
export async function asWritten<S extends Seal>(
  keys: BookKeys,
  store: string,
  id: string,
  sealed: S,
): Promise<S> {
  const { was, ...row } = sealed
  if (was === undefined) return sealed
  const key = sealed.kid === keys.kid ? keys.data : keys.ring?.renewing && keys.ring.keys.get(sealed.kid)
  if (!key) throw new DataRefusal('wrong-key', { found: sealed.kid, given: keys.kid })
  const body = await decrypt(key, around(store, id, sealed), sealed.body, { table: store, id })
  return { ...row, kid: was, body } as unknown as S
}

/**
 * The same row under the present key: a seal around the one it was written with, in the place of an earlier one around it. So
 * none lies under more than two, whoever has only an earlier key opens nothing, and what it was written with stays as the
 * journal has it.
 */
export async function underPresent<S extends Seal>(
  keys: BookKeys,
  store: string,
  id: string,
  sealed: S,
): Promise<S> {
  if (sealed.kid === keys.kid) return sealed
  const written = await asWritten(keys, store, id, sealed)
  const covered = { ...written, kid: keys.kid, was: written.kid }
  return { ...covered, body: await encrypt(keys.data, around(store, id, covered), written.body) }
}

/** AES-256-GCM, or SM4-GCM where the key is of that: a random nonce, what is sealed, the tag. */
export async function encrypt(
  { aes, sm4 }: DataKey,
  bound: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealed = sm4
    ? await sm4Encrypt(sm4, iv, bound, plain)
    : await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, aes, plain)
  const body = new Uint8Array(nonceBytes + sealed.byteLength)
  body.set(iv)
  body.set(new Uint8Array(sealed), nonceBytes)
  return body
}

/** What `encrypt` sealed; throws `tampered` for anything else, naming the place. */
export async function decrypt(
  { aes, sm4 }: DataKey,
  bound: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
  place: { table: string; id: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const [iv, sealed] = [body.subarray(0, nonceBytes), body.subarray(nonceBytes)]
  try {
    if (sm4) return await sm4Decrypt(sm4, iv, bound, sealed)
    const params = { name: 'AES-GCM', iv, additionalData: bound }
    return new Uint8Array(await crypto.subtle.decrypt(params, aes, sealed))
  } catch (cause) {
    throw new DataRefusal('tampered', place, cause)
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
