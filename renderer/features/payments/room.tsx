import { PayCircleOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { PaymentsRoom } from './PaymentsRoom'

export const room: Room = {
  id: 'payments',
  group: 'import',
  order: 30,
  title: 'payments:title',
  icon: PayCircleOutlined,
  Component: PaymentsRoom,
}
