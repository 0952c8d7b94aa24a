import { CodeBook } from './book'
import { unpack, type PackedTable } from './packed'
import { inForce, overlayOf, type OwnCodes } from './own'
import type { CodeOverlay, CodeTable, CodeTableId } from './table'

type Module = { default: PackedTable }

/** One import per table: a bundler makes a chunk of each, so a screen loads the 4,000 ports only when it needs them. */
const sources: Record<CodeTableId, () => Promise<Module>> = {
  container: () => import('./data/container.json'),
  country: () => import('./data/country.json'),
  'country-iso': () => import('./data/country-iso.json'),
  currency: () => import('./data/currency.json'),
  'currency-iso': () => import('./data/currency-iso.json'),
  district: () => import('./data/district.json'),
  'duty-mode': () => import('./data/duty-mode.json'),
  'levy-nature': () => import('./data/levy-nature.json'),
  port: () => import('./data/port.json'),
  region: () => import('./data/region.json'),
  'retail-import': () => import('./data/retail-import.json'),
  'supervision-mode': () => import('./data/supervision-mode.json'),
  'transaction-mode': () => import('./data/transaction-mode.json'),
  'transport-mode': () => import('./data/transport-mode.json'),
  unit: () => import('./data/unit.json'),
  wrap: () => import('./data/wrap.json'),
  'wrap-2018': () => import('./data/wrap-2018.json'),
}

/** The tables that the fields of customs messages refer to. */
export const messageTables = [
  'country',
  'country-iso',
  'currency',
  'currency-iso',
  'district',
  'port',
  'retail-import',
  'supervision-mode',
  'transport-mode',
  'unit',
  'wrap',
] as const satisfies readonly CodeTableId[]

export async function loadCodeTable(id: CodeTableId): Promise<CodeTable> {
  return unpack((await sources[id]()).default)
}

/** A book of the tables asked for, by default those a customs message needs, with the officer's rows over them. */
export async function loadCodeBook(
  overlay: CodeOverlay = {},
  ids: readonly CodeTableId[] = messageTables,
): Promise<CodeBook> {
  return new CodeBook(await Promise.all(ids.map(loadCodeTable)), overlay)
}

/** The same with what was published since, and what the officers of this machine added and say of completeness. */
export async function loadOwnCodeBook(
  own: OwnCodes,
  ids: readonly CodeTableId[] = messageTables,
): Promise<CodeBook> {
  const tables = await Promise.all(ids.map(loadCodeTable))
  return new CodeBook(
    tables.map((table) => inForce(table, own)),
    overlayOf(own.codes),
  )
}
