import { HomeOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { HomeRoom } from './HomeRoom'

export const room: Room = {
  id: 'home',
  group: 'home',
  order: 0,
  title: 'home:title',
  icon: HomeOutlined,
  Component: HomeRoom,
  cards,
  fields,
}
