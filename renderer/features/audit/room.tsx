import { FolderOpenOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { AuditRoom } from './AuditRoom'
import { cards, fields } from './help'

export const room: Room = {
  id: 'audit',
  group: 'query',
  order: 95,
  title: 'audit:title',
  icon: FolderOpenOutlined,
  Component: AuditRoom,
  cards,
  fields,
}
