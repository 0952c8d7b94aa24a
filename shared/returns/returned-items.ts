import type { CustomsEntry } from '../model/customs-entry'
import { entryIdOf, entryLines } from '../model/customs-entry'
import type { CebDocument } from '../model/list'
import type { DeclarationItem } from '../model/rebate/export-line'
import { sum } from '../money/decimal'
import { claimKey } from '../rebate/keys'
import { businessDay } from '../time/shanghai'
import { takesGoods, type ReturnCase } from './case'

/** What came back of one line of a 清单: quantity in the unit it was declared in, by its name. */
export type ReturnedLine = { qty: string; unit: string; on: string; copNo: string }

const lineKey = (invtNo: string, gnum: string): string => `${invtNo} ${gnum}`

/** Whether goods of an export came back by this case: one that is void gives them back, what is destroyed abroad stays there. */
export const bringsBack = ({ direction, event, items, ...of }: ReturnCase): boolean =>
  direction === 'export' && event !== 'destroyed' && items.length > 0 && takesGoods(of)

/**
 * Lines of 清单 that came back, by number of the 清单 and of the line.
 * @param listOf the 清单 of a case by its record id
 * @param unitOf name of a unit by its code
 */
export function returnedLines(
  cases: readonly ReturnCase[],
  listOf: (id: string) => Pick<CebDocument, 'lines'> | undefined,
  unitOf: (code: string) => string,
): Map<string, ReturnedLine[]> {
  const lines = new Map<string, ReturnedLine[]>()
  for (const one of cases.filter(bringsBack)) {
    for (const { gnum, qty } of one.items) {
      const line = listOf(one.list)?.lines?.find((of) => of['gnum'] === gnum)
      const key = lineKey(one.invtNo, gnum)
      const told: ReturnedLine = {
        qty,
        unit: unitOf(line?.['unit'] ?? ''),
        on: businessDay(one.notedAt),
        copNo: one.copNo,
      }
      lines.set(key, [...(lines.get(key) ?? []), told])
    }
  }
  return lines
}

/** The returned lines that went into each item of a 报关单 of 汇总, by the 21 digits of the item. */
export function returnedOfEntry(
  entry: CustomsEntry,
  lines: ReadonlyMap<string, readonly ReturnedLine[]>,
): Map<string, ReturnedLine[]> {
  const items = new Map<string, ReturnedLine[]>()
  const no = entryIdOf(entry)
  if (no === '') return items
  for (const { invtNo, gnum, gseqno } of entryLines(entry)) {
    const came = lines.get(lineKey(invtNo, gnum))
    const item = Number(gseqno)
    if (!came || !(item > 0)) continue
    const key = claimKey(no, item)
    items.set(key, [...(items.get(key) ?? []), ...came])
  }
  return items
}

/** What came back of an item as the pre-check takes it; without a quantity where a return counts in another unit. */
export function returnedOfItem(
  { unit }: Pick<DeclarationItem, 'unit'>,
  lines: readonly ReturnedLine[],
): NonNullable<DeclarationItem['returned']> {
  const told = lines.every((line) => line.unit !== '' && line.unit === unit)
  return {
    ...(told && { qty: sum(lines.map(({ qty }) => qty)) }),
    on: lines.reduce((last, { on }) => (on > last ? on : last), ''),
    by: [...new Set(lines.map(({ copNo }) => copNo))].sort(),
  }
}
