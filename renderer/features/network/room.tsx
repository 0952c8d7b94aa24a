import { ApiOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { NetworkRoom } from './NetworkRoom'

export const room: Room = {
  id: 'network',
  group: 'settings',
  order: 10,
  title: 'network:title',
  icon: ApiOutlined,
  Component: NetworkRoom,
  cards,
  fields,
}
