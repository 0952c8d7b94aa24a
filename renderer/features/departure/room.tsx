import { RocketOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { DepartureRoom } from './DepartureRoom'
import { cards, fields } from './help'

export const room: Room = {
  id: 'departure',
  group: 'declaration',
  order: 20,
  title: 'departure:title',
  icon: RocketOutlined,
  Component: DepartureRoom,
  cards,
  fields,
}
