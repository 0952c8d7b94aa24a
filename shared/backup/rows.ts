import { strFromU8, strToU8 } from 'fflate'

/** What goes over a channel and into a frame of the file at once. */
export const PART_BYTES = 1_048_576

/** Marks what JSON has no form for; an object that bears it as a key of its own is written as its entries. */
const TAG = '$'

/** A value of a row that has no form here: it is refused by name, never left out. */
export class UncarriedValue extends TypeError {
  constructor(readonly what: string) {
    super(`a row holds a value that a backup cannot carry: ${what}`)
    this.name = 'UncarriedValue'
  }
}

function pack(value: unknown, bytes: Uint8Array[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { [TAG]: 'undefined' }
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Uint8Array) {
    bytes.push(value)
    return { [TAG]: 'bytes', n: value.byteLength }
  }
  if (Array.isArray(value)) return value.map((each) => pack(each, bytes))
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new UncarriedValue(Object.prototype.toString.call(value))
  }
  const entries = Object.entries(value).map(([key, each]) => [key, pack(each, bytes)] as const)
  return Object.hasOwn(value, TAG) ? { [TAG]: 'entries', entries } : Object.fromEntries(entries)
}

function unpack(value: unknown, take: (n: number) => Uint8Array): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => unpack(each, take))
  const tagged = value as { $?: string; n?: number; entries?: [string, unknown][] }
  switch (tagged.$) {
    case undefined:
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each, take)]))
    case 'undefined':
      return undefined
    case 'bytes':
      return take(tagged.n!)
    case 'entries':
      return Object.fromEntries(tagged.entries!.map(([key, each]) => [key, unpack(each, take)]))
    default:
      throw new RangeError(`unknown form ${tagged.$}`)
  }
}

/**
 * One stored row as bytes: length of all that follows, length of the JSON, JSON, then its byte strings in their order.
 * The same row gives the same bytes again after it was written and read: digests of a restored book depend on it.
 * @throws UncarriedValue for a value that structured clone knows and this form does not
 */
export function encodeRow(row: unknown): Uint8Array {
  const bytes: Uint8Array[] = []
  const json = strToU8(JSON.stringify(pack(row, bytes)))
  const size = bytes.reduce((sum, each) => sum + each.byteLength, 4 + json.byteLength)
  const encoded = new Uint8Array(4 + size)
  const view = new DataView(encoded.buffer)
  view.setUint32(0, size)
  view.setUint32(4, json.byteLength)
  encoded.set(json, 8)
  let at = 8 + json.byteLength
  for (const each of bytes) {
    encoded.set(each, at)
    at += each.byteLength
  }
  return encoded
}

function decodeRow(encoded: Uint8Array): unknown {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const json = view.getUint32(0)
  let at = 4 + json
  const take = (n: number) => {
    if (at + n > encoded.byteLength) throw new RangeError('row ends early')
    return encoded.slice(at, (at += n))
  }
  return unpack(JSON.parse(strFromU8(encoded.subarray(4, at))), take)
}

/** Cuts a stream of bytes into parts of exactly `PART_BYTES`; only the last is shorter. Where rows end plays no role. */
export class PartCutter {
  #part = new Uint8Array(PART_BYTES)
  #used = 0

  /** Take bytes in; gives the parts that became full. */
  add(bytes: Uint8Array): Uint8Array[] {
    const full: Uint8Array[] = []
    for (let at = 0; at < bytes.byteLength;) {
      const n = Math.min(PART_BYTES - this.#used, bytes.byteLength - at)
      this.#part.set(bytes.subarray(at, at + n), this.#used)
      this.#used += n
      at += n
      if (this.#used === PART_BYTES) {
        full.push(this.#part)
        this.#part = new Uint8Array(PART_BYTES)
        this.#used = 0
      }
    }
    return full
  }

  /** What is left at the end of the stream, if anything. */
  rest(): Uint8Array | undefined {
    const rest = this.#used > 0 ? this.#part.slice(0, this.#used) : undefined
    this.#used = 0
    return rest
  }
}

/** Rows out of the parts of one store, wherever those were cut. */
export class RowReader {
  #left = new Uint8Array(0)

  /** Rows that are complete with this part. */
  add(part: Uint8Array): unknown[] {
    const bytes = new Uint8Array(this.#left.byteLength + part.byteLength)
    bytes.set(this.#left)
    bytes.set(part, this.#left.byteLength)
    const view = new DataView(bytes.buffer)
    const rows: unknown[] = []
    let at = 0
    while (bytes.byteLength - at >= 4 && bytes.byteLength - at >= 4 + view.getUint32(at)) {
      const end = at + 4 + view.getUint32(at)
      rows.push(decodeRow(bytes.subarray(at + 4, end)))
      at = end
    }
    this.#left = bytes.slice(at)
    return rows
  }

  /** @throws RangeError when the stream ended inside a row */
  end(): void {
    if (this.#left.byteLength > 0) throw new RangeError('the last row is cut off')
  }
}
