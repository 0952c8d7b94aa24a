import { TeamOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { PeopleRoom } from './PeopleRoom'

export const room: Room = {
  id: 'people',
  group: 'settings',
  order: 6,
  title: 'people:title',
  icon: TeamOutlined,
  Component: PeopleRoom,
  cards,
  fields,
}
