import { ControlList } from '#shared/control/list'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import { readZone } from '#shared/zones/read-zone'
import { rowsOfZone, tableOfZone } from '#shared/zones/zone-rows'
import { z } from 'zod'
import type { ReferenceRow } from '#shared/protocol/api'
import type { Migration } from './migration'

const Files = z.array(z.object({ id: z.string(), file: z.string(), text: z.string() }))
type Kept = { table: string; version: string; source: string; rows: ReferenceRow[] }

/**
 * - `editions`: each edition of a published table that was taken here, by `table`.
 * - `editionRows`: its rows in blocks.
 *
 * Zones and lists that were settings become editions. What signed updates laid over the code tables goes: an edition is a
 * whole table, and is fetched again; codes of officers stay.
 */
export const common002: Migration = {
  version: 2,
  stores: { editions: 'id, table', editionRows: 'id' },
  async upgrade(transaction) {
    const settings = transaction.table('settings')
    const at = new Date(0).toISOString()
    const kept = [
      ...zonesOf((await settings.get('zone.files'))?.value),
      ...listsOf((await settings.get('control.lists'))?.value),
    ]
    for (const [at0, { table, version, source, rows }] of kept.entries()) {
      const id = `${table}@${at0 + 1}`
      const edition = {
        id,
        table,
        n: at0 + 1,
        state: 'taken',
        version,
        digest: '',
        source,
        at,
        count: rows.length,
      }
      await transaction.table('editions').put(edition)
      await transaction.table('editionRows').put({ id: `${id}#0`, rows })
    }
    await settings.bulkDelete(['zone.files', 'control.lists'])
    await transaction
      .table('codes')
      .filter((row: { practice?: true; mark?: string }) => row.practice === true || row.mark !== undefined)
      .delete()
    await transaction
      .table('versions')
      .filter(
        (row: { reference?: unknown; practice?: true }) =>
          row.practice === true || row.reference !== undefined,
      )
      .delete()
  },
}

const zonesOf = (value: unknown): Kept[] =>
  (Files.safeParse(value).data ?? []).flatMap(({ file, text }) => {
    const read = readZone(jsonOf(text), file)
    if (!read.ok) return []
    const { zone } = read
    return [{ table: tableOfZone(zone.id), version: zone.edition, source: file, rows: rowsOfZone(zone) }]
  })

/** What is no JSON is no zone: a file that was spoilt must not keep the store from being opened. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** One that was signed is fetched again, from its publisher, in the form that says what it hangs on. */
const listsOf = (value: unknown): Kept[] =>
  (z.array(ControlList).safeParse(value).data ?? []).flatMap((list) =>
    list.reference
      ? []
      : [
          {
            table: tableOfList(list.id),
            version: list.version,
            source: list.name.zh,
            rows: rowsOfList(list),
          },
        ],
  )
