/** Just enough of DER (X.690) to write one certificate. Each function gives one whole element. */
const element = (tag: number, ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body])
  const digits = body.length.toString(16)
  const length = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, body])
}

export const sequence = (...parts: Uint8Array[]) => element(0x30, ...parts)
export const setOf = (...parts: Uint8Array[]) => element(0x31, ...parts)
export const octets = (bytes: Uint8Array) => element(0x04, bytes)
export const bits = (bytes: Uint8Array) => element(0x03, Buffer.of(0), bytes)
export const yes = () => element(0x01, Buffer.of(0xff))
export const utf8 = (text: string) => element(0x0c, Buffer.from(text))
/** UTCTime, whole seconds: the form for years before 2050. */
export const time = (ms: number) =>
  element(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
/** A context tag around an element. */
export const wrapped = (n: number, inner: Uint8Array) => element(0xa0 | n, inner)
/** A context tag instead of the element's own. */
export const tagged = (n: number, bytes: Uint8Array) => element(0x80 | n, bytes)

/** A positive integer from its bytes, the highest first. */
export const integer = (bytes: Uint8Array) =>
  element(0x02, bytes[0]! & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes)

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = rest.flatMap((arc) => {
    const groups = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift(0x80 | (left & 0x7f))
    return groups
  })
  return element(0x06, Buffer.from([first * 40 + second, ...bytes]))
}
