import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { SafetyRoom } from './SafetyRoom'

export const room: Room = {
  id: 'safety',
  group: 'settings',
  order: 5,
  title: 'safety:title',
  icon: SafetyCertificateOutlined,
  Component: SafetyRoom,
  cards,
  fields,
}
