import { cipherOf } from '#shared/ipc/data-cipher'
import type { FormerKey } from '#shared/ipc/vault'
import { sm4KeyOf } from './sm4'

/** Data keys of a book as main hands them over once per session. The bytes are overwritten when they are imported. */
export type BookKeyBytes = {
  keyId: string
  dataKey: Uint8Array
  indexKey: Uint8Array
  /** The data key before, under the present one, while the book is being brought under that. */
  former?: readonly FormerKey[]
}

/**
 * A data key. Earlier ones lie under it with AES-256-GCM, as main seals them; so does all else, unless the key is of SM4: then
 * only that seals and opens. WebCrypto has no SM4, so those bytes are readable.
 */
export type DataKey = { readonly aes: CryptoKey; readonly sm4?: Uint8Array<ArrayBuffer> }

/** Earlier data keys of a book by id, each opened by the present one. */
export type Ring = {
  readonly keys: ReadonlyMap<string, DataKey>
  /** Rows under an earlier key alone are still read: the pass that brings them under the present one is not at its end. */
  renewing: boolean
}

/** Keys of an open book: usable and, but for SM4, not readable. They pass to workers by structured clone. */
export type BookKeys = {
  kid: string
  data: DataKey
  index: CryptoKey
  former: readonly FormerKey[]
  /** Keys that the rows of this very book were first sealed with; present once it is open. */
  ring?: Ring
}

/** Import both keys, as non-extractable where WebCrypto has the cipher, and overwrite the bytes they came in. */
export async function importKeys({ keyId, dataKey, indexKey, former }: BookKeyBytes): Promise<BookKeys> {
  try {
    const [data, index] = await Promise.all([
      importDataKey(keyId, own(dataKey)),
      crypto.subtle.importKey('raw', own(indexKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    ])
    return { kid: keyId, data, index, former: former ?? [] }
  } finally {
    dataKey.fill(0)
    indexKey.fill(0)
  }
}

/** A data key of 32 bytes, of the cipher that its id names. */
export async function importDataKey(kid: string, bytes: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  const aes = await crypto.subtle.importKey('raw', bytes, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt'])
  return cipherOf(kid) === 'sm4-gcm' ? { aes, sm4: await sm4KeyOf(kid, bytes) } : { aes }
}

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength !== 32) throw new RangeError('a book key has 32 bytes')
  return bytes as Uint8Array<ArrayBuffer>
}
