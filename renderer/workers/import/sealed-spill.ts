import type { Spill, SpillRun } from '#shared/import/ports'
import { decodeText, encodeText } from '../../data/sealing/bytes'
import { decrypt, encrypt } from '../../data/sealing/cipher'
import { importDataKey, type DataKey } from '../../data/sealing/keys'

/**
 * Temporary runs of an import in the private file system of the origin. What lies there is sealed with the cipher of the
 * book and a key that is made for this import and exists in this worker's memory alone: after a kill nobody can read what
 * is left, and the next import of the book removes it.
 */
export class SealedSpill implements Spill {
  readonly #prefix: string
  readonly #key: Promise<DataKey>
  readonly #runs: SealedRun[] = []
  #folder: Promise<FileSystemDirectoryHandle> | undefined

  /** @param kid of the book's data key: names the cipher */
  constructor(database: string, kid: string) {
    this.#key = importDataKey(kid, crypto.getRandomValues(new Uint8Array(32)))
    this.#prefix = `import-runs-${database}-`
  }

  async run(name: string): Promise<SpillRun> {
    const folder = await (this.#folder ??= this.#open())
    const run = new SealedRun(await folder.getFileHandle(name, { create: true }), await this.#key, name)
    this.#runs.push(run)
    return run
  }

  async dispose(): Promise<void> {
    // A file that is being written cannot be removed.
    await Promise.all(this.#runs.splice(0).map((run) => run.close()))
    if (this.#folder) await this.#sweep()
    this.#folder = undefined
  }

  async #open(): Promise<FileSystemDirectoryHandle> {
    await this.#sweep()
    const root = await navigator.storage.getDirectory()
    return root.getDirectoryHandle(`${this.#prefix}${crypto.randomUUID()}`, { create: true })
  }

  /** Imports of a book exclude each other, so every folder of it is this one's or a dead one's. */
  async #sweep(): Promise<void> {
    const root = await navigator.storage.getDirectory()
    for await (const name of root.keys()) {
      if (!name.startsWith(this.#prefix)) continue
      try {
        await root.removeEntry(name, { recursive: true })
      } catch (error) {
        // The worker that died a moment ago may still hold its files; the import after this one finds them free.
        if (!(error instanceof DOMException)) throw error
      }
    }
  }
}

/** One run: sealed pieces one after the other, whose lengths are remembered. */
class SealedRun implements SpillRun {
  readonly #file: FileSystemFileHandle
  readonly #key: DataKey
  readonly #name: string
  readonly #lengths: number[] = []
  #stream: Promise<FileSystemWritableFileStream> | undefined

  constructor(file: FileSystemFileHandle, key: DataKey, name: string) {
    this.#file = file
    this.#key = key
    this.#name = name
  }

  async append(lines: string[]): Promise<void> {
    const sealed = await encrypt(this.#key, encodeText(this.#name), encodeText(lines.join('\n')))
    const stream = await (this.#stream ??= this.#file.createWritable())
    await stream.write(sealed)
    this.#lengths.push(sealed.length)
  }

  async close(): Promise<void> {
    const stream = await this.#stream
    this.#stream = undefined
    await stream?.close()
  }

  async *read(): AsyncGenerator<string[]> {
    await this.close()
    const file = await this.#file.getFile()
    let at = 0
    for (const length of this.#lengths) {
      const piece = new Uint8Array(await file.slice(at, at + length).arrayBuffer())
      at += length
      const plain = await decrypt(this.#key, encodeText(this.#name), piece, {
        table: 'spill',
        id: this.#name,
      })
      yield decodeText(plain).split('\n')
    }
  }
}
