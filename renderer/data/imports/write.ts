import type { Transaction } from 'dexie'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { factsPerBlock, sealBlock } from '../facts/block'
import type { SealedBlock } from '../facts/block'
import type { FactItem, FactKind } from '../facts/kinds'
import type { ErrorRow } from '../records'
import { bump } from '../schema/counters'
import type { SlimRow } from '../schema/stored'
import { sealErrors } from './error-block'
import type { SealedErrors } from './error-block'
import { noProgress, progressIn, readProgress } from './progress'
import type { ImportProgressRow } from './progress'

/** Blocks that go into one transaction. */
const blocksPerChunk = 10

/**
 * Writes the facts and refused rows of a running import, chunk by chunk. A chunk is one relaxed transaction of
 * blocks, slim rows, counters and progress: after a kill the progress says exactly what is there.
 */
export class ImportWriter {
  readonly #context: BookContext
  readonly #kind: FactKind
  readonly #importId: string
  #progress: ImportProgressRow
  #facts: FactItem[] = []
  #errors: ErrorRow[] = []

  private constructor(context: BookContext, kind: FactKind, progress: ImportProgressRow, importId: string) {
    this.#context = context
    this.#kind = kind
    this.#progress = progress
    this.#importId = importId
  }

  /** Goes on where the progress on disk ends. */
  static async open(context: BookContext, kind: FactKind, importId: string): Promise<ImportWriter> {
    return new ImportWriter(context, kind, await readProgress(context, importId), importId)
  }

  get progress(): ImportProgressRow {
    return this.#progress
  }

  async facts(items: readonly FactItem[]): Promise<void> {
    this.#facts.push(...items)
    while (this.#facts.length >= factsPerBlock * blocksPerChunk) {
      await this.#write(this.#facts.splice(0, factsPerBlock * blocksPerChunk), [])
    }
  }

  async errors(rows: readonly ErrorRow[]): Promise<void> {
    this.#errors.push(...rows)
    while (this.#errors.length >= factsPerBlock * blocksPerChunk) {
      await this.#write([], this.#errors.splice(0, factsPerBlock * blocksPerChunk))
    }
  }

  /** Write what is still held back. */
  async flush(): Promise<void> {
    const facts = this.#facts.splice(0)
    const errors = this.#errors.splice(0)
    if (facts.length + errors.length > 0) await this.#write(facts, errors)
  }

  async #write(facts: readonly FactItem[], errors: readonly ErrorRow[]): Promise<void> {
    const { keys, connections } = this.#context
    const at = this.#progress
    const [blocks, errorBlocks] = await Promise.all([
      Promise.all(
        split(facts).map((part, i) => sealBlock(keys, this.#kind, this.#importId, at.blocks + i, part)),
      ),
      Promise.all(split(errors).map((part, i) => sealErrors(keys, this.#importId, at.errorBlocks + i, part))),
    ])
    const replaced = facts.flatMap(({ replaces }, i) =>
      replaces ? [{ id: replaces, by: blocks.flatMap(({ rows }) => rows)[i]!.id }] : [],
    )
    const next: ImportProgressRow = {
      ...at,
      records: at.records + facts.length,
      replaced: at.replaced + replaced.length,
      refused: at.refused + errors.length,
      blocks: at.blocks + blocks.length,
      errorBlocks: at.errorBlocks + errorBlocks.length,
      chunk: crypto.randomUUID(),
    }
    await connections.run('relaxed', (db) =>
      db.transaction('rw', writtenTables(this.#kind), (tx) =>
        this.#commit(tx, at, next, blocks, errorBlocks, replaced),
      ),
    )
    this.#progress = next
  }

  async #commit(
    tx: Transaction,
    at: ImportProgressRow,
    next: ImportProgressRow,
    blocks: readonly SealedBlock[],
    errorBlocks: readonly SealedErrors[],
    replaced: readonly { id: string; by: string }[],
  ): Promise<void> {
    const state = (await tx.table('imports').get(this.#importId))?.state
    const found = (await progressIn(tx, this.#importId)) ?? noProgress(this.#importId)
    // This very chunk went through before its connection was lost.
    if (found.chunk === next.chunk) return
    if (state !== 'running' || found.chunk !== at.chunk) {
      throw new DataRefusal('import-over', { id: this.#importId })
    }
    await tx.table('blocks').bulkAdd(blocks.map(({ block }) => block))
    await tx.table(this.#kind).bulkAdd(blocks.flatMap(({ rows }) => rows))
    await tx.table('errorBlocks').bulkAdd(errorBlocks.map(({ block }) => block))
    await tx.table('errors').bulkAdd(errorBlocks.flatMap(({ rows }) => rows))
    await markReplaced(tx, this.#kind, replaced)
    await bump(tx, {
      [this.#kind]: next.records - at.records - (next.replaced - at.replaced),
      errors: next.refused - at.refused,
    })
    await tx.table('meta').put(next)
  }
}

const writtenTables = (kind: FactKind) => [
  'imports',
  'blocks',
  kind,
  'errorBlocks',
  'errors',
  'counters',
  'meta',
]

async function markReplaced(
  tx: Transaction,
  kind: FactKind,
  replaced: readonly { id: string; by: string }[],
): Promise<void> {
  if (replaced.length === 0) return
  const rows: (SlimRow | undefined)[] = await tx.table(kind).bulkGet(replaced.map(({ id }) => id))
  await tx.table(kind).bulkPut(rows.flatMap((row, i) => (row ? [{ ...row, by: replaced[i]!.by }] : [])))
}

function split<T>(items: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < items.length; i += factsPerBlock) parts.push(items.slice(i, i + factsPerBlock))
  return parts
}
