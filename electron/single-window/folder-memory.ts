import { open, readFile, type FileHandle } from 'node:fs/promises'

/**
 * What the bridge remembers of a folder, in one file that only grows: batches that were written in full, and receipts
 * in the order they were first seen. Random ids and digests only, nothing of the enterprise.
 */
export class FolderMemory {
  readonly #written = new Set<string>()
  readonly #receipts: string[] = []
  readonly #known = new Set<string>()

  private constructor(private readonly handle: FileHandle) {}

  static async open(file: string): Promise<FolderMemory> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    const memory = new FolderMemory(await open(file, 'a'))
    // A line torn by a power cut is short of its end and counts as never written.
    const lines = text.split('\n')
    if (lines.pop() !== '') await memory.handle.write('\n')
    for (const line of lines) {
      const [kind, value] = line.split(' ')
      if (kind === 'w' && value) memory.#written.add(value)
      else if (kind === 'r' && value?.length === 32) memory.#add(value)
    }
    return memory
  }

  isWritten(batchId: string): boolean {
    return this.#written.has(batchId)
  }

  /** Resolves when it is on disk. */
  async wrote(batchId: string): Promise<void> {
    await this.#append([`w ${batchId}`])
    this.#written.add(batchId)
  }

  /** Digests of receipts, oldest first; place + 1 is the number they are given out under. */
  get receipts(): readonly string[] {
    return this.#receipts
  }

  hasSeen(digest: string): boolean {
    return this.#known.has(digest)
  }

  async sawReceipts(digests: readonly string[]): Promise<void> {
    const fresh = digests.filter((digest) => !this.#known.has(digest))
    if (fresh.length === 0) return
    await this.#append(fresh.map((digest) => `r ${digest}`))
    for (const digest of fresh) this.#add(digest)
  }

  close(): Promise<void> {
    return this.handle.close()
  }

  #add(digest: string): void {
    if (this.#known.has(digest)) return
    this.#known.add(digest)
    this.#receipts.push(digest)
  }

  async #append(lines: readonly string[]): Promise<void> {
    await this.handle.writeFile(lines.map((line) => `${line}\n`).join(''))
    await this.handle.sync()
  }
}
