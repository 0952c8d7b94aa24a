import { FileFault } from '../table/file-fault'
import { bucketOf } from './hash'
import type { Spill, SpillRun } from './ports'
import type { RowTime } from './read-row'

/**
 * A row on its way into a record. `block` counts runs of adjacent rows with the same key, `print` is a hash of the
 * whole row, columns that no field reads included.
 */
export type Draft = {
  key: string
  row: number
  block: number
  print: string
  values: string[]
  time?: RowTime
}
/** The key of a row that was refused: its record lacks that row. */
export type Gap = { key: string; row: number }

export type Group = { key: string; drafts: Draft[]; gaps: number[] }

const BUCKETS = 64
/** Rows kept on the heap before grouping moves to temporary storage. */
const ROWS_IN_MEMORY = 150_000
const LINES_PER_APPEND = 500
/** No order has as many lines; a column with so many equal cells is not the one with the numbers. */
export const MOST_ROWS_OF_KEY = 100_000

/**
 * Gathers the rows of each key. Small files are grouped on the heap, in order of their first row. Larger ones are
 * spread over temporary runs by a hash of the key and grouped run by run, so the heap holds one run at a time.
 */
export class Grouper {
  readonly #spill: Spill | undefined
  readonly #limit: number
  #groups = new Map<string, Group>()
  #held = 0
  #runs: { run: SpillRun; lines: string[] }[] | undefined

  constructor(spill: Spill | undefined, limit = ROWS_IN_MEMORY) {
    this.#spill = spill
    this.#limit = limit
  }

  /** A promise only when something had to be written; millions of rows should not each cost a turn of the loop. */
  add(line: Draft | Gap): Promise<void> | undefined {
    if (this.#runs) return this.#append(line.key, JSON.stringify(line))
    this.#take(line)
    return ++this.#held > this.#limit && this.#spill ? this.#spillOver(this.#spill) : undefined
  }

  /** Groups on the heap, for a caller that knows there are few rows. */
  held(): Group[] {
    return [...this.#groups.values()]
  }

  /** All groups, in batches; drafts of a group are in the order of the file. Empties the grouper. */
  async *groups(batch: number): AsyncGenerator<Group[]> {
    if (!this.#runs) {
      yield* this.#drain(batch)
      return
    }
    for (const { run, lines } of this.#runs.splice(0)) {
      if (lines.length > 0) await run.append(lines)
      for await (const read of run.read())
        for (const line of read) this.#take(JSON.parse(line) as Draft | Gap)
      yield* this.#drain(batch)
    }
  }

  *#drain(batch: number): Generator<Group[]> {
    let out: Group[] = []
    for (const group of this.#groups.values()) {
      out.push(group)
      if (out.length < batch) continue
      yield out
      out = []
    }
    if (out.length > 0) yield out
    this.#groups = new Map()
  }

  #take(line: Draft | Gap): void {
    const group = this.#groupOf(line.key)
    if ('values' in line) group.drafts.push(line)
    else group.gaps.push(line.row)
    if (group.drafts.length + group.gaps.length > MOST_ROWS_OF_KEY) {
      const value = line.key.slice(line.key.lastIndexOf('|') + 1)
      throw new FileFault('file.one-key', { value, rows: String(MOST_ROWS_OF_KEY) })
    }
  }

  #groupOf(key: string): Group {
    let group = this.#groups.get(key)
    if (!group) {
      group = { key, drafts: [], gaps: [] }
      this.#groups.set(key, group)
    }
    return group
  }

  async #spillOver(spill: Spill): Promise<void> {
    this.#runs = []
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      this.#runs.push({ run: await spill.run(`rows-${bucket}`), lines: [] })
    }
    for (const { key, drafts, gaps } of this.#groups.values()) {
      for (const draft of drafts) await this.#append(key, JSON.stringify(draft))
      for (const row of gaps) await this.#append(key, JSON.stringify({ key, row }))
    }
    this.#groups = new Map()
  }

  #append(key: string, line: string): Promise<void> | undefined {
    const target = this.#runs?.[bucketOf(key, BUCKETS)]
    if (!target) return undefined
    target.lines.push(line)
    if (target.lines.length < LINES_PER_APPEND) return undefined
    const { lines } = target
    target.lines = []
    return target.run.append(lines)
  }
}
