import type { Spill, SpillRun } from '#shared/import/ports'
import { decodeText, encodeText } from '../../data/sealing/bytes'

const IV_BYTES = 12

/**
 * Temporary runs of an import in the private file system of the origin. What lies there is sealed with a key that is
 * made for this import and exists in this worker's memory alone: after a kill nobody can read what is left, and the
 * next import of the book removes it.
 */
export class SealedSpill implements Spill {
  readonly #prefix: string
  readonly #key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  readonly #runs: SealedRun[] = []
  #folder: Promise<FileSystemDirectoryHandle> | undefined

  constructor(database: string) {
    this.#prefix = `import-runs-${database}-`
  }

  async run(name: string): Promise<SpillRun> {
    const folder = await (this.#folder ??= this.#open())
    const run = new SealedRun(await folder.getFileHandle(name, { create: true }), await this.#key)
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
  readonly #key: CryptoKey
  readonly #lengths: number[] = []
  #stream: Promise<FileSystemWritableFileStream> | undefined

  constructor(file: FileSystemFileHandle, key: CryptoKey) {
    this.#file = file
    this.#key = key
  }

  async append(lines: string[]): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const plain = encodeText(lines.join('\n'))
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#key, plain))
    const stream = await (this.#stream ??= this.#file.createWritable())
    await stream.write(iv)
    await stream.write(sealed)
    this.#lengths.push(IV_BYTES + sealed.length)
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
      const iv = piece.subarray(0, IV_BYTES)
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.#key, piece.subarray(IV_BYTES))
      yield decodeText(new Uint8Array(plain)).split('\n')
    }
  }
}
