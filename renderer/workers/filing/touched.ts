import { hasWord } from '#shared/control/word-match'
import type { Goods } from '#shared/model/goods'
import type { Template } from '#shared/model/template'
import type { ReferenceKind } from '#shared/reference/kinds'
import type { Change, Row } from '#shared/reference/rows'
import { tableOfZone } from '#shared/zones/zone-rows'
import type { Touched } from '../../data/port'
import { eachRecord } from '../../data/read/records'
import { masters } from './masters'
import type { FilingStore } from './store'

/** Records named for each kind of record. */
const named = 5

/** Fields of goods and templates that hold a code of a table. */
const goodsFields: Readonly<Record<string, readonly (keyof Goods)[]>> = {
  unit: ['unit', 'unit1', 'unit2'],
  country: ['origin'],
}
const templateFields: Readonly<Record<string, readonly (keyof Template)[]>> = {
  district: ['customsCode', 'portCode'],
  'transport-mode': ['trafMode'],
  wrap: ['wrapType'],
  country: ['warehouseCountry', 'departureCountry', 'tradeCountry'],
  currency: ['fCurrency', 'iCurrency'],
}

/** Which records of the book rest on rows that change. */
export async function touchedBy(
  store: FilingStore,
  { hangs }: ReferenceKind,
  table: string,
  changes: readonly Change[],
): Promise<Touched[]> {
  const touched: Touched[] = []
  const add = (what: Touched['what'], names: readonly string[]) => {
    if (names.length > 0) touched.push({ what, count: names.length, first: names.slice(0, named) })
  }
  if (changes.length === 0) return touched
  if (hangs.includes('zone') && tableOfZone((await store.enterprise())?.zone ?? '') === table) {
    add('drafts', await drafts(store, undefined))
    add('filings', [...(await masters(store)).keys()])
  }
  const goods = await goodsTouched(store, hangs, table, changes)
  add(
    'goods',
    goods.map(({ record }) => record.sku),
  )
  if (goods.length > 0) add('drafts', await drafts(store, new Set(goods.map(({ id }) => id))))
  if (hangs.includes('codes')) add('templates', await templatesTouched(store, table, changes))
  if (hangs.includes('batches')) {
    const open = (await store.records('rebateBatches')).filter(({ locked }) => !locked)
    add(
      'batches',
      open.map(({ period, number }) => `${period}-${number}`),
    )
  }
  return touched
}

const rowsIn = (changes: readonly Change[]): Row[] =>
  changes.flatMap(({ before, after }) => [before, after].filter((row) => row !== undefined))
const keysIn = (changes: readonly Change[]): Set<string> => new Set(changes.map(({ key }) => key))

async function goodsTouched(
  store: FilingStore,
  hangs: ReferenceKind['hangs'],
  table: string,
  changes: readonly Change[],
) {
  const fields = hangs.includes('codes') ? (goodsFields[table] ?? []) : []
  const isHit =
    hangs.includes('goods') || table === 'retail-import'
      ? hitsOf(
          table === 'retail-import' ? Array.from(keysIn(changes), (code) => ({ code })) : rowsIn(changes),
        )
      : undefined
  if (!isHit && fields.length === 0) return []
  const keys = keysIn(changes)
  return [...(await store.table('goods')).values()]
    .filter(({ record }) => isHit?.(record) || fields.some((field) => keys.has(String(record[field]))))
    .sort((a, b) => (a.record.sku < b.record.sku ? -1 : 1))
}

/** Goods whose code begins with that of a row (of old and new codes: is one of them), or that a word of it names. */
function hitsOf(rows: readonly Row[]): (goods: Goods) => boolean {
  const codes = new Set(
    rows
      .flatMap(({ code, from, on }) => [code, on === undefined ? undefined : from])
      .filter((one) => typeof one === 'string'),
  )
  const words = rows.flatMap(({ code, words: own }) =>
    code === undefined && Array.isArray(own) ? own.map(String) : [],
  )
  const lengths = [...new Set([...codes].map(({ length }) => length))]
  return ({ gcode, name, gname }) =>
    lengths.some((length) => codes.has(gcode.slice(0, length))) ||
    words.some((word) => hasWord(name, word) || hasWord(gname, word))
}

async function templatesTouched(
  store: FilingStore,
  table: string,
  changes: readonly Change[],
): Promise<string[]> {
  const fields = templateFields[table] ?? []
  const keys = keysIn(changes)
  return (await store.records('templates'))
    .filter((one) => fields.some((field) => keys.has(String(one[field]))))
    .map(({ name }) => name)
}

/** Numbers of 清单 that were not declared yet: those made with one of these goods, or all. */
async function drafts(store: FilingStore, goods: ReadonlySet<string> | undefined): Promise<string[]> {
  const found: string[] = []
  for await (const chunk of eachRecord(store.context, 'lists')) {
    for (const { record } of chunk) {
      if (record.state !== 'draft') continue
      const { copNo, provenance } = record.list
      if (!goods || provenance.some(({ record: of, id }) => of === 'goods' && goods.has(id)))
        found.push(copNo)
    }
  }
  return found
}
