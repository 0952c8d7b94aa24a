/** SM2 as a library verifies it: whether a DER signature over the SM3 digest of these bytes is by this key; both in hex. */
type Verify = (
  bytes: Uint8Array,
  signature: string,
  publicKey: string,
  options: { hash: boolean; der: boolean },
) => boolean

/** A sequence of two integers and nothing else; the library takes other tags and lengths for the same. */
function isDer(signature: string): boolean {
  if (!/^([0-9a-f]{2})+$/i.test(signature)) return false
  const bytes = Array.from(signature.match(/../g)!, (pair) => parseInt(pair, 16))
  const after = (at: number) => (bytes[at] === 0x02 ? at + 2 + (bytes[at + 1] ?? NaN) : NaN)
  const isWhole = bytes[0] === 0x30 && bytes[1] === bytes.length - 2
  return isWhole && after(after(2)) === bytes.length
}

/** Judges signatures with the library of the platform: whether a hex DER signature over these bytes is by this key. */
export const signatureCheck =
  (verify: Verify) =>
  (bytes: Uint8Array, signature: string, publicKey: string): boolean => {
    try {
      return isDer(signature) && verify(bytes, signature, publicKey, { hash: true, der: true })
    } catch {
      return false
    }
  }
