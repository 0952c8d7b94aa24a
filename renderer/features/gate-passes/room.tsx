import { FieldTimeOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { GatePassRoom } from './GatePassRoom'
import { cards, fields } from './help'
import { useUrgentCount } from './useGatePasses'

export const room: Room = {
  id: 'gate-passes',
  group: 'declaration',
  order: 60,
  title: 'gate-passes:title',
  inZone: ({ leavesFirst }) => leavesFirst === true,
  icon: FieldTimeOutlined,
  Component: GatePassRoom,
  useBadge: useUrgentCount,
  cards,
  fields,
}
