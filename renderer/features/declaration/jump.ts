import type { SourceRecord } from '#shared/declaration/build-fault'
import { openRoom, openTab } from '../../app/navigation'
import type { BookPort, Room } from '../../data/port'

const tables: Partial<Record<SourceRecord, { room: Room; column: string }>> = {
  goods: { room: 'goods', column: 'sku' },
  order: { room: 'orders', column: 'orderNo' },
  waybill: { room: 'waybills', column: 'waybillNo' },
  payment: { room: 'payments', column: 'paymentNo' },
}
const rooms: Partial<Record<SourceRecord, string>> = { template: 'templates', enterprise: 'enterprise' }

/** Whether there is a place in the app where this is mended; zone data is not the officer's. */
export const canJump = (record: SourceRecord): boolean => record !== 'zone'

/** Go to the record a fault comes from. A number is looked up first: only random ids go into addresses. */
export async function jumpTo(port: BookPort, record: SourceRecord, key: string): Promise<void> {
  const table = tables[record]
  if (!table) return openRoom(rooms[record] ?? 'home')
  const { rows } = await port.page({
    table: table.room,
    filter: { where: [{ column: table.column, is: 'in', values: [key] }] },
    offset: 0,
    limit: 1,
  })
  const [found] = rows
  if (found) openTab({ view: `${table.room}/record`, params: { id: found.id }, title: key })
  else openRoom(table.room)
}
