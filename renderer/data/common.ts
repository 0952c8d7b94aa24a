import { Connections } from './connection/connections'
import type { OpenOptions } from './connection/open'
import { commonMigrations } from './migrations/index'

/** A code that no shipped table knew when it was declared (自增): accepted, remembered, shown as such. */
export type GrownCode = { table: string; code: string; name: string; firstSeen: string; source: string }
/** Version and date of a reference table in use. */
export type ReferenceVersion = { name: string; version: string; date: string; source: string }

/**
 * The database of this machine: public reference data that officers added, and settings that belong to no enterprise.
 * Clear and shared by all books; no operation spans it and a book.
 */
export class CommonStore {
  readonly #connections: Connections

  constructor(options?: Partial<OpenOptions>) {
    this.#connections = new Connections('common', commonMigrations, options)
  }

  /** Remember a code; one that is known keeps its first date and gets the new name. */
  async growCode(code: GrownCode): Promise<void> {
    const id = `${code.table}:${code.code}`
    await this.#connections.run('strict', (db) =>
      db.transaction('rw', 'codes', async (tx) => {
        const known: GrownCode | undefined = await tx.table('codes').get(id)
        await tx.table('codes').put({ ...code, id, firstSeen: known?.firstSeen ?? code.firstSeen })
      }),
    )
  }

  async grownCodes(): Promise<GrownCode[]> {
    return this.#connections.run('relaxed', (db) => db.table<GrownCode>('codes').toArray())
  }

  async setVersion(version: ReferenceVersion): Promise<void> {
    await this.#connections.run('strict', (db) => db.table('versions').put(version))
  }

  async versions(): Promise<ReferenceVersion[]> {
    return this.#connections.run('relaxed', (db) => db.table<ReferenceVersion>('versions').toArray())
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
