/*
 * SM4-GCM of a pinned package in script: WebCrypto has none. It reads tables at places that depend on the key, and its key is
 * bytes that script can read; electron/CONTROLS.md says what that means. Loaded by a book that is of this cipher, and no other.
 */
const load = () => import('sm-crypto-v2')

const common = { mode: 'gcm', output: 'array' } as const
const tagBytes = 16
/** How long seals are made without letting anything else in, in milliseconds: a whole chunk of rows takes a second. */
const sliceMs = 25

let line: Promise<unknown> = Promise.resolve()
let until = 0

/** One after the other; between two of them the worker gets round to what else it is asked. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = line.then(async () => {
    if (performance.now() >= until) {
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + sliceMs
    }
    return work()
  })
  line = mine.catch(() => undefined)
  return mine
}

/** HKDF with SM3 (RFC 5869) of the bytes of a data key: 16 bytes that are of no use to AES, nor under another id. */
export async function sm4KeyOf(kid: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { hkdf } = await load()
  return new Uint8Array(hkdf(bytes, undefined, new TextEncoder().encode(`yiguan data key\u0000${kid}`), 16))
}

/** Ciphertext with its tag at the end, as WebCrypto has it of AES. @param nonce 12 bytes */
export const sm4Encrypt = (key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, plain: Uint8Array) =>
  inTurn(async () => {
    const { sm4 } = await load()
    const made = sm4.encrypt(plain, key, { ...common, iv: nonce, associatedData: bound, outputTag: true })
    const sealed = new Uint8Array(plain.byteLength + tagBytes)
    sealed.set(made.output)
    sealed.set(made.tag!, plain.byteLength)
    return sealed
  })

/** The bytes; throws when key, nonce, what is bound or any byte is another. All of the tag is compared before a byte is opened. */
export const sm4Decrypt = (key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, sealed: Uint8Array) =>
  inTurn(async () => {
    if (sealed.byteLength < tagBytes) throw new RangeError('no tag')
    const { sm4 } = await load()
    const tag = sealed.subarray(-tagBytes)
    const options = { ...common, iv: nonce, associatedData: bound, tag }
    return new Uint8Array(sm4.decrypt(sealed.subarray(0, -tagBytes), key, options))
  })
