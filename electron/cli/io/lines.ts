import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Writes text with back-pressure into `path.part` and gives it its name only when it is complete. */
export class TextWriter {
  readonly #path: string
  readonly #stream: WriteStream
  #failed: Error | undefined

  constructor(path: string) {
    this.#path = path
    this.#stream = createWriteStream(`${path}.part`)
    this.#stream.on('error', (error) => (this.#failed = error))
  }

  async write(text: string): Promise<void> {
    if (this.#failed) throw this.#failed
    if (!this.#stream.write(text)) await once(this.#stream, 'drain')
  }

  async commit(): Promise<void> {
    this.#stream.end()
    await once(this.#stream, 'close')
    if (this.#failed) throw this.#failed
    await rename(`${this.#path}.part`, this.#path)
  }

  /** Leave nothing behind; does nothing after `commit`. */
  async discard(): Promise<void> {
    if (!this.#stream.closed) {
      this.#stream.destroy()
      await once(this.#stream, 'close')
    }
    await rm(`${this.#path}.part`, { force: true })
  }
}

/** Lines of a text file, without their ends; memory does not grow with the file. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8')
  yield* createInterface({ input: stream, crlfDelay: Infinity })
}

/** Records of an NDJSON file as `--out` writes it; blank lines are skipped. Throws with the line that is no JSON. */
export async function* readRecords(path: string): AsyncGenerator<unknown> {
  let number = 0
  for await (const line of readLines(path)) {
    number++
    if (line.trim() === '') continue
    try {
      yield JSON.parse(line)
    } catch {
      throw new SyntaxError(`${path}:${number}: not a JSON record`)
    }
  }
}
