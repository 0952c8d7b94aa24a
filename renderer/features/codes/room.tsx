import { BookOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { CodesRoom } from './CodesRoom'
import { cards, fields } from './help'

export const room: Room = {
  id: 'codes',
  group: 'master',
  order: 40,
  title: 'codes:title',
  icon: BookOutlined,
  Component: CodesRoom,
  cards,
  fields,
}
