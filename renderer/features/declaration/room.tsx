import { FileDoneOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { DeclarationRoom } from './DeclarationRoom'
import { cards, fields } from './help'
import { ListTab } from './record/ListTab'
import { useRefusedCount } from './useCounts'

/** `lists` as id: the search and other rooms open a 清单 by the name of its table. */
export const room: Room = {
  id: 'lists',
  group: 'declaration',
  order: 10,
  title: 'declaration:title',
  icon: FileDoneOutlined,
  Component: DeclarationRoom,
  details: { record: ListTab },
  useBadge: useRefusedCount,
  cards,
  fields,
}
