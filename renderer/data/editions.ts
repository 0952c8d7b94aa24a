import type { Dexie } from 'dexie'
import type { ReferenceRow } from '#shared/protocol/api'
import { listOf, rowsOf, type Rows } from '#shared/reference/rows'
import type { Connections } from './connection/connections'
import { DataRefusal } from './errors/refusal'

/**
 * An edition of a published table. `staged`: its rows are being written, nobody reads it yet; `undone`: it counts no more
 * and goes when the next is taken.
 */
export type Edition = {
  id: string
  table: string
  /** Counts up over all tables: of two the later was taken later. */
  n: number
  state: 'staged' | 'taken' | 'undone'
  version: string
  /** Of its rows, as `tableStatement` writes them; '' for one that no update joins on to. */
  digest: string
  /** The public key that signed it; absent for one from a plain file. */
  signer?: string
  /** The service or the file it came from. */
  source: string
  /** When it was taken: ISO instant. */
  at: string
  count: number
  /** Of a practice window: counts in 演练 books only. */
  practice?: true
}
type Offered = Omit<Edition, 'id' | 'n' | 'state' | 'count'>
type Block = { id: string; rows: ReferenceRow[] }

/** Rows written in one transaction: some tens of milliseconds, so that whoever else asks is not kept waiting. */
const perBlock = 500
const blocks = (count: number): number => Math.ceil(count / perBlock)
const blockId = (edition: string, at: number): string => `${edition}#${at}`
const blockIds = ({ id, count }: Pick<Edition, 'id' | 'count'>): string[] =>
  Array.from({ length: blocks(count) }, (_, at) => blockId(id, at))

/**
 * Editions of published tables. The rows of one are written first, block by block, then one write makes it count: killed
 * anywhere before, the former goes on to count, and taking the same again goes on where it was.
 */
export class EditionStore {
  readonly #connections: Connections

  constructor(connections: Connections) {
    this.#connections = connections
  }

  /** What was taken, oldest first; of a practice window only in a book of its kind, and there behind all others. */
  async taken(isPractice: boolean): Promise<Edition[]> {
    const all = await this.#connections.run('relaxed', (db) => db.table<Edition>('editions').toArray())
    return all
      .filter(({ state, practice }) => state === 'taken' && (isPractice || !practice))
      .sort((a, b) => Number(!!a.practice) - Number(!!b.practice) || a.n - b.n)
  }

  /** All rows of an edition. Refused with `missing` where some are gone. */
  async rows(edition: Edition): Promise<Rows> {
    const found = await this.#connections.run('relaxed', (db) =>
      db.table<Block>('editionRows').bulkGet(blockIds(edition)),
    )
    const rows = rowsOf(found.flatMap((block) => block?.rows ?? []))
    if (rows.size !== edition.count) throw new DataRefusal('missing', { table: 'editions', id: edition.id })
    return rows
  }

  /**
   * Take an edition. Refused with `stale`, and nothing changes, where another of the table was taken after `seen`, the highest
   * number that was seen of it. One of the same version and signer is replaced by it.
   * @param isKept whether earlier editions go on to count beside it; if not, only the one before is kept, to go back to
   */
  async take(offered: Offered, rows: Rows, seen: number, isKept: boolean): Promise<Edition> {
    const staged = await this.#stage(offered, rows)
    const ids = blockIds(staged)
    // In the order of the keys: blocks that an earlier attempt wrote are the same blocks.
    const list = listOf(rows).sort((a, b) => (a.key < b.key ? -1 : 1))
    const written = (db: Dexie) => db.table<Block, string>('editionRows').where('id').anyOf(ids).primaryKeys()
    const there = new Set(await this.#connections.run('relaxed', written))
    for (const [at, id] of ids.entries()) {
      if (there.has(id)) continue
      const block: Block = { id, rows: list.slice(at * perBlock, (at + 1) * perBlock) }
      await this.#connections.run('relaxed', (db) => db.table('editionRows').put(block))
    }
    const edition: Edition = { ...staged, state: 'taken' }
    await this.#connections.run('strict', (db) =>
      db.transaction('rw', 'editions', 'editionRows', async (tx) => {
        const all: Edition[] = await tx.table('editions').where('table').equals(offered.table).toArray()
        const others = all.filter(
          ({ id, state, practice }) =>
            state === 'taken' && practice === offered.practice && id !== edition.id,
        )
        const keys = await tx.table('editionRows').where('id').anyOf(ids).primaryKeys()
        const last = others.reduce<Edition | undefined>((a, b) => (a && a.n > b.n ? a : b), undefined)
        if (keys.length < ids.length || (last && last.n > seen)) throw staleOf(edition, seen)
        const isReplaced = ({ version, signer }: Edition) =>
          version === offered.version && signer === offered.signer
        const past = others.filter((one) => isReplaced(one) || !(isKept || one === last))
        await tx.table('editions').bulkPut([...past.map((one) => ({ ...one, state: 'undone' })), edition])
      }),
    )
    await this.#sweep(edition)
    return edition
  }

  /** It counts no more; the one before counts again. Refused with `missing` where it does not count. */
  async drop(id: string): Promise<void> {
    await this.#connections.run('strict', (db) =>
      db.transaction('rw', 'editions', async (tx) => {
        const edition: Edition | undefined = await tx.table('editions').get(id)
        if (edition?.state !== 'taken') throw new DataRefusal('missing', { table: 'editions', id })
        await tx.table('editions').put({ ...edition, state: 'undone' })
      }),
    )
  }

  /** The edition that is being written: one of the same content that was left behind, else a new one. */
  async #stage(offered: Offered, rows: Rows): Promise<Edition> {
    return this.#connections.run('strict', (db) =>
      db.transaction('rw', 'editions', async (tx) => {
        const all: Edition[] = await tx.table('editions').toArray()
        const left = all.find(
          ({ state, table, digest, practice }) =>
            state === 'staged' &&
            table === offered.table &&
            digest === offered.digest &&
            practice === offered.practice,
        )
        const n = Math.max(0, ...all.map((one) => one.n)) + 1
        const id = left?.id ?? `${offered.table}@${n}`
        const edition: Edition = { ...offered, id, n, state: 'staged', count: rows.size }
        await tx.table('editions').put(edition)
        return edition
      }),
    )
  }

  /** Take away what counts no more, but not what somebody is writing for another table. */
  async #sweep({ table, practice }: Edition): Promise<void> {
    const all = await this.#connections.run('relaxed', (db) =>
      db.table<Edition>('editions').where('table').equals(table).toArray(),
    )
    for (const one of all) {
      if (one.state === 'taken' || one.practice !== practice) continue
      await this.#connections.run('relaxed', (db) =>
        db.transaction('rw', 'editions', 'editionRows', async (tx) => {
          await tx.table('editionRows').bulkDelete(blockIds(one))
          await tx.table('editions').delete(one.id)
        }),
      )
    }
  }
}

const staleOf = ({ id, n }: Edition, expected: number) =>
  new DataRefusal('stale', { table: 'editions', id, expected, found: n })
