import { TagsOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { GoodsForm } from './GoodsForm'
import { GoodsRoom } from './GoodsRoom'
import { cards, fields } from './help'
import { useMissingCount } from './useMissing'

export const room: Room = {
  id: 'goods',
  group: 'master',
  order: 30,
  title: 'goods:title',
  icon: TagsOutlined,
  Component: GoodsRoom,
  details: { record: GoodsForm },
  useBadge: useMissingCount,
  cards,
  fields,
}
