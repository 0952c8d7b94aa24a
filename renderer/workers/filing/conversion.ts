import { z } from 'zod'
import { rateIndexOf } from '#shared/rebate/rate-lookup'
import { convertGoods, planConversion } from '#shared/tariff/convert'
import type { ConversionDecision, ConversionPlan, ConversionTables } from '#shared/tariff/convert'
import type { Goods } from '#shared/model/goods'
import { addDays } from '#shared/rules/days'
import { DataRefusal } from '../../data/errors/refusal'
import type { ConversionDone, ConversionPage, ConversionQuery, TariffUsed } from '../../data/port'
import { draftSetting, putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { readLibrary } from '../rebate/sources'
import { codeChanges, editionOn } from './editions'
import type { FilingStore } from './store'

const convertedKey = 'tariff.converted'
/**
 * Goods that were brought to an edition, each with the code it got. Two codes may change places in a year: without this the
 * second run would bring the goods back.
 */
const ConvertedGoods = z.strictObject({ importId: z.string(), codes: z.record(z.string(), z.string()) })

/** Goods written in one transaction. */
const perPart = 200

type Planned = { plan: ConversionPlan; goods: Goods[]; used: TariffUsed; before?: TariffUsed }

async function planOf(store: FilingStore, on: string): Promise<Planned> {
  const after = await editionOn(store, on)
  if (!after) throw new DataRefusal('no-tariff', { on })
  const before = await editionOn(store, after.since)
  const { library } = await readLibrary(store.book)
  const rates = library && rateIndexOf(library.entries)
  const tables: ConversionTables = {
    tariff: after.tariff,
    changes: await codeChanges(store),
    since: after.since,
    on,
    ...(before && { before: before.tariff }),
    ...(rates && {
      rebateRate: (code, day) => {
        const found = rates.lookUp(code, day)
        return found.kind === 'found' ? found.entry.rebateRate : undefined
      },
    }),
  }
  const done = await readSetting(store.context, convertedKey, ConvertedGoods)
  const isDone = ({ sku, gcode }: Goods) =>
    done?.importId === after.used.importId && done.codes[sku] === gcode
  const goods = (await store.records('goods')).filter((one) => !isDone(one))
  return {
    plan: planConversion(goods, tables),
    goods,
    used: after.used,
    ...(before && { before: before.used }),
  }
}

/** What the tariff of a day does to the goods master. Nothing is changed. */
export async function preview(
  store: FilingStore,
  { on, kind, offset, limit }: ConversionQuery,
): Promise<ConversionPage> {
  const { plan, used, before } = await planOf(store, on)
  const chosen = plan.conversions.filter((one) => kind === undefined || one.kind === kind)
  const rows = chosen.sort((a, b) => (a.sku < b.sku ? -1 : 1)).slice(offset, offset + limit)
  return { used, ...(before && { before }), counts: plan.counts, rows, total: chosen.length }
}

/** The plan of a day, for the steps of a new year; undefined without a tariff of that day. */
export async function planFor(store: FilingStore, on: string): Promise<Planned | undefined> {
  return (await editionOn(store, on)) ? planOf(store, on) : undefined
}

/** Carry it out in parts of one group; a part that somebody else wrote meanwhile is refused as `stale`, those before stand. */
export async function convert(
  store: FilingStore,
  on: string,
  decisions: ReadonlyMap<string, ConversionDecision>,
  why: string,
): Promise<ConversionDone> {
  const { plan, goods, used } = await planOf(store, on)
  const { goods: after, left } = convertGoods(goods, plan, decisions)
  const group = crypto.randomUUID()
  const stored = new Map([...(await store.table('goods')).values()].map((one) => [one.record.sku, one]))
  for (let at = 0; at < after.length; at += perPart) {
    const part = after.slice(at, at + perPart)
    await command(
      store.context,
      'tariff.convert',
      store.who,
      why,
      async (draft) => {
        await draft.prefetch(
          'goods',
          part.map(({ sku }) => stored.get(sku)!.id),
        )
        for (const record of part) {
          const { id, rev } = stored.get(record.sku)!
          const now = await draft.get('goods', id)
          if (now?.rev !== rev) {
            throw new DataRefusal('stale', { table: 'goods', id, expected: rev, found: now?.rev ?? 0 })
          }
          await draft.put('goods', record, id)
        }
        const known = await draftSetting(store.context, draft, convertedKey, ConvertedGoods)
        const codes = Object.fromEntries(part.map(({ sku, gcode }) => [sku, gcode]))
        const earlier = known?.importId === used.importId ? known.codes : {}
        await putSetting(draft, convertedKey, { importId: used.importId, codes: { ...earlier, ...codes } })
      },
      { group, about: { on, tariff: used.edition } },
    )
  }
  return { converted: after.length, left, group }
}

/** The day before a year begins. */
export const lastDayBefore = (year: number): string => addDays(`${year}-01-01`, -1)
