import { describe, expect, it } from 'vitest'
import { newDatabaseName } from '../../../test/data/book-kit'
import frozen from '../../../test/fixtures/db/schema.json'
import { declare, openDatabase } from '../connection/open'
import { bookMigrations, commonMigrations } from './index'
import type { Migration } from './migration'

function declared(migrations: readonly Migration[]): Record<string, string> {
  const db = declare({ name: newDatabaseName(), migrations, durability: 'default' })
  return Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src).sort()].join(', '),
    ]),
  )
}

describe('the schema', () => {
  it('is what its version was released with: a change of stores needs a new migration', () => {
    expect({ book: declared(bookMigrations), common: declared(commonMigrations) }).toEqual(
      frozen.versions[String(bookMigrations.length) as '1'],
    )
  })

  it('numbers its migrations from 1 without a gap', () => {
    for (const migrations of [bookMigrations, commonMigrations]) {
      expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
    }
  })

  it('lies on the disk exactly as declared', async () => {
    const name = newDatabaseName()
    const db = await openDatabase({ name, migrations: bookMigrations, durability: 'default' })
    const native = db.backendDB()
    expect(native.version).toBe(bookMigrations.length * 10)
    const stores = Array.from(native.objectStoreNames)
    const tx = native.transaction(stores)
    const found = stores.map((store) => [store, Array.from(tx.objectStore(store).indexNames).sort()])
    const wanted = db.tables.map(({ name: table, schema }) => [
      table,
      schema.indexes.map((i) => i.name).sort(),
    ])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
    db.close()
  })
})
