import { TruckOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { WaybillsRoom } from './WaybillsRoom'

export const room: Room = {
  id: 'waybills',
  group: 'import',
  order: 40,
  title: 'waybills:title',
  icon: TruckOutlined,
  Component: WaybillsRoom,
}
