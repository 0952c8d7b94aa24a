import { createReadStream } from 'node:fs'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Spill, SpillRun } from '#shared/import/ports'

const LINES_PER_READ = 2000

/** Runs in a folder of their own under `parent`, which exists only while it is needed. */
export class TempSpill implements Spill {
  readonly #parent: string
  #folder: Promise<string> | undefined

  constructor(parent = tmpdir()) {
    this.#parent = parent
  }

  async run(name: string): Promise<SpillRun> {
    this.#folder ??= mkdtemp(join(this.#parent, 'yiguan-import-'))
    const path = join(await this.#folder, name)
    await appendFile(path, '')
    return {
      append: (lines) => appendFile(path, `${lines.join('\n')}\n`),
      async *read() {
        let batch: string[] = []
        for await (const line of createInterface({
          input: createReadStream(path, 'utf8'),
          crlfDelay: Infinity,
        })) {
          batch.push(line)
          if (batch.length < LINES_PER_READ) continue
          yield batch
          batch = []
        }
        if (batch.length > 0) yield batch
        await rm(path, { force: true })
      },
    }
  }

  async dispose(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }
}
