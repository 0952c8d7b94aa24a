import { forBook, isCodeTable, type OwnCode, type OwnCodes, type OwnEdition } from '#shared/codes/own'
import { Connections } from './connection/connections'
import type { OpenOptions } from './connection/open'
import { commonMigrations } from './migrations/index'

/** What a practice window published lies beside the rest, never in its place. */
const apart = (practice: true | undefined, id: string): string => (practice ? `practice:${id}` : id)
const codeId = ({ table, code, practice }: Pick<OwnCode, 'table' | 'code' | 'practice'>): string =>
  apart(practice, `${table}:${code}`)

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

  constructor(options?: Partial<OpenOptions>) {
    this.#connections = new Connections('common', commonMigrations, options)
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
        // What an officer says of a code goes before what a practice window published.
        const said = codes.filter(({ name, practice }) => name !== '' && !practice)
        await tx.table('codes').bulkDelete(said.map((code) => codeId({ ...code, practice: true })))
      }),
    )
  }

  /** In a 演练 book also what its practice window published. */
  async dropCodes(codes: readonly Pick<OwnCode, 'table' | 'code'>[], isPractice: boolean): Promise<void> {
    const drill = isPractice ? codes.map((code) => codeId({ ...code, practice: true })) : []
    await this.#connections.run('strict', (db) =>
      db.table('codes').bulkDelete([...codes.map(codeId), ...drill]),
    )
  }

  async setEdition(edition: OwnEdition): Promise<void> {
    await this.#connections.run('strict', (db) =>
      db.table('versions').put({ ...edition, name: apart(edition.practice, edition.table) }),
    )
  }

  /** The shipped table counts again as it was shipped. */
  async dropEdition(table: OwnEdition['table'], isPractice: boolean): Promise<void> {
    const names = isPractice ? [table, apart(true, table)] : [table]
    await this.#connections.run('strict', (db) => db.table('versions').bulkDelete(names))
  }

  /**
   * What was added to the code tables and counts in a book of this kind; rows of a newer version for tables unknown here
   * are left alone.
   */
  async ownCodes(isPractice: boolean): Promise<OwnCodes> {
    return this.#connections.run('relaxed', async (db) => {
      const codes = await db.table<OwnCode>('codes').toArray()
      const editions = await db.table<OwnEdition>('versions').toArray()
      const own = {
        codes: codes.filter(({ table }) => isCodeTable(table)).map((row) => without(row, 'id')),
        editions: editions.filter(({ table }) => isCodeTable(table)).map((row) => without(row, 'name')),
      }
      return forBook(own, isPractice)
    })
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
