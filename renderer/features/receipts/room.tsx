import { MailOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { fields } from './help'
import { ReceiptsRoom } from './ReceiptsRoom'
import { useUnread } from './useReceipts'

export const room: Room = {
  id: 'receipts',
  group: 'exchange',
  order: 20,
  title: 'receipts:title',
  icon: MailOutlined,
  Component: ReceiptsRoom,
  useBadge: useUnread,
  fields,
}
