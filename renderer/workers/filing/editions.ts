import { z } from 'zod'
import { loadCodeBook } from '#shared/codes/load'
import { businessDay } from '#shared/time/shanghai'
import { day } from '#shared/model/field'
import { addDays } from '#shared/rules/days'
import { codeChangesOf, type CodeChange } from '#shared/tariff/code-changes'
import { codeChangeRowsOf, tariffRowsOf } from '#shared/reference/read'
import { tariffRowOf } from '#shared/tariff/facts'
import { shippedHeadings } from '#shared/tariff/headings'
import { tariffOn, type Tariff, type TariffRow } from '#shared/tariff/tariff'
import type { Edition } from '../../data/editions'
import { DataRefusal } from '../../data/errors/refusal'
import { eachFact } from '../../data/facts/read'
import { listImports } from '../../data/imports/begin'
import type { TariffEdition, TariffUsed } from '../../data/port'
import { editionsOf, publishedRows, referenceTable, rowsOfEdition } from '../../data/reference'
import { draftSetting, putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { isPractice } from './masters'
import type { FilingStore } from './store'

const editionsKey = 'tariff.editions'
/** What the officer said of an import: its name, the day it holds from, whether it has every code. */
const Said = z.record(
  z.string(),
  z.strictObject({
    edition: z.string().min(1).optional(),
    from: day.optional(),
    complete: z.boolean().optional(),
  }),
)

type Rows = { rows: TariffRow[]; unknownUnits: string[] }

/** Imported lines never change, so they are read once; of a code that stands twice from one day the first row counts. */
const rowsOf = (store: FilingStore, importId: string): Promise<Rows> =>
  store.made(`tariff rows ${importId}`, [], async () => {
    const units = await loadCodeBook({}, ['unit'])
    const byName = new Map(units.table('unit').rows.map(({ code, zh }) => [zh, code]))
    const unitCode = (text: string) => (units.lookup('unit', text) ? text : byName.get(text))
    const rows = new Map<string, TariffRow>()
    const unknownUnits = new Set<string>()
    for await (const chunk of eachFact(store.context, 'tariff', [importId])) {
      for (const { record } of chunk) {
        const key = `${record.code} ${record.from ?? ''}`
        if (rows.has(key)) continue
        const { row, unknown } = tariffRowOf(record, unitCode)
        rows.set(key, row)
        for (const unit of unknown) unknownUnits.add(unit)
      }
    }
    return { rows: [...rows.values()], unknownUnits: [...unknownUnits] }
  })

/** Lines of an edition that was published: it names units by their numbers, and says itself from when it holds. */
const publishedOf = (store: FilingStore, edition: Edition) =>
  store.made(`published tariff ${edition.id} ${edition.n}`, [], async () =>
    tariffRowsOf(await rowsOfEdition(edition)),
  )

/** The day most lines say; of a table that says none the year it was imported in begins (企业内部口径). */
function firstDay(rows: readonly TariffRow[], at: string): string {
  const counts = new Map<string, number>()
  for (const { from } of rows) if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? `${businessDay(at).slice(0, 4)}-01-01`
}

/** Editions of the tariff, newest first. */
export const editions = (store: FilingStore): Promise<TariffEdition[]> =>
  store.made(`tariff editions ${store.today}`, ['imports', 'settings', referenceTable], async () => {
    const said = (await readSetting(store.context, editionsKey, Said)) ?? {}
    const imports = (await listImports(store.context)).filter(
      ({ record }) => record.kind === 'tariff' && record.state === 'done',
    )
    const found = await Promise.all(
      imports.map(async ({ id, record }) => {
        const { rows, unknownUnits } = await rowsOf(store, id)
        const {
          edition = record.file,
          from = firstDay(rows, record.startedAt),
          complete = false,
        } = said[id] ?? {}
        const at = record.startedAt
        return {
          importId: id,
          file: record.file,
          at,
          edition,
          from,
          complete,
          rows: rows.length,
          unknownUnits,
        }
      }),
    )
    const taken = await editionsOf('tariff', await isPractice(store))
    const published = await Promise.all(
      taken.map(async (one): Promise<Omit<TariffEdition, 'used'>> => {
        const { head, rows } = await publishedOf(store, one)
        const { edition, from, complete } = head
        const { id, source, at, version } = one
        return {
          importId: id,
          file: source,
          at,
          edition,
          from,
          complete,
          rows: rows.length,
          unknownUnits: [],
          published: version,
        }
      }),
    )
    const inOrder = [...found, ...published].sort((a, b) => compare(b.from, a.from) || compare(b.at, a.at))
    const used = inOrder.find(({ from }) => from <= store.today)
    return inOrder.map((one) => ({ ...one, used: one === used }))
  })

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What an officer says of an edition. Refused with `missing` for an import that is none. */
export async function describe(
  store: FilingStore,
  importId: string,
  edit: Partial<Pick<TariffEdition, 'edition' | 'from' | 'complete'>>,
  why: string,
): Promise<void> {
  if (!(await editions(store)).some((one) => one.importId === importId && one.published === undefined)) {
    throw new DataRefusal('missing', { table: 'imports', id: importId })
  }
  await command(
    store.context,
    'tariff.describe',
    store.who,
    why,
    async (draft) => {
      const said = (await draftSetting(store.context, draft, editionsKey, Said)) ?? {}
      const read = Said.safeParse({ ...said, [importId]: { ...said[importId], ...edit } })
      if (!read.success) {
        const [issue] = read.error.issues
        const field = issue?.path.slice(1).join('.') ?? ''
        throw new DataRefusal('invalid', { table: 'settings', field, detail: issue?.message ?? '' })
      }
      await putSetting(draft, editionsKey, read.data)
    },
    { about: { import: importId } },
  )
}

/** A tariff as it stands on a day, and which one it is. `since`: the day before its first. */
export type TariffOfDay = { used: TariffUsed; tariff: Tariff; since: string }

export async function editionOn(store: FilingStore, on: string): Promise<TariffOfDay | undefined> {
  const found = (await editions(store)).find(({ from }) => from <= on)
  if (!found) return undefined
  const { importId, edition, from, complete, file } = found
  const taken = await editionsOf('tariff', await isPractice(store))
  const published = taken.find(({ id }) => id === importId)
  const { rows } = published ? await publishedOf(store, published) : await rowsOf(store, importId)
  const tariff = tariffOn({ edition, source: file, complete, rows }, on)
  return { used: { importId, edition, from, complete }, tariff, since: addDays(from, -1) }
}

/** The tariff of a day; the shipped headings where none was imported for it. */
export async function tariffOf(store: FilingStore, on: string): Promise<TariffOfDay> {
  const imported = await editionOn(store, on)
  if (imported) return imported
  const { edition, complete } = shippedHeadings
  return {
    used: { importId: '', edition, from: '', complete },
    tariff: shippedHeadings,
    since: on,
  }
}

export const codeChanges = (store: FilingStore): Promise<CodeChange[]> =>
  store.made('code changes', ['imports', referenceTable], async () => {
    const imports = (await listImports(store.context)).filter(
      ({ record }) => record.kind === 'code-changes' && record.state === 'done',
    )
    const facts = []
    for await (const chunk of eachFact(
      store.context,
      'code-changes',
      imports.map(({ id }) => id),
    )) {
      facts.push(...chunk.map(({ record }) => record))
    }
    const published = await publishedRows('code-changes', await isPractice(store))
    return codeChangesOf([...facts, ...(published ? codeChangeRowsOf(published.rows) : [])])
  })
