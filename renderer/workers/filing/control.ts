import { z } from 'zod'
import { loadCodeBook } from '#shared/codes/load'
import { overlayOf } from '#shared/codes/own'
import { brandFindings, BrandSetting, brandsKey } from '#shared/control/brands'
import { flagsOf, proposalsOf, type RegulatoryFlag } from '#shared/control/flags'
import { ControlList, readControlList } from '#shared/control/list'
import { positiveList, shippedLists } from '#shared/control/lists'
import { planListUpdate, tableOfList, withoutReplaced } from '#shared/control/update'
import type { CodeDelta } from '#shared/codes/delta'
import { blocksOf } from '#shared/evidence/blocks'
import type { EvidenceKind } from '#shared/evidence/kinds'
import type { Goods } from '#shared/model/goods'
import { commonAct, inCommon } from '../../data/common-acts'
import { DataRefusal } from '../../data/errors/refusal'
import type {
  Brands,
  ControlListView,
  ControlUpdate,
  ControlPort,
  FlagQuery,
  GoodsFlags,
} from '../../data/port'
import { handOutLimit } from '../../data/read/records'
import { putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { tariffOf, type TariffOfDay } from './editions'
import type { FilingStore } from './store'

const listsKey = 'control.lists'
const Lists = z.array(ControlList)

const readLists = (): Promise<ControlList[]> =>
  inCommon(async (store) => Lists.safeParse(await store.setting(listsKey)).data ?? [])

/** Lists that came with the software or by file, and the 正面清单 among the code tables, as this machine has them. */
async function allLists(store: FilingStore): Promise<{ list: ControlList; shipped: boolean }[]> {
  const isPractice = (await store.enterprise())?.book === 'practice'
  const own = await inCommon((common) => common.ownCodes(isPractice))
  const edition = own.editions.find(({ table }) => table === 'retail-import')
  const codes = await loadCodeBook(overlayOf(own.codes), ['retail-import'])
  const table = codes.table('retail-import')
  const positive = positiveList(
    {
      ...table,
      ...(edition && { edition: edition.edition, complete: edition.complete, source: edition.source }),
    },
    edition?.date ?? '2018-01-01',
  )
  return [
    ...shippedLists.map((list) => ({ list, shipped: true })),
    ...(positive ? [{ list: positive, shipped: true }] : []),
    ...(await readLists())
      .filter(({ practice }) => isPractice || practice === undefined)
      .map((list) => ({ list, shipped: false })),
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

const same = (a: Pick<ControlList, 'id' | 'version'>, b: Pick<ControlList, 'id' | 'version'>) =>
  a.id === b.id && a.version === b.version

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

/** What an update makes of the list of this name that counts here; a practice window signs for its own book. */
async function planned(store: FilingStore, delta: CodeDelta, key: string) {
  const practice = (await store.enterprise())?.book === 'practice'
  const known = (await allLists(store)).flatMap(({ list }) =>
    tableOfList(list.id) === delta.table ? [list] : [],
  )
  const have = known.findLast(({ reference }) => reference !== undefined) ?? known.at(-1)
  const plan = planListUpdate(delta, have, { key, practice })
  if ('fix' in plan) return plan
  const { list, ...counts } = plan
  const update: ControlUpdate = { ...counts, list: viewOf({ list, shipped: false }), from: have?.version }
  return { list, update }
}

/** A signed version takes the place of one that began on the same day; others are kept for their own days. */
const isReplaced = (a: ControlList, b: ControlList): boolean =>
  a.id === b.id && a.from === b.from && a.reference !== undefined && a.practice === b.practice

/** 监管标识. */
export const controlVerbs = (store: FilingStore): ControlPort => ({
  controlLists: async () => (await allLists(store)).map(viewOf),

  async addControlList({ name, text }, why) {
    const read = readControlList(text, name)
    if (!read.ok) return read
    const { list } = read
    const about = { list: list.id, version: list.version, file: name }
    await commonAct(store.context, { name: 'control.add', who: store.who, why }, about, async (common) => {
      const known = Lists.safeParse(await common.setting(listsKey)).data ?? []
      await common.set(listsKey, [...known.filter((one) => !same(one, list)), list])
    })
    return { ok: true, list: viewOf({ list, shipped: false }) }
  },

  async planControlUpdate(delta, key) {
    const plan = await planned(store, delta, key)
    return 'fix' in plan ? plan : plan.update
  },

  async takeControlUpdate(delta, key, why) {
    const plan = await planned(store, delta, key)
    if ('fix' in plan) return plan
    const { list, update } = plan
    const about = { list: list.id, version: list.version }
    await commonAct(store.context, { name: 'control.update', who: store.who, why }, about, async (common) => {
      const known = Lists.safeParse(await common.setting(listsKey)).data ?? []
      await common.set(listsKey, [...known.filter((one) => !isReplaced(one, list)), list])
    })
    return update
  },

  async dropControlList(id, version, why) {
    if (!(await readLists()).some((one) => same(one, { id, version }))) {
      throw new DataRefusal('missing', { table: 'lists', id: `${id} ${version}` })
    }
    const about = { list: id, version }
    await commonAct(store.context, { name: 'control.drop', who: store.who, why }, about, async (common) => {
      const known = Lists.safeParse(await common.setting(listsKey)).data ?? []
      await common.set(
        listsKey,
        known.filter((one) => !same(one, { id, version })),
      )
    })
  },

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
