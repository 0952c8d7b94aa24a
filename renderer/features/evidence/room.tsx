import { IdcardOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { EvidenceRoom } from './EvidenceRoom'
import { cards, fields } from './help'

export const room: Room = {
  id: 'evidence',
  group: 'master',
  order: 40,
  title: 'evidence:title',
  icon: IdcardOutlined,
  Component: EvidenceRoom,
  cards,
  fields,
}
