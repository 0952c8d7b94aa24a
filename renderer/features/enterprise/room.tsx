import { BankOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { EnterpriseRoom } from './EnterpriseRoom'
import { fields } from './help'

export const room: Room = {
  id: 'enterprise',
  group: 'master',
  order: 10,
  title: 'enterprise:title',
  icon: BankOutlined,
  Component: EnterpriseRoom,
  fields,
}
