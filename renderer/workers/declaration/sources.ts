import { CountryFinder } from '#shared/codes/country'
import { loadOwnCodeBook } from '#shared/codes/load'
import type { CodeTableId } from '#shared/codes/table'
import type { Codes } from '#shared/declaration/resolve'
import type { PersonYears } from '#shared/declaration/retail-import/person-years'
import { CnyRates, cnyRatesKey } from '#shared/declaration/modes/cny'
import type { DeclarationSettings } from '#shared/declaration/settings'
import type { Sourced } from '#shared/declaration/sourced'
import type { Enterprise } from '#shared/model/enterprise'
import type { Goods } from '#shared/model/goods'
import type { Template } from '#shared/model/template'
import { LastPurchases } from '#shared/rebate/last-purchases'
import type { PurchaseInvoice } from '#shared/model/rebate/claim'
import type { Zone } from '#shared/zones/zone'
import type { Book } from '../../data/book'
import { CommonStore } from '../../data/common'
import { DataRefusal } from '../../data/errors/refusal'
import type { BuildOptions, Stored } from '../../data/port'
import { allRecords, eachRecord } from '../../data/read/records'
import { declarationSettings, readSetting } from '../../data/settings'
import { zoneOf } from '../../data/zones'

/** What every 清单 of a run has in common: masters, codes and choices, read once. */
export type Sources = {
  enterprise: Sourced<Enterprise>
  zone: Zone
  settings: DeclarationSettings
  /** Rates by which limits in CNY are judged. */
  rates: CnyRates
  codes: Codes
  /** `table code` of what was declared although no table here has it. */
  unlisted: Set<string>
  goods: ReadonlyMap<string, Sourced<Goods>>
  templates: ReadonlyMap<string, Sourced<Template>>
  /** What goods were last bought by; absent while no goods may be meant for a refund. */
  purchases?: LastPurchases
  /** Read by who builds 清单 of retail import. */
  personYears?: PersonYears
}

export async function loadSources(book: Book, { gifts }: Pick<BuildOptions, 'gifts'> = {}): Promise<Sources> {
  const { context } = book
  const [enterprise] = await allRecords(context, 'enterprise')
  const zone = await zoneOf(enterprise?.record)
  if (!enterprise || !zone) throw new DataRefusal('no-enterprise')
  const goods = new Map<string, Sourced<Goods>>()
  for await (const chunk of eachRecord(context, 'goods')) {
    for (const one of chunk) goods.set(one.record.sku, sourced(one))
  }
  const purchases = await purchasesOf(book, goods)
  const settings = await declarationSettings(context)
  const rates = await readSetting(context, cnyRatesKey, CnyRates)
  const templates = await allRecords(context, 'templates')
  return {
    enterprise: sourced(enterprise),
    zone,
    settings: { ...settings, ...(gifts && { gifts }) },
    rates: rates ?? {},
    codes: await loadCodes(enterprise.record.book === 'practice'),
    unlisted: new Set(),
    goods,
    ...(purchases && { purchases }),
    templates: new Map(templates.map((one) => [one.id, sourced(one)])),
  }
}

async function purchasesOf(book: Book, goods: Sources['goods']): Promise<LastPurchases | undefined> {
  if (![...goods.values()].some(({ value }) => value.rebate !== 'N')) return undefined
  const invoices: PurchaseInvoice[] = []
  for await (const chunk of book.facts('invoices')) invoices.push(...chunk.map(({ record }) => record))
  return new LastPurchases(invoices)
}

/** The template asked for, else the default one, else the only one. */
export function templateOf({ templates }: Sources, id?: string): Sourced<Template> {
  const all = [...templates.values()]
  const chosen = id ? templates.get(id) : (all.find(({ value }) => value.isDefault) ?? all[0])
  if (!chosen) throw new DataRefusal('no-template')
  return chosen
}

export const sourced = <R>({ id, rev, record }: Stored<R>): Sourced<R> => ({ id, rev, value: record })

/** The shipped tables with what was added to them on this machine and counts in a book of this kind. */
export async function loadCodes(isPractice: boolean): Promise<Codes> {
  const common = new CommonStore()
  try {
    const book = await loadOwnCodeBook(await common.ownCodes(isPractice))
    return { book, countries: new CountryFinder(book) }
  } finally {
    await common.close()
  }
}

/** Codes that went out although the tables here lack them are remembered for the officer to look at. */
export async function rememberCodes(unlisted: ReadonlySet<string>, now: string): Promise<void> {
  if (unlisted.size === 0) return
  const common = new CommonStore()
  try {
    await common.putCodes(
      [...unlisted].map((one) => {
        const [table, code] = one.split(' ') as [CodeTableId, string]
        return { table, code, name: '', firstSeen: now, source: 'declared' }
      }),
    )
  } finally {
    await common.close()
  }
}
