import type { CebDocument } from '../model/list'
import { cmp, div, isDecimal, mul, round, sub, sum } from '../money/decimal'

/** Decimal places of a quantity in a message. */
const PLACES = 5

/** What comes back of one line of a 清单, in its declared and in the statutory units. `gnum` as the 清单 numbers it. */
export type ReturnedItem = { gnum: string; qty: string; qty1?: string; qty2?: string }

/** A line of a 清单 with what is left of it. Quantities in the unit it was declared in. */
export type LineLeft = { gnum: string; declared: string; returned: string; left: string }

/**
 * What may still come back of each line.
 * @param lines lines of the 清单 as declared
 * @param earlier items of every return that stands or is on its way
 */
export function quantitiesLeft(
  lines: readonly Record<string, string>[],
  earlier: readonly (readonly ReturnedItem[])[],
): LineLeft[] {
  return lines.map((line) => {
    const gnum = line['gnum'] ?? ''
    const declared = line['qty'] ?? '0'
    const returned = returnedOf(gnum, earlier)
    return { gnum, declared, returned, left: sub(declared, returned) }
  })
}

function returnedOf(gnum: string, earlier: readonly (readonly ReturnedItem[])[]): string {
  return total(
    earlier.flat().filter((item) => item.gnum === gnum),
    'qty',
  )
}

/** Why a quantity cannot come back. `unknown`: the 清单 has no such line; `twice`: named twice in one return. */
export type QuantityFault = 'none' | 'unknown' | 'twice' | 'not-positive' | 'too-much'

/** The first fault of each item; an item without one is not in the answer. `none` for a return of nothing at all. */
export function quantityFaults(
  items: readonly ReturnedItem[],
  left: readonly LineLeft[],
): { gnum: string; fault: QuantityFault; left: string }[] {
  if (items.length === 0) return [{ gnum: '', fault: 'none', left: '' }]
  return items.flatMap(({ gnum, qty }, at) => {
    const line = left.find((one) => one.gnum === gnum)
    const fault: QuantityFault | undefined = !line
      ? 'unknown'
      : items.findIndex((other) => other.gnum === gnum) < at
        ? 'twice'
        : !isDecimal(qty) || cmp(qty, '0') <= 0
          ? 'not-positive'
          : cmp(qty, line.left) > 0
            ? 'too-much'
            : undefined
    return fault ? [{ gnum, fault, left: line?.left ?? '0' }] : []
  })
}

/** Elements of a line of a 清单: its quantity in the declared unit, and those in the statutory units. */
const statutory = [
  ['qty1', 'unit1'],
  ['qty2', 'unit2'],
] as const

/**
 * Items with their statutory quantities in proportion to what was declared. The return that takes the rest of a line takes the
 * rest of those too, so that all returns of a line add up to what was declared, whatever was rounded on the way.
 */
export function withStatutory(
  list: CebDocument,
  items: readonly ReturnedItem[],
  earlier: readonly (readonly ReturnedItem[])[],
): ReturnedItem[] {
  return items.map(({ gnum, qty }) => {
    const line = list.lines?.find((one) => one['gnum'] === gnum) ?? {}
    const before = earlier.flat().filter((item) => item.gnum === gnum)
    const item: ReturnedItem = { gnum, qty }
    for (const [name, unit] of statutory) {
      const declared = line[name]
      if (!declared) continue
      item[name] = line[unit] === line['unit'] ? qty : shareOf(line, name, qty, before)
    }
    return item
  })
}

function shareOf(
  line: Record<string, string>,
  name: 'qty1' | 'qty2',
  qty: string,
  before: readonly ReturnedItem[],
): string {
  const declared = line[name] ?? '0'
  const whole = line['qty'] ?? '0'
  const rest = sub(declared, total(before, name))
  if (cmp(sub(whole, total(before, 'qty')), qty) === 0) return rest
  const share = round(div(mul(declared, qty), whole, PLACES + 3), PLACES)
  return cmp(share, rest) > 0 ? rest : share
}

const total = (items: readonly ReturnedItem[], name: 'qty' | 'qty1' | 'qty2'): string =>
  sum(items.map((item) => item[name] ?? '0'))

/**
 * The lines of a return as its message has them: what the 清单 declared of them, with the quantities that come back.
 * @param fields elements of a line of that message
 */
export function returnLines(
  list: CebDocument,
  items: readonly ReturnedItem[],
  fields: ReadonlySet<string>,
): Record<string, string>[] {
  return items.map((item) => {
    const line = list.lines?.find((one) => one['gnum'] === item.gnum) ?? {}
    const all = { ...line, ...item }
    return Object.fromEntries(
      Object.entries(all).filter(([name, value]) => fields.has(name) && value !== '' && name !== 'note'),
    )
  })
}
