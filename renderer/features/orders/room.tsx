import { ShoppingOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { OrdersRoom } from './OrdersRoom'
import { OrderTab } from './OrderTab'

export const room: Room = {
  id: 'orders',
  group: 'import',
  order: 20,
  title: 'orders:title',
  icon: ShoppingOutlined,
  Component: OrdersRoom,
  details: { record: OrderTab },
  cards,
  fields,
}
