import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { encodingOf, maxBytes, refuseSize, refuseText } from '#shared/ceb/bytes'
import { MessageCutter } from '#shared/ceb/cut'
import { decodeMessage, type Decoded } from '#shared/ceb/decode'
import { isAccepted, type Fault } from '#shared/ceb/fault'
import { remark } from '#shared/ceb/remarks'
import { faultLines, listedFaults, type FileVerdict } from '#shared/ceb/report'
import type { CheckContext } from '#shared/ceb/rules/context'
import { validateDecoded } from '#shared/ceb/validate'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, type Io } from '../command'
import { attempt, isJson, read, unreadable } from './read'

const pieceBytes = 1 << 20

/**
 * Every fault of every file; the exit code says whether any is refused. A folder stands for the messages in it. A file
 * is read in pieces and may hold any number of messages one after the other: memory holds one of them.
 */
export async function validate(
  paths: readonly string[],
  context: CheckContext,
  language: Language,
  io: Io,
): Promise<number> {
  const reports: FileVerdict[] = []
  for (const path of paths) {
    for await (const file of filesIn(path)) reports.push(await verdictOn(file, context, language))
  }
  io.out(reports)
  return reports.every((report) => report.ok) ? DONE : REFUSED
}

/** A file itself; of a folder its messages (.xml, .json), also in folders below, by name. */
async function* filesIn(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) {
    yield path
    return
  }
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name))
    else if (/\.(xml|json)$/i.test(entry.name)) yield join(path, entry.name)
  }
}

/** What is found in a file, message by message. */
class Findings {
  readonly faults: FileVerdict['faults'] = []
  type = ''
  messages = 0
  refused = 0
  count = 0

  constructor(
    readonly file: string,
    readonly language: Language,
  ) {}

  add(type: string, faults: readonly Fault[]): void {
    this.messages += 1
    this.type ||= type
    this.count += faults.length
    if (!isAccepted(faults)) this.refused += 1
    const room = listedFaults - this.faults.length
    for (const line of faultLines(faults.slice(0, room), this.language))
      this.faults.push({ at: this.messages, ...line })
  }

  verdict(): FileVerdict {
    const { file, type, faults, messages, refused, count } = this
    const one = { file, message: type, ok: refused === 0 }
    if (messages > 1) return { ...one, faults, messages, refused, faultCount: count }
    return { ...one, faults: faults.map(({ at: _at, ...line }) => line) }
  }
}

async function verdictOn(file: string, context: CheckContext, language: Language): Promise<FileVerdict> {
  const findings = new Findings(file, language)
  const take = async (decode: () => Decoded) => {
    const decoded = await attempt(decode)
    if ('faults' in decoded) findings.add('', decoded.faults)
    else findings.add(decoded.result.message.type, validateDecoded(decoded.result, context))
  }
  try {
    const whole = await attempt(async () => {
      for await (const message of messagesOf(file)) await take(message)
    })
    // What follows a message above the limit, or text that is none, was not read.
    if ('faults' in whole) findings.add('', whole.faults)
  } catch (error) {
    findings.add('', [unreadable(file, error)])
  }
  return findings.verdict()
}

/** The messages of a file in order, each as what has to be done to read it. */
async function* messagesOf(file: string): AsyncGenerator<() => Decoded> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const first = Buffer.alloc(Math.min(size, pieceBytes))
    await handle.read(first, 0, first.length, 0)
    if (isJson(first)) {
      if (size > maxBytes) refuseSize()
      const bytes = await handle.readFile()
      yield () => read(bytes)
      return
    }
    const encoding = encodingOf(first)
    const cutter = new MessageCutter()
    const decoder = textDecoder(encoding)
    const inOther = /^utf-?8$/i.test(encoding) ? [] : [remark('xml-encoding', '', encoding)]
    const readAs = (xml: string) => (): Decoded => {
      const { message, remarks } = decodeMessage(xml)
      return { message, remarks: [...inOther, ...remarks] }
    }
    const piece = Buffer.alloc(pieceBytes)
    for (let at = 0; at < size;) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, at)
      if (bytesRead === 0) break
      at += bytesRead
      for (const xml of cutter.write(decoder(piece.subarray(0, bytesRead), true))) yield readAs(xml)
    }
    for (const xml of cutter.write(decoder(new Uint8Array(), false))) yield readAs(xml)
    const rest = cutter.close()
    if (rest !== undefined || size === 0) yield readAs(rest ?? '')
  } finally {
    await handle.close()
  }
}

/** Text of bytes in pieces; a character may be torn between two of them. */
function textDecoder(encoding: string): (bytes: Uint8Array, isMore: boolean) => string {
  const refusing = <T>(work: () => T): T => {
    try {
      return work()
    } catch {
      return refuseText(encoding)
    }
  }
  const decoder = refusing(() => new TextDecoder(encoding, { fatal: true, ignoreBOM: true }))
  return (bytes, isMore) => refusing(() => decoder.decode(bytes, { stream: isMore }))
}
