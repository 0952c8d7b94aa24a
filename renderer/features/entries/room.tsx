import { FileProtectOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { EntriesRoom } from './EntriesRoom'
import { EntryForm } from './EntryForm'
import { cards, fields } from './help'

export const room: Room = {
  id: 'entries',
  group: 'declaration',
  order: 50,
  title: 'entries:title',
  icon: FileProtectOutlined,
  Component: EntriesRoom,
  details: { record: EntryForm },
  cards,
  fields,
}
