import type { Hit, HitGroup, NumberKind, Room, Rows } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'
import type { RoomTable } from './room-table'

/** Hits listed of each kind; the rest is only counted. */
const listed = 20
/** The end of a number must be at least this long to be searched by. */
const shortestEnd = 6

const order: NumberKind[] = [
  ...(['order', 'waybill', 'payment', 'copNo', 'preNo', 'invtNo', 'summary', 'entry'] as const),
  ...(['bill', 'bag', 'return', 'sku', 'link', 'purchaseInvoice', 'rebateEntry'] as const),
]

const captions: { [R in Room]: (row: Rows[R]) => [caption: string, state: string] } = {
  orders: (row) => [`${row.orderNo} ${row.shop}`, row.state],
  payments: (row) => [`${row.paymentNo} ${row.amount} ${row.currency}`, row.kind],
  waybills: (row) => [`${row.waybillNo} ${row.orderNo}`, row.kind],
  lists: (row) => [`${row.copNo} ${row.orderNo}`, row.state],
  goods: (row) => [`${row.sku} ${row.name}`, ''],
}

/** A number of a record that is in no list of the tables: 汇总申请, 报关单, 总分单, 退货. */
export type OwnNumber = Hit & { kind: NumberKind }

/**
 * Records that carry the number, in full or by its last six or more characters; full matches come first.
 * @param others numbers beside those of the tables
 */
export function searchTables(
  tables: readonly RoomTable<Room>[],
  text: string,
  others: Iterable<OwnNumber> = [],
): HitGroup[] {
  const wanted = normalNumber(text)
  if (wanted === '') return []
  const groups = new Map<NumberKind, { full: Hit[]; end: Hit[]; count: number }>()
  const take = (kind: NumberKind, number: string, hit: () => Hit) => {
    const full = number === wanted
    if (!full && (wanted.length < shortestEnd || !number.endsWith(wanted))) return
    const group = groups.get(kind) ?? { full: [], end: [], count: 0 }
    groups.set(kind, group)
    group.count++
    const place = full ? group.full : group.end
    if (place.length < listed) place.push(hit())
  }
  for (const table of tables) {
    for (const row of table.rows()) {
      for (const { kind, number } of table.numbers(row.id)) {
        take(kind, number, () => hitOf(table.room, row, number))
      }
    }
  }
  for (const { kind, ...hit } of others) take(kind, normalNumber(hit.number), () => hit)
  return order.flatMap((kind) => {
    const group = groups.get(kind)
    return group ? [{ kind, count: group.count, hits: [...group.full, ...group.end].slice(0, listed) }] : []
  })
}

function hitOf(room: Room, row: Rows[Room], number: string): Hit {
  const [caption, state] = captions[room](row as never)
  return { room, id: row.id, number, caption, state }
}
