import { loadOwnCodeBook } from '#shared/codes/load'
import { brandFindings, BrandSetting, brandsKey } from '#shared/control/brands'
import { flagsOf, proposalsOf, type RegulatoryFlag } from '#shared/control/flags'
import type { ControlList } from '#shared/control/list'
import { withoutReplaced } from '#shared/control/list-rows'
import { positiveList, shippedLists } from '#shared/control/lists'
import { controlListOf } from '#shared/reference/read'
import { blocksOf } from '#shared/evidence/blocks'
import type { EvidenceKind } from '#shared/evidence/kinds'
import type { Goods } from '#shared/model/goods'
import { inCommon } from '../../data/common-acts'
import { DataRefusal } from '../../data/errors/refusal'
import type { Brands, ControlListView, ControlPort, FlagQuery, GoodsFlags } from '../../data/port'
import { editionsOf, rowsOfEdition } from '../../data/reference'
import { handOutLimit } from '../../data/read/records'
import { putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { tariffOf, type TariffOfDay } from './editions'
import { isPractice } from './masters'
import type { FilingStore } from './store'

/** Lists that came with the software or were taken, and the 正面清单 among the code tables, as they count in this book. */
async function allLists(store: FilingStore): Promise<{ list: ControlList; shipped: boolean }[]> {
  const practice = await isPractice(store)
  const own = await inCommon((common) => common.ownCodes(practice))
  const table = (await loadOwnCodeBook(own, ['retail-import'])).table('retail-import')
  const since = [...own.editions, ...own.published]
    .flatMap((one) => (one.table === 'retail-import' ? [one.date] : []))
    .sort()
    .at(-1)
  const positive = positiveList(table, since ?? '2018-01-01')
  const taken = await Promise.all(
    (await editionsOf('list', practice)).map(async (edition) =>
      controlListOf(await rowsOfEdition(edition), edition.version, edition.signer, edition.practice),
    ),
  )
  return [
    ...shippedLists.map((list) => ({ list, shipped: true })),
    ...(positive ? [{ list: positive, shipped: true }] : []),
    ...taken.map((list) => ({ list, shipped: false })),
  ]
}

const viewOf = ({
  list: { entries, ...list },
  shipped,
}: {
  list: ControlList
  shipped: boolean
}): ControlListView => ({
  ...list,
  entries: entries.length,
  shipped,
})

const noBrands: Brands = { brands: [], leaves: [] }
const brandsOf = async (store: FilingStore): Promise<Brands> =>
  ((await readSetting(store.context, brandsKey, BrandSetting)) as Brands | undefined) ?? noBrands

/** Everything goods are judged by, read once for a question. */
async function judge(store: FilingStore, query: FlagQuery) {
  const [lists, brands, papers, enterprise, tariff] = await Promise.all([
    allLists(store),
    brandsOf(store),
    store.records('evidence'),
    store.enterprise(),
    tariffOf(store, query.on),
  ])
  // Without the index of the search, which takes longer to make and is not asked for here.
  const lines = new Map(tariff.tariff.rows.map((row) => [row.code, row]))
  const inForce = withoutReplaced(
    lists.map(({ list }) => list),
    query.on,
  )
  const { mode, on, country } = query
  const place = { on, ...(country !== undefined && { country }) }
  const flags = (goods: Goods): RegulatoryFlag[] => {
    const row = lines.get(goods.gcode)
    const question = { goods, mode, on, ...(enterprise && { zone: enterprise.zone }) }
    return flagsOf(question, inForce, { edition: tariff.used.edition, ...(row && { row }) })
  }
  const of = (goods: Goods): GoodsFlags => {
    const own = flags(goods)
    const needs = new Map([[goods.sku, needsIn(own)]])
    const blocks = blocksOf({ act: 'declare', on, skus: [goods.sku], mode, needs }, papers)
    const row = lines.get(goods.gcode)
    return {
      sku: goods.sku,
      flags: own,
      brands: brandFindings([goods], brands.brands, brands.leaves, place),
      proposals: row ? proposalsOf(row, tariff.tariff) : [],
      missing: [...new Set(blocks.filter(({ subject }) => subject === goods.sku).map(({ kind }) => kind))],
    }
  }
  return { of, flags, lists: lists.map(viewOf), tariff: tariff as TariffOfDay }
}

/** Papers that are needed for sure; what only a word says has to be looked at by a person first. */
const needsIn = (flags: readonly RegulatoryFlag[]): EvidenceKind[] => [
  ...new Set(flags.filter(({ effect }) => effect === 'need').flatMap(({ needs }) => needs)),
]

async function goodsBySku(store: FilingStore): Promise<Map<string, Goods>> {
  return new Map((await store.records('goods')).map((one) => [one.sku, one]))
}

/** Tells which papers goods need by lists and tariff, for a mode on a day. */
export async function needsOf(
  store: FilingStore,
  query: FlagQuery,
): Promise<(goods: Goods) => EvidenceKind[]> {
  const { flags } = await judge(store, query)
  return (goods) => needsIn(flags(goods))
}

/** Goods of the master by SKU; numbers that are not in it are left out. */
export async function goodsNamed(store: FilingStore, skus: readonly string[]): Promise<Goods[]> {
  const all = await goodsBySku(store)
  return skus.flatMap((sku) => all.get(sku) ?? [])
}

/** What says more than that the goods exist: a proposal that the master already follows is nothing to look at. */
const isFlagged = ({ flags, brands, missing }: GoodsFlags): boolean =>
  flags.length + brands.length + missing.length > 0

/** 监管标识. */
export const controlVerbs = (store: FilingStore): ControlPort => ({
  controlLists: async () => (await allLists(store)).map(viewOf),

  async flagsOfGoods(skus, query) {
    if (skus.length > handOutLimit) throw new DataRefusal('too-many', { table: 'goods', limit: handOutLimit })
    const { of } = await judge(store, query)
    return (await goodsNamed(store, skus)).map(of)
  },

  async flaggedGoods({ offset, limit, ...query }) {
    const goods = await store.records('goods')
    const { of, lists, tariff } = await judge(store, query)
    const found = goods.map(of).filter(isFlagged)
    found.sort((a, b) => (a.sku < b.sku ? -1 : 1))
    return {
      tariff: tariff.used,
      lists,
      rows: found.slice(offset, offset + limit),
      total: found.length,
      looked: goods.length,
    }
  },

  brands: () => brandsOf(store),

  async setBrands(brands, why) {
    await command(store.context, 'brands.save', store.who, why, async (draft) => {
      const read = BrandSetting.safeParse(brands)
      if (!read.success) {
        const [issue] = read.error.issues
        const field = issue?.path.join('.') ?? ''
        throw new DataRefusal('invalid', { table: 'settings', field, detail: issue?.message ?? '' })
      }
      await putSetting(draft, brandsKey, JSON.parse(JSON.stringify(read.data)) as never)
    })
  },
})
