import type { FormerKey } from '#shared/ipc/vault'

/** Data keys of a book as main hands them over once per session. The bytes are overwritten when they are imported. */
export type BookKeyBytes = {
  keyId: string
  dataKey: Uint8Array
  indexKey: Uint8Array
  /** The data key before, under the present one, while the book is being brought under that. */
  former?: readonly FormerKey[]
}

/** Earlier data keys of a book by id, each opened by the present one. */
export type Ring = {
  readonly keys: ReadonlyMap<string, CryptoKey>
  /** Rows under an earlier key alone are still read: the pass that brings them under the present one is not at its end. */
  renewing: boolean
}

/** Keys of an open book: usable, not readable. They pass to workers by structured clone. */
export type BookKeys = {
  kid: string
  data: CryptoKey
  index: CryptoKey
  former: readonly FormerKey[]
  /** Keys that the rows of this very book were first sealed with; present once it is open. */
  ring?: Ring
}

/** Import both keys as non-extractable and overwrite the bytes they came in. */
export async function importKeys({ keyId, dataKey, indexKey, former }: BookKeyBytes): Promise<BookKeys> {
  try {
    const [data, index] = await Promise.all([
      importDataKey(own(dataKey)),
      crypto.subtle.importKey('raw', own(indexKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    ])
    return { kid: keyId, data, index, former: former ?? [] }
  } finally {
    dataKey.fill(0)
    indexKey.fill(0)
  }
}

/** A data key that can be used and not be read. */
export const importDataKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt'])

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength !== 32) throw new RangeError('a book key has 32 bytes')
  return bytes as Uint8Array<ArrayBuffer>
}
