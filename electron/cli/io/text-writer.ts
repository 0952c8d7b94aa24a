import { open, rename, rm, type FileHandle } from 'node:fs/promises'

/** Writes text into `path.part` and gives it its name only when it is complete. */
export class TextWriter {
  readonly #path: string
  readonly #file: FileHandle
  #closed = false

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  /** Rejects at once where nothing can be written. */
  static async open(path: string): Promise<TextWriter> {
    return new TextWriter(path, await open(`${path}.part`, 'w'))
  }

  async write(text: string): Promise<void> {
    await this.#file.writeFile(text)
  }

  async commit(): Promise<void> {
    await this.#close()
    await rename(`${this.#path}.part`, this.#path)
  }

  /** Leave nothing behind; does nothing after `commit`. */
  async discard(): Promise<void> {
    await this.#close()
    await rm(`${this.#path}.part`, { force: true })
  }

  async #close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#file.close()
  }
}
