import { HistoryOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { fields } from './help'
import { JournalRoom } from './JournalRoom'

export const room: Room = {
  id: 'journal',
  group: 'query',
  order: 90,
  title: 'journal:title',
  icon: HistoryOutlined,
  Component: JournalRoom,
  fields,
}
