import { Inflate } from 'fflate'
import { FileFault } from '../file-fault'
import type { Bytes } from '../ports'
import { crc32 } from './crc32'

/** Guards against archives made to fill the memory: real workbooks stay far below. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 4 * 1024 ** 3
const RATIO_FREE = 16 * 1024 ** 2
const MOST_RATIO = 300

export type ZipEntry = {
  name: string
  method: number
  offset: number
  packed: number
  size: number
  crc: number
}

/** Takes unpacked bytes; answers false when it has seen enough. */
export type EntrySink = (chunk: Uint8Array, final: boolean) => boolean

const TAIL = 1 << 20

const u16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const u32 = (bytes: Uint8Array, at: number) => u16(bytes, at) + u16(bytes, at + 2) * 65536
const u64 = (bytes: Uint8Array, at: number) => u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32

function damaged(detail: string): FileFault {
  return new FileFault('file.damaged', { detail })
}

/** The last `length` bytes of the file and the position of the first of them. */
async function tailOf(bytes: Bytes, length: number): Promise<{ tail: Uint8Array; start: number }> {
  let kept: Uint8Array[] = []
  let held = 0
  let total = 0
  for await (const chunk of bytes.open()) {
    kept.push(chunk)
    held += chunk.length
    total += chunk.length
    while (kept[0] && held - kept[0].length >= length) held -= (kept.shift() as Uint8Array).length
  }
  const tail = new Uint8Array(held)
  let at = 0
  for (const chunk of kept) {
    tail.set(chunk, at)
    at += chunk.length
  }
  kept = []
  return { tail, start: total - held }
}

/** Sizes and offset that do not fit 32 bits stand in the zip64 extra field, in this order, only those that overflow. */
function zip64(bytes: Uint8Array, at: number, length: number, entry: ZipEntry): ZipEntry {
  const wide = { ...entry }
  for (let p = at; p + 4 <= at + length; p += 4 + u16(bytes, p + 2)) {
    if (u16(bytes, p) !== 1) continue
    let q = p + 4
    for (const field of ['size', 'packed', 'offset'] as const) {
      if (wide[field] !== 0xffffffff) continue
      wide[field] = u64(bytes, q)
      q += 8
    }
  }
  return wide
}

/** The end record of large archives, which the plain one points to through a locator before it. */
function wideEnd(
  tail: Uint8Array,
  end: number,
  start: number,
): { count: number; offset: number } | undefined {
  const locator = end - 20
  if (locator < 0 || u32(tail, locator) !== 0x07064b50) return undefined
  const at = u64(tail, locator + 8) - start
  if (at < 0 || u32(tail, at) !== 0x06064b50) throw damaged('directory out of reach')
  return { count: u64(tail, at + 32), offset: u64(tail, at + 48) }
}

/**
 * The central directory. It alone is trusted: local headers of streamed archives lack sizes, and scanning for the next
 * header would find one inside compressed data sooner or later.
 */
export async function readDirectory(bytes: Bytes): Promise<ZipEntry[]> {
  const { tail, start } = await tailOf(bytes, TAIL)
  let end = tail.length - 22
  while (end >= 0 && u32(tail, end) !== 0x06054b50) end--
  if (end < 0) throw damaged('no end of archive')
  const { count, offset } = wideEnd(tail, end, start) ?? {
    count: u16(tail, end + 10),
    offset: u32(tail, end + 16),
  }
  let at = offset - start
  if (count > MOST_ENTRIES) throw new FileFault('file.too-large', { detail: `${count} entries` })
  if (at < 0) throw damaged('directory out of reach')
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (u32(tail, at) !== 0x02014b50) throw damaged('broken directory')
    const name = String.fromCharCode(...tail.subarray(at + 46, at + 46 + u16(tail, at + 28)))
    const extra = at + 46 + u16(tail, at + 28)
    const entry = {
      name: name.replaceAll('\\', '/'),
      method: u16(tail, at + 10),
      offset: u32(tail, at + 42),
      packed: u32(tail, at + 20),
      size: u32(tail, at + 24),
      crc: u32(tail, at + 16),
    }
    if ((u16(tail, at + 8) & 1) === 1) throw damaged('encrypted')
    entries.push(zip64(tail, extra, u16(tail, at + 30), entry))
    at = extra + u16(tail, at + 30) + u16(tail, at + 32)
  }
  return entries
}

class EntryReader {
  done = false
  readonly #entry: ZipEntry
  readonly #sink: EntrySink
  readonly #inflate: Inflate | undefined
  #header: number[] = []
  #skip = -1
  #left: number
  #inflated = 0
  #crc = 0

  constructor(entry: ZipEntry, sink: EntrySink) {
    this.#entry = entry
    this.#sink = sink
    this.#left = entry.packed
    if (entry.method === 8) this.#inflate = new Inflate((chunk, final) => this.#give(chunk, final))
    else if (entry.method !== 0) throw damaged(`compression ${entry.method}`)
  }

  /** Feed bytes from the entry's local header on. */
  push(bytes: Uint8Array): void {
    let at = 0
    while (this.#header.length < 30 && at < bytes.length) this.#header.push(bytes[at++] as number)
    if (this.#header.length < 30) return
    if (this.#skip < 0) {
      const head = Uint8Array.from(this.#header)
      if (u32(head, 0) !== 0x04034b50) throw damaged(`no entry where ${this.#entry.name} should be`)
      this.#skip = u16(head, 26) + u16(head, 28)
    }
    const skipped = Math.min(this.#skip, bytes.length - at)
    this.#skip -= skipped
    at += skipped
    if (this.#skip > 0) return
    const body = bytes.subarray(at, at + this.#left)
    this.#left -= body.length
    const final = this.#left === 0
    if (body.length === 0 && !final) return
    if (!this.#inflate) this.#give(body, final)
    else this.#unpack(this.#inflate, body, final)
    if (final) this.done = true
  }

  #unpack(inflate: Inflate, body: Uint8Array, final: boolean): void {
    try {
      inflate.push(body, final)
    } catch (error) {
      if (error instanceof FileFault) throw error
      throw damaged(this.#entry.name)
    }
  }

  #give(chunk: Uint8Array, final: boolean): void {
    this.#inflated += chunk.length
    this.#crc = crc32(chunk, this.#crc)
    const packed = Math.max(1, this.#entry.packed - this.#left)
    const bomb = this.#inflated > RATIO_FREE && this.#inflated / packed > MOST_RATIO
    if (bomb || this.#inflated > MOST_BYTES) {
      throw new FileFault('file.too-large', { detail: `${this.#entry.name} ${this.#inflated} B` })
    }
    const whole = this.#inflated === this.#entry.size && this.#crc === this.#entry.crc
    if (final && !whole) throw damaged(`checksum of ${this.#entry.name}`)
    if (!this.done && !this.#sink(chunk, final)) this.done = true
  }
}

/**
 * Unpack the wanted entries in one pass over the file. Yields after each chunk of the file so that the caller can take
 * what the sinks produced (back-pressure); stops when every sink has seen enough.
 */
export async function* readEntries(
  file: AsyncIterable<Uint8Array>,
  wanted: readonly { entry: ZipEntry; sink: EntrySink }[],
): AsyncGenerator<void> {
  const queue = [...wanted].sort((a, b) => a.entry.offset - b.entry.offset)
  let position = 0
  let current: EntryReader | undefined
  for await (const chunk of file) {
    let at = 0
    while (at < chunk.length) {
      if (!current) {
        const next = queue[0]
        if (!next) return
        if (next.entry.offset >= position + chunk.length) break
        at = Math.max(at, next.entry.offset - position)
        current = new EntryReader(next.entry, next.sink)
        queue.shift()
      }
      current.push(chunk.subarray(at))
      if (!current.done) break
      // Entries follow each other; the next one starts at its own offset, wherever this one ended.
      current = undefined
      at = queue[0] ? Math.max(at, queue[0].entry.offset - position) : chunk.length
    }
    position += chunk.length
    yield
    if (!current && queue.length === 0) return
  }
  if (current || queue.length > 0) throw damaged('cut short')
}
