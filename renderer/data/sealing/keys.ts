/** Data keys of a book as main hands them over once per session. The bytes are overwritten when they are imported. */
export type BookKeyBytes = { keyId: string; dataKey: Uint8Array; indexKey: Uint8Array }

/** Keys of an open book: usable, not readable. They pass to workers by structured clone. */
export type BookKeys = { kid: string; data: CryptoKey; index: CryptoKey }

/** Import both keys as non-extractable and overwrite the bytes they came in. */
export async function importKeys({ keyId, dataKey, indexKey }: BookKeyBytes): Promise<BookKeys> {
  try {
    const [data, index] = await Promise.all([
      crypto.subtle.importKey('raw', own(dataKey), { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']),
      crypto.subtle.importKey('raw', own(indexKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    ])
    return { kid: keyId, data, index }
  } finally {
    dataKey.fill(0)
    indexKey.fill(0)
  }
}

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength !== 32) throw new RangeError('a book key has 32 bytes')
  return bytes as Uint8Array<ArrayBuffer>
}
