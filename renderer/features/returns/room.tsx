import { RollbackOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { ReturnForm } from './ReturnForm'
import { ReturnsRoom } from './ReturnsRoom'
import { useOpenTasks } from './useReturns'

export const room: Room = {
  id: 'returns',
  group: 'declaration',
  order: 70,
  title: 'returns:title',
  icon: RollbackOutlined,
  Component: ReturnsRoom,
  details: { new: ReturnForm },
  useBadge: useOpenTasks,
  cards,
  fields,
}
