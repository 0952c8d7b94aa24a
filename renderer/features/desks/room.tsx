import { ClusterOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { DesksRoom } from './DesksRoom'
import { cards, fields } from './help'
import { useOpenConflicts } from './useDeskState'

export const room: Room = {
  id: 'desks',
  group: 'exchange',
  order: 60,
  title: 'desks:title',
  icon: ClusterOutlined,
  Component: DesksRoom,
  useBadge: useOpenConflicts,
  cards,
  fields,
}
