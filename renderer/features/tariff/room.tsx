import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { TariffRoom } from './TariffRoom'

export const room: Room = {
  id: 'tariff',
  group: 'master',
  order: 35,
  title: 'tariff:title',
  icon: SafetyCertificateOutlined,
  Component: TariffRoom,
  cards,
  fields,
}
