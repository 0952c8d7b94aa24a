import { AuditOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { SecondRoom } from './SecondRoom'
import { useOpenChecks } from './useChecks'

export const room: Room = {
  id: 'second',
  group: 'home',
  order: 10,
  title: 'second:title',
  icon: AuditOutlined,
  Component: SecondRoom,
  useBadge: useOpenChecks,
  cards,
  fields,
}
