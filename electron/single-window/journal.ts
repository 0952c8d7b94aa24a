import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { BatchId, Sha256 } from '#shared/protocol/api'
import type { JournalEntry } from '#shared/protocol/engine/records'

const Entry = z.looseObject({
  batchId: BatchId,
  contentHash: Sha256,
  marks: z.array(z.string()),
  at: z.string(),
  account: z.string(),
}) satisfies z.ZodType<JournalEntry>

/** The same batch id with other bytes: something is badly wrong, nothing may be sent. */
export class JournalConflict extends Error {
  constructor(readonly batchId: string) {
    super(`batch ${batchId} is in the send journal with other bytes`)
    this.name = 'JournalConflict'
  }
}

const checksum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const lineOf = (entry: JournalEntry) => {
  const json = JSON.stringify(entry)
  return `${checksum(json)} ${json}\n`
}

/**
 * What a journal file holds. A line is `checksum JSON`; a line that was torn by a power cut (always the last of its
 * time) or damaged does not match its checksum, is counted and skipped, and spoils no other.
 */
export async function readJournal(file: string): Promise<{ entries: JournalEntry[]; damaged: number }> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { entries: [], damaged: 0 }
    throw error
  }
  const lines = text.split('\n').filter((line) => line !== '')
  const entries = lines.flatMap(parseLine)
  return { entries, damaged: lines.length - entries.length }
}

function parseLine(line: string): JournalEntry[] {
  const json = line.slice(9)
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return []
  const parsed = Entry.safeParse(JSON.parse(json))
  return parsed.success ? [parsed.data] : []
}

/**
 * The send journal of one book: outside IndexedDB, append-only, on disk before the first byte of a batch leaves. It is
 * what tells a restored or emptied database that something was sent which it does not know.
 */
export class SendJournal {
  /** Digest of each batch. The marks, a line for each document ever sent, stay in the file. */
  readonly #known = new Map<string, string>()
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: string,
    readonly damaged: number,
    private readonly handle: FileHandle,
  ) {}

  /** Open or create. A torn last line is closed off with a line end, never cut away. */
  static async open(file: string): Promise<SendJournal> {
    const { entries, damaged } = await readJournal(file)
    const handle = await open(file, 'a+')
    const journal = new SendJournal(file, damaged, handle)
    for (const { batchId, contentHash } of entries) journal.#known.set(batchId, contentHash)
    const { size } = await handle.stat()
    if (size > 0) {
      const { buffer } = await handle.read(new Uint8Array(1), 0, 1, size - 1)
      if (buffer[0] !== 0x0a) await handle.write('\n')
    }
    await handle.sync()
    await syncDirectory(dirname(file))
    return journal
  }

  /** Everything that is in it, each batch once, read from the file. */
  entries(): Promise<JournalEntry[]> {
    return this.#inTurn(async () => {
      const { entries } = await readJournal(this.file)
      return [...new Map(entries.map((entry) => [entry.batchId, entry])).values()]
    })
  }

  /**
   * Resolves when the entry is on disk; a batch that is there already (sent again) is not written twice.
   * @throws JournalConflict for the same batch with other bytes; the error of the disk when it is full
   */
  append(entry: JournalEntry): Promise<void> {
    return this.#inTurn(() => this.#write([entry]))
  }

  /** Take over the entries of another journal (a backup, another PC). Gives the number that were new. */
  merge(entries: readonly JournalEntry[]): Promise<number> {
    return this.#inTurn(async () => {
      const fresh = entries.filter(({ batchId }) => !this.#known.has(batchId))
      await this.#write(entries)
      return fresh.length
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.handle.close())
  }

  async #write(entries: readonly JournalEntry[]): Promise<void> {
    const fresh = new Map<string, JournalEntry>()
    for (const entry of entries) {
      const known = this.#known.get(entry.batchId) ?? fresh.get(entry.batchId)?.contentHash
      if (known !== undefined && known !== entry.contentHash) throw new JournalConflict(entry.batchId)
      if (known === undefined) fresh.set(entry.batchId, entry)
    }
    if (fresh.size === 0) return
    const before = (await this.handle.stat()).size
    try {
      await this.handle.writeFile([...fresh.values()].map(lineOf).join(''))
      await this.handle.sync()
    } catch (error) {
      await this.handle.truncate(before).catch(() => undefined)
      throw error
    }
    for (const [id, { contentHash }] of fresh) this.#known.set(id, contentHash)
  }

  /** One write after the other; a failed one does not stop the next. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}

/** A new file is only safe once its directory is; Windows has no such call and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
