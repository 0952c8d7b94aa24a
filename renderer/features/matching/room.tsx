import { BlockOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { MatchingRoom } from './MatchingRoom'
import { useOpenBreaks } from './useBreaks'

export const room: Room = {
  id: 'matching',
  group: 'matching',
  order: 10,
  title: 'matching:title',
  icon: BlockOutlined,
  Component: MatchingRoom,
  useBadge: useOpenBreaks,
  cards,
  fields,
}
