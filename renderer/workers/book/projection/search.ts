import type { Hit, HitGroup, NumberKind, Room, Rows } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'
import type { RoomTable } from './room-table'

/** Hits listed of each kind; the rest is only counted. */
const listed = 20
/** The end of a number must be at least this long to be searched by. */
const shortestEnd = 6

const order: NumberKind[] = ['order', 'waybill', 'payment', 'copNo', 'preNo', 'invtNo', 'sku']

const captions: { [R in Room]: (row: Rows[R]) => [caption: string, state: string] } = {
  orders: (row) => [`${row.orderNo} ${row.shop}`, row.state],
  payments: (row) => [`${row.paymentNo} ${row.amount} ${row.currency}`, row.kind],
  waybills: (row) => [`${row.waybillNo} ${row.orderNo}`, row.kind],
  lists: (row) => [`${row.copNo} ${row.orderNo}`, row.state],
  goods: (row) => [`${row.sku} ${row.name}`, ''],
}

/** Rows that carry the number, in full or by its last six or more characters; full matches come first. */
export function searchTables(tables: readonly RoomTable<Room>[], text: string): HitGroup[] {
  const wanted = normalNumber(text)
  if (wanted === '') return []
  const groups = new Map<NumberKind, { full: Hit[]; end: Hit[]; count: number }>()
  for (const table of tables) {
    for (const row of table.rows()) {
      for (const { kind, number } of table.numbers(row.id)) {
        const full = number === wanted
        if (!full && (wanted.length < shortestEnd || !number.endsWith(wanted))) continue
        const group = groups.get(kind) ?? { full: [], end: [], count: 0 }
        groups.set(kind, group)
        group.count++
        const place = full ? group.full : group.end
        if (place.length < listed) place.push(hit(table.room, row, number))
      }
    }
  }
  return order.flatMap((kind) => {
    const group = groups.get(kind)
    return group ? [{ kind, count: group.count, hits: [...group.full, ...group.end].slice(0, listed) }] : []
  })
}

function hit(room: Room, row: Rows[Room], number: string): Hit {
  const [caption, state] = captions[room](row as never)
  return { room, id: row.id, number, caption, state }
}
