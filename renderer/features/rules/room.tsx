import { ReadOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { RulesRoom } from './RulesRoom'

export const room: Room = {
  id: 'rules',
  group: 'query',
  order: 80,
  title: 'rules:title',
  icon: ReadOutlined,
  Component: RulesRoom,
  cards,
  fields,
}
