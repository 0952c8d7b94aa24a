import { AuditOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { FilingRoom } from './FilingRoom'
import { cards, fields } from './help'
import { PartyTab } from './record/PartyTab'
import { useReturnedCount } from './useParties'

export const room: Room = {
  id: 'filing',
  group: 'master',
  order: 20,
  title: 'filing:title',
  icon: AuditOutlined,
  Component: FilingRoom,
  details: { record: PartyTab },
  useBadge: useReturnedCount,
  cards,
  fields,
}
