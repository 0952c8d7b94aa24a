import { allocate, ExactSum, isZero } from '../money/decimal'
import { headFields, lineKey, type Grouping } from './keys'
import type { SummaryList } from './summary-list'

/** A 报关单 holds at most 50 items. */
export const MOST_ITEMS = 50

const WEIGHT_PLACES = 5

/** Which line of which 清单. */
export type ListLine = { invtNo: string; gnum: string }

/**
 * One item of a 报关单 to come. `quantities`: per unit of the declared quantity; more than one unit means that lines of
 * equal key were declared in different units. Weights are the share of its lines, by value, of those of their lists.
 */
export type EntryItem = {
  no: number
  gcode: string
  gname: string
  destination: string
  currency: string
  quantities: { unit: string; quantity: string }[]
  amount: string
  grossWeight: string
  netWeight: string
  lists: number
  lines: ListLine[]
}

/** One 报关单 to come. Weights and pieces are sums over items; a list whose lines went apart counts in each. */
export type Entry = {
  no: number
  /** Element of 603 → value, for every field of the head key and the names that go with them. */
  head: Record<string, string>
  items: EntryItem[]
  lists: number
  amounts: { currency: string; amount: string }[]
  grossWeight: string
  netWeight: string
}

type Gathered = {
  parts: string[]
  gname: string
  quantities: Map<string, ExactSum>
  amount: ExactSum
  gross: ExactSum
  net: ExactSum
  lists: Set<string>
  lines: ListLine[]
}

const named: Readonly<Record<string, string>> = { ebcCode: 'ebcName', ownerCode: 'ownerName' }
const separator = '\u0000'

/**
 * The 报关单 that lists will become: grouped by the head key, their lines by the line key (and by name with
 * itemNameFlag 1), sorted by key and cut at 50 items. Nothing is lost or counted twice.
 */
export function groupEntries(lists: readonly SummaryList[], grouping: Grouping): Entry[] {
  const groups = new Map<string, { head: Record<string, string>; lists: SummaryList[] }>()
  for (const list of lists) {
    const { head } = list.inventory
    const key = headFields(grouping)
      .map(({ element }) => head[element] ?? '')
      .join(separator)
    const group = groups.get(key)
    if (group) group.lists.push(list)
    else groups.set(key, { head: keyOf(head, grouping), lists: [list] })
  }
  const entries: Entry[] = []
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const items = itemsOf(group.lists, grouping)
    for (let at = 0; at < items.length; at += MOST_ITEMS) {
      entries.push(entryOf(entries.length + 1, group.head, items.slice(at, at + MOST_ITEMS)))
    }
  }
  return entries
}

function keyOf(head: Readonly<Record<string, string>>, grouping: Grouping): Record<string, string> {
  const elements = headFields(grouping).flatMap(({ element }) => [element, named[element] ?? []].flat())
  return Object.fromEntries(elements.map((element) => [element, head[element] ?? '']))
}

function itemsOf(lists: readonly SummaryList[], { itemNameFlag }: Grouping): Gathered[] {
  const found = new Map<string, Gathered>()
  for (const { inventory, invtNo } of lists) {
    const { head, lines = [] } = inventory
    if (lines.length === 0) continue
    const values = lines.map(({ totalPrice = '0' }) => totalPrice)
    const gross = allocate(head['grossWeight'] ?? '0', values, WEIGHT_PLACES)
    const net = allocate(head['netWeight'] ?? '0', values, WEIGHT_PLACES)
    lines.forEach((line, at) => {
      const parts = lineKey.map(({ element }) => line[element] ?? '')
      if (itemNameFlag === '1') parts.push(line['gname'] ?? '')
      const key = parts.join(separator)
      let item = found.get(key)
      if (!item) found.set(key, (item = gathered(parts, line['gname'] ?? '')))
      add(item.quantities, line['unit'] ?? '', line['qty'] ?? '0')
      item.amount.add(line['totalPrice'] ?? '0')
      item.gross.add(gross[at]!)
      item.net.add(net[at]!)
      item.lists.add(invtNo)
      item.lines.push({ invtNo, gnum: line['gnum'] ?? String(at + 1) })
    })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

const gathered = (parts: string[], gname: string): Gathered => ({
  parts,
  gname,
  quantities: new Map(),
  amount: new ExactSum(),
  gross: new ExactSum(),
  net: new ExactSum(),
  lists: new Set(),
  lines: [],
})

function add(sums: Map<string, ExactSum>, key: string, value: string): void {
  let sum = sums.get(key)
  if (!sum) sums.set(key, (sum = new ExactSum()))
  sum.add(value)
}

function entryOf(no: number, head: Record<string, string>, gatheredItems: readonly Gathered[]): Entry {
  const amounts = new Map<string, ExactSum>()
  const [gross, net] = [new ExactSum(), new ExactSum()]
  const lists = new Set<string>()
  const items = gatheredItems.map((item, at): EntryItem => {
    const [destination = '', gcode = '', currency = ''] = item.parts
    add(amounts, currency, item.amount.toString())
    gross.add(item.gross.toString())
    net.add(item.net.toString())
    for (const list of item.lists) lists.add(list)
    return {
      no: at + 1,
      gcode,
      gname: item.gname,
      destination,
      currency,
      quantities: [...item.quantities].map(([unit, sum]) => ({ unit, quantity: sum.toString() })),
      amount: item.amount.toString(),
      grossWeight: item.gross.toString(),
      netWeight: item.net.toString(),
      lists: item.lists.size,
      lines: item.lines,
    }
  })
  return {
    no,
    head,
    items,
    lists: lists.size,
    amounts: [...amounts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sum]) => ({ currency, amount: sum.toString() }))
      .filter(({ amount }) => !isZero(amount)),
    grossWeight: gross.toString(),
    netWeight: net.toString(),
  }
}
