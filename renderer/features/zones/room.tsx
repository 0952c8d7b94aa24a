import { EnvironmentOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { ZonesRoom } from './ZonesRoom'

export const room: Room = {
  id: 'zones',
  group: 'master',
  order: 60,
  title: 'zones:title',
  icon: EnvironmentOutlined,
  Component: ZonesRoom,
  cards,
  fields,
}
