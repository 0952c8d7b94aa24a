import { readCurrency } from '../../table/clean/currency'
import { modeOf, termsOf } from '../import/declared-words'
import type { ExportEntry } from '../../model/export-entry'
import type { CebDocument } from '../../model/list'
import { add, allocate, sum } from '../../money/decimal'
import { entryIdOf, entryLines, type CustomsEntry } from '../../model/customs-entry'
import type { FeeItem } from '../../model/rebate/common'
import type { DeclarationItem } from '../../model/rebate/export-line'

/** What codes mean, as the code tables here say; a code they do not hold stays as it is. */
export type Names = { unit(code: string): string; currency(code: string): string }

/** An item without its export date, where the records of the book do not tell one. */
export type KnownItem = Omit<DeclarationItem, 'exportDate'> & { exportDate?: string }

/** What each shop sold of an item of a 汇总 报关单, by the 清单 it was made of. */
export type ShopShare = { shop: string; amount: string }

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)
const isMark = (text: string | undefined): boolean => text !== undefined && /^[123]$/.test(text)

/**
 * `3/USD/80`, `USD/80/3`, `502/80/3`, `80`: mark, value and currency of a fee as a 报关单 has them; without mark it is a total, and
 * without currency that of the sale.
 */
function feeOf(text: string | undefined, currency: string, names: Names): FeeItem | undefined {
  const parts = (text ?? '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  // Of three parts the mark stands at one end; a value of 1, 2 or 3 is none.
  const at = parts.length < 3 ? -1 : isMark(parts[0]) ? 0 : isMark(parts[2]) ? 2 : -1
  const mark = (parts[at] ?? '3') as FeeItem['mark']
  const others = parts.filter((_, place) => place !== at)
  const value = others.findLast(isNumber)
  if (value === undefined) return undefined
  const code = others.find((part) => part !== value)
  return { mark, value, currency: code === undefined ? currency : currencyOf(code, names) }
}

const currencyOf = (text: string, names: Names): string =>
  readCurrency(names.currency(text)) ?? names.currency(text)

/** A fee of a whole 报关单 in the parts of its items by their totals, to the cent; one that is no total stays as it is. */
function partsOfFee(fee: FeeItem | undefined, items: readonly { total: string }[]): (FeeItem | undefined)[] {
  if (!fee || fee.mark !== '3' || items.length < 2) return items.map(() => fee)
  return allocate(
    fee.value,
    items.map(({ total }) => total),
    2,
  ).map((value) => ({ ...fee, value, whole: fee.value }))
}

/** The items of a 报关单 noted in the book (一般贸易, 9710, 9810); none while it has no number. */
export function itemsOfEntry(entry: ExportEntry, names: Names): KnownItem[] {
  const { entryId } = entry
  if (!entryId) return []
  const tradeTerms = termsOf(entry.terms ?? '')
  const sold = currencyOf(entry.items[0]?.currency ?? '', names)
  const fees = [entry.freight, entry.insurance, entry.extras].map((fee) =>
    partsOfFee(feeOf(fee, sold, names), entry.items),
  )
  return entry.items.map((item, at) => {
    const currency = currencyOf(item.currency, names)
    const [freight, insurance, other] = fees.map((parts) => parts[at])
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
