/**
 * The structured clone algorithm's result as text, for the way between page and host. Large byte arrays are put
 * aside and travel as they are. Used on both sides, so nothing of Node or of the DOM but base64.
 */
export type Encoded = { text: string; blobs: Uint8Array[] }

/** Byte arrays from this size on travel beside the text. */
const BLOB = 16_384

type Node = string | number | boolean | null | [tag: string, ...rest: unknown[]]
const VIEWS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const
const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const

/** Encode what `structuredClone` returned. Platform objects it knows (files, keys, images) cannot cross processes. */
export function encode(value: unknown): Encoded {
  const blobs: Uint8Array[] = []
  const seen = new Map<object, number>()

  const bytes = (view: Uint8Array): Node => {
    if (view.byteLength < BLOB) return ['x', toBase64(view)]
    blobs.push(view)
    return ['y', blobs.length - 1]
  }

  const object = (it: object): Node => {
    const tag = Object.prototype.toString.call(it).slice(8, -1)
    if (Array.isArray(it)) return ['a', Array.from(it, node)]
    if (it instanceof Date) return ['d', it.getTime()]
    if (it instanceof RegExp) return ['r', it.source, it.flags]
    if (it instanceof Map) return ['m', [...it].map(([key, item]) => [node(key), node(item)])]
    if (it instanceof Set) return ['s', [...it].map(node)]
    if (it instanceof Error) return ['e', it.name, it.message, it.stack]
    if (it instanceof ArrayBuffer) return ['b', bytes(new Uint8Array(it))]
    if (ArrayBuffer.isView(it))
      return ['v', tag, bytes(new Uint8Array(it.buffer, it.byteOffset, it.byteLength))]
    if (tag !== 'Object') throw new DOMException('An object could not be cloned.', 'DataCloneError')
    return ['o', Object.entries(it).map(([key, item]) => [key, node(item)])]
  }

  const node = (it: unknown): Node => {
    if (it === undefined) return ['u']
    if (it === null || typeof it === 'boolean' || typeof it === 'string') return it
    if (typeof it === 'number')
      return Number.isFinite(it) && !Object.is(it, -0) ? it : ['n', Object.is(it, -0) ? '-0' : String(it)]
    if (typeof it === 'bigint') return ['i', String(it)]
    const known = seen.get(it as object)
    if (known !== undefined) return ['=', known]
    seen.set(it as object, seen.size)
    return object(it as object)
  }

  return { text: JSON.stringify(node(value)), blobs }
}

/** The value again, with the same identities and cycles. */
export function decode({ text, blobs }: Encoded): unknown {
  const known: unknown[] = []
  const keep = <T>(it: T): T => {
    known.push(it)
    return it
  }
  const bytes = ([tag, content]: [string, unknown]): Uint8Array =>
    tag === 'x' ? fromBase64(content as string) : blobs[content as number]!.slice()

  const node = (it: Node): unknown => {
    if (!Array.isArray(it)) return it
    const [tag, first, second, third] = it as [string, never, never, never]
    switch (tag) {
      case 'u':
        return undefined
      case 'n':
        return Number(first)
      case 'i':
        return BigInt(first)
      case '=':
        return known[first]
      case 'd':
        return keep(new Date(first))
      case 'r':
        return keep(new RegExp(first, second))
      case 'e': {
        const error = new (ERRORS[first as keyof typeof ERRORS] ?? Error)(second)
        Object.defineProperty(error, 'stack', { value: third, configurable: true, writable: true })
        return keep(error)
      }
      case 'b':
        return keep(bytes(first).buffer)
      case 'v':
        return keep(view(first, bytes(second)))
      case 'a': {
        const array = keep([] as unknown[])
        for (const item of first as Node[]) array.push(node(item))
        return array
      }
      case 'm': {
        const map = keep(new Map())
        for (const [key, item] of first as [Node, Node][]) map.set(node(key), node(item))
        return map
      }
      case 's': {
        const set = keep(new Set())
        for (const item of first as Node[]) set.add(node(item))
        return set
      }
      default: {
        const plain = keep({} as Record<string, unknown>)
        for (const [key, item] of first as [string, Node][]) {
          // A key named __proto__ is a key like every other.
          Object.defineProperty(plain, key, {
            value: node(item),
            configurable: true,
            enumerable: true,
            writable: true,
          })
        }
        return plain
      }
    }
  }
  return node(JSON.parse(text) as Node)
}

function view(tag: string, bytes: Uint8Array): ArrayBufferView {
  if (tag === 'Uint8Array') return bytes
  const buffer = bytes.buffer as ArrayBuffer
  if (tag === 'DataView') return new DataView(buffer)
  return new VIEWS[tag as keyof typeof VIEWS](buffer)
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
