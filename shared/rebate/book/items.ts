import { readCurrency } from '../../table/clean/currency'
import { modeOf, termsOf } from '../import/declared-words'
import type { ExportEntry } from '../../model/export-entry'
import type { CebDocument } from '../../model/list'
import { add, sum } from '../../money/decimal'
import { entryIdOf, entryLines, type CustomsEntry } from '../../model/customs-entry'
import type { FeeItem } from '../../model/rebate/common'
import type { DeclarationItem } from '../../model/rebate/export-line'

/** What codes mean, as the code tables here say; a code they do not hold stays as it is. */
export type Names = { unit(code: string): string; currency(code: string): string }

/** An item without its export date, where the records of the book do not tell one. */
export type KnownItem = Omit<DeclarationItem, 'exportDate'> & { exportDate?: string }

/** What each shop sold of an item of a 汇总 报关单, by the 清单 it was made of. */
export type ShopShare = { shop: string; amount: string }

/** `3/USD/80`, `USD/80/3`: mark, value and currency in any order, as remarks of a 报关单 have them. */
function feeOf(text: string | undefined, currency: string): FeeItem | undefined {
  const parts = (text ?? '').split('/').map((part) => part.trim())
  const value = parts.find((part) => /^\d+(\.\d+)?$/.test(part) && !/^[123]$/.test(part))
  if (value === undefined) return undefined
  const mark = parts.find((part) => /^[123]$/.test(part)) as FeeItem['mark'] | undefined
  const own = parts.map((part) => readCurrency(part)).find((one) => one !== undefined)
  return { mark: mark ?? '3', value, currency: own ?? currency }
}

const currencyOf = (text: string, names: Names): string =>
  readCurrency(names.currency(text)) ?? names.currency(text)

/** The items of a 报关单 noted in the book (一般贸易, 9710, 9810); none while it has no number. */
export function itemsOfEntry(entry: ExportEntry, names: Names): KnownItem[] {
  const { entryId } = entry
  if (!entryId) return []
  const tradeTerms = termsOf(entry.terms ?? '')
  return entry.items.map((item) => {
    const currency = currencyOf(item.currency, names)
    const [freight, insurance, other] = [entry.freight, entry.insurance, entry.extras].map((fee) =>
      feeOf(fee, currency),
    )
    return {
      no: entryId,
      item: item.gno,
      hsCode: item.gcode,
      name: item.gname,
      qty: item.qty,
      unit: names.unit(item.unit),
      ...(item.qty1 !== undefined && { qty1: item.qty1 }),
      ...(item.unit1 && { unit1: names.unit(item.unit1) }),
      ...(item.qty2 !== undefined && { qty2: item.qty2 }),
      ...(item.unit2 && { unit2: names.unit(item.unit2) }),
      ...(entry.exportDate !== undefined && { exportDate: entry.exportDate }),
      ...(entry.declaredOn !== undefined && { declareDate: entry.declaredOn }),
      supervisionMode: modeOf(entry.tradeMode) ?? entry.tradeMode,
      ...(tradeTerms && { tradeTerms }),
      amount: item.total,
      currency,
      ...(freight && { freight }),
      ...(insurance && { insurance }),
      ...(other && { other }),
      ...(item.destination && { destination: item.destination }),
      ...(item.source && { originPlace: item.source }),
      ...(entry.consignorName && { consignor: entry.consignorName }),
      ...(entry.consignorCode?.length === 18 && { consignorTaxNo: entry.consignorCode }),
      ...(entry.recordNo && { handbookNo: entry.recordNo }),
      ...(entry.agentName && { agentBroker: entry.agentName }),
    }
  })
}

type Inventory = Pick<CebDocument, 'head' | 'lines'>

/**
 * The items of a 报关单 that came of a 汇总申请: lines of its 清单 by 项号, quantities by their unit, amounts added. An item whose
 * lines differ in a unit keeps no quantity in it; customs does not tell the 出口日期 of the 报关单, so there is none.
 * @param listOf the 清单 of a number; lines of lists that are not here are left out, and with them the whole item
 */
export function itemsOfSummary(
  entry: CustomsEntry,
  listOf: (invtNo: string) => Inventory | undefined,
  names: Names,
): KnownItem[] {
  const no = entryIdOf(entry)
  if (no === '') return []
  const items = new Map<
    number,
    { head: Inventory['head']; line: Readonly<Record<string, string>> }[] | undefined
  >()
  for (const { invtNo, gnum, gseqno } of entryLines(entry)) {
    const list = listOf(invtNo)
    const line = list?.lines?.find((one) => one['gnum'] === gnum)
    const item = Number(gseqno)
    const known = items.has(item) ? items.get(item) : []
    items.set(item, known && list && line ? [...known, { head: list.head, line }] : undefined)
  }
  return [...items].flatMap(([item, lines]) => {
    const [first] = lines ?? []
    if (!lines || !first || !(item > 0)) return []
    const pair = (qty: string, unit: string) => {
      const units = new Set(lines.map(({ line }) => line[unit] ?? ''))
      const [only = ''] = units
      return units.size === 1 && only !== ''
        ? { qty: sum(lines.map(({ line }) => line[qty] ?? '0')), unit: names.unit(only) }
        : undefined
    }
    const [deal, one, two] = [pair('qty', 'unit'), pair('qty1', 'unit1'), pair('qty2', 'unit2')]
    const { head, line } = first
    return [
      {
        no,
        item,
        hsCode: line['gcode'] ?? '',
        name: line['itemName'] || (line['gname'] ?? ''),
        ...(deal && deal),
        ...(one && { qty1: one.qty, unit1: one.unit }),
        ...(two && { qty2: two.qty, unit2: two.unit }),
        supervisionMode: '9610',
        // A list states FOB.
        tradeTerms: 'FOB' as const,
        amount: sum(lines.map(({ line: each }) => each['totalPrice'] ?? '0')),
        currency: currencyOf(line['currency'] ?? '', names),
        destination: line['country'] ?? '',
        ...(head['ebcName'] && { consignor: head['ebcName'] }),
        ...(head['ebcCode'] && { consignorTaxNo: head['ebcCode'] }),
      },
    ]
  })
}

/** Shares of the shops in the items of a 汇总 报关单, by item; an item of which a 清单 is not here has none. */
export function shopsOfSummary(
  entry: CustomsEntry,
  listOf: (invtNo: string) => (Inventory & { shop: string }) | undefined,
): Map<number, ShopShare[]> {
  const shares = new Map<number, Map<string, string> | undefined>()
  for (const { invtNo, gnum, gseqno } of entryLines(entry)) {
    const list = listOf(invtNo)
    const line = list?.lines?.find((one) => one['gnum'] === gnum)
    const item = Number(gseqno)
    const known = shares.has(item) ? shares.get(item) : new Map<string, string>()
    shares.set(item, known)
    if (!list || !line) shares.set(item, undefined)
    else known?.set(list.shop, add(known.get(list.shop) ?? '0', line['totalPrice'] ?? '0'))
  }
  return new Map(
    [...shares].flatMap(([item, of]) =>
      of ? [[item, [...of].map(([shop, amount]) => ({ shop, amount }))] as const] : [],
    ),
  )
}

/** Fields that a claim needs and the item does not tell, by name. */
export const gapsOf = (item: KnownItem): string[] =>
  (['exportDate', 'qty', 'unit', 'tradeTerms', 'amount', 'currency'] as const).filter((name) => !item[name])
