import type { Transaction } from 'dexie'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { factsPerBlock, sealBlock } from '../facts/block'
import { blockId, factId } from '../facts/fact-id'
import type { FactItem, FactKind } from '../facts/kinds'
import type { ErrorRow } from '../records'
import { bump } from '../schema/counters'
import type { BlockRow, ReplacedRow } from '../schema/stored'
import { sealErrors } from './error-block'
import type { SealedErrors } from './error-block'
import { noProgress, progressIn, readProgress } from './progress'
import type { ImportProgressRow } from './progress'

/** Blocks that go into one transaction. */
const blocksPerChunk = 10

/**
 * Writes the facts and refused rows of a running import, chunk by chunk. A chunk is one relaxed transaction of
 * blocks, counters and progress: after a kill the progress says exactly what is there. An import of goods
 * writes only its refused rows here; goods themselves are changed by commands.
 */
export class ImportWriter {
  readonly #context: BookContext
  readonly #kind: FactKind | 'goods'
  readonly #importId: string
  /** No fact of the kind is in the book yet, not even of this import: there is nothing to compare with. */
  readonly isFirst: boolean
  #progress: ImportProgressRow
  #facts: FactItem[] = []
  #errors: ErrorRow[] = []

  private constructor(
    context: BookContext,
    kind: FactKind | 'goods',
    progress: ImportProgressRow,
    importId: string,
    isFirst: boolean,
  ) {
    this.#context = context
    this.#kind = kind
    this.#progress = progress
    this.#importId = importId
    this.isFirst = isFirst
  }

  /** Goes on where the progress on disk ends. */
  static async open(context: BookContext, kind: FactKind | 'goods', importId: string): Promise<ImportWriter> {
    const progress = await readProgress(context, importId)
    const count = await context.connections.run('strict', (db) => db.table('counters').get(kind))
    return new ImportWriter(
      context,
      kind,
      progress,
      importId,
      (count?.n ?? 0) === 0 && progress.records === 0,
    )
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
    const kind = this.#kind as FactKind
    const [blocks, errorBlocks] = await Promise.all([
      Promise.all(split(facts).map((part, i) => sealBlock(keys, kind, this.#importId, at.blocks + i, part))),
      Promise.all(split(errors).map((part, i) => sealErrors(keys, this.#importId, at.errorBlocks + i, part))),
    ])
    const replaced = facts.flatMap(({ replaces }, i) =>
      replaces
        ? [
            {
              id: replaces,
              by: factId(
                blockId(this.#importId, at.blocks + Math.floor(i / factsPerBlock)),
                i % factsPerBlock,
              ),
            },
          ]
        : [],
    )
    const chunk: Chunk = {
      name: crypto.randomUUID(),
      after: at.chunk,
      blocks,
      errorBlocks,
      replaced,
      facts: facts.length,
      refused: errors.length,
    }
    this.#progress = await connections.run('relaxed', (db) =>
      db.transaction('rw', writtenTables, (tx) => this.#commit(tx, chunk)),
    )
  }

  async #commit(tx: Transaction, chunk: Chunk): Promise<ImportProgressRow> {
    const { blocks, errorBlocks, replaced, facts, refused } = chunk
    const state = (await tx.table('imports').get(this.#importId))?.state
    const found = (await progressIn(tx, this.#importId)) ?? noProgress(this.#importId)
    // This very chunk went through before its connection was lost.
    if (found.chunk === chunk.name) return found
    if (state !== 'running' || found.chunk !== chunk.after) {
      throw new DataRefusal('import-over', { id: this.#importId })
    }
    await tx.table('blocks').bulkAdd(blocks)
    await tx.table('replaced').bulkPut(replaced)
    await tx.table('errorBlocks').bulkAdd(errorBlocks.map(({ block }) => block))
    await tx.table('errors').bulkAdd(errorBlocks.flatMap(({ rows }) => rows))
    await bump(tx, { [this.#kind]: facts - replaced.length, errors: refused })
    const next: ImportProgressRow = {
      ...found,
      records: found.records + facts,
      replaced: found.replaced + replaced.length,
      refused: found.refused + refused,
      blocks: found.blocks + blocks.length,
      errorBlocks: found.errorBlocks + errorBlocks.length,
      chunk: chunk.name,
    }
    await tx.table('meta').put(next)
    return next
  }
}

type Chunk = {
  name: string
  /** The chunk on disk before it; another one there means another writer. */
  after: string
  blocks: readonly BlockRow[]
  errorBlocks: readonly SealedErrors[]
  replaced: readonly ReplacedRow[]
  facts: number
  refused: number
}

const writtenTables = ['imports', 'blocks', 'replaced', 'errorBlocks', 'errors', 'counters', 'meta']

function split<T>(items: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < items.length; i += factsPerBlock) parts.push(items.slice(i, i + factsPerBlock))
  return parts
}
