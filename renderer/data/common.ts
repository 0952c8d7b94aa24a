import {
  isCodeTable,
  type OwnCode,
  type OwnCodes,
  type OwnEdition,
  type PublishedTable,
} from '#shared/codes/own'
import { codeRowsOf } from '#shared/reference/read'
import { Connections } from './connection/connections'
import type { OpenOptions } from './connection/open'
import { EditionStore } from './editions'
import { commonMigrations } from './migrations/index'

const codeId = ({ table, code }: Pick<OwnCode, 'table' | 'code'>): string => `${table}:${code}`

/** A stored row without the key it is stored under. */
function without<T extends object>(row: T, key: string): T {
  const { [key]: _key, ...rest } = row as Record<string, unknown>
  return rest as T
}

/**
 * The database of this machine: public reference data that officers added, and settings that belong to no enterprise.
 * Clear and shared by all books; no operation spans it and a book.
 */
export class CommonStore {
  readonly #connections: Connections
  /** Editions of published tables. */
  readonly editions: EditionStore

  constructor(options?: Partial<OpenOptions>) {
    this.#connections = new Connections('common', commonMigrations, options)
    this.editions = new EditionStore(this.#connections)
  }

  /**
   * Lay codes over the shipped tables. A code that is known keeps its first day; one that is only remembered (no name)
   * never takes the name of a known one away.
   */
  async putCodes(codes: readonly OwnCode[]): Promise<void> {
    await this.#connections.run('strict', (db) =>
      db.transaction('rw', 'codes', async (tx) => {
        const rows = codes.map((code) => ({ ...code, id: codeId(code) }))
        const known: (OwnCode | undefined)[] = await tx.table('codes').bulkGet(rows.map(({ id }) => id))
        const merged = rows.flatMap((row, i) => {
          const before = known[i]
          if (before && row.name === '') return []
          return [{ ...row, firstSeen: before?.firstSeen ?? row.firstSeen }]
        })
        await tx.table('codes').bulkPut(merged)
      }),
    )
  }

  async dropCodes(codes: readonly Pick<OwnCode, 'table' | 'code'>[]): Promise<void> {
    await this.#connections.run('strict', (db) => db.table('codes').bulkDelete(codes.map(codeId)))
  }

  async setEdition(edition: OwnEdition): Promise<void> {
    await this.#connections.run('strict', (db) =>
      db.table('versions').put({ ...edition, name: edition.table }),
    )
  }

  /** The table counts again as it was shipped or published. */
  async dropEdition(table: OwnEdition['table']): Promise<void> {
    await this.#connections.run('strict', (db) => db.table('versions').delete(table))
  }

  /**
   * What was added to the code tables and published of them, as it counts in a book of this kind; rows of a newer version for
   * tables unknown here are left alone.
   */
  async ownCodes(isPractice: boolean): Promise<OwnCodes> {
    const own = await this.#connections.run('relaxed', async (db) => {
      const codes = await db.table<OwnCode>('codes').toArray()
      const editions = await db.table<OwnEdition>('versions').toArray()
      return {
        codes: codes.filter(({ table }) => isCodeTable(table)).map((row) => without(row, 'id')),
        editions: editions.filter(({ table }) => isCodeTable(table)).map((row) => without(row, 'name')),
      }
    })
    const last = new Map((await this.editions.taken(isPractice)).map((one) => [one.table, one]))
    const published: PublishedTable[] = []
    for (const edition of last.values()) {
      const { table, version, at, source } = edition
      if (!isCodeTable(table)) continue
      const rows = codeRowsOf(await this.editions.rows(edition))
      published.push({ table, edition: version, date: at, source, rows })
    }
    // What was declared without a name, and has one by now, waits for no officer.
    const isNamed = ({ table, code }: OwnCode) =>
      published.some((one) => one.table === table && one.rows.some((row) => row.code === code))
    return { ...own, codes: own.codes.filter((one) => one.name !== '' || !isNamed(one)), published }
  }

  /** A setting of the machine (language, column widths); JSON. */
  async setting<T>(key: string): Promise<T | undefined> {
    const row = await this.#connections.run('relaxed', (db) => db.table('settings').get(key))
    return row?.value as T | undefined
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#connections.run('strict', (db) => db.table('settings').put({ key, value }))
  }

  close(): Promise<void> {
    return this.#connections.close()
  }
}
