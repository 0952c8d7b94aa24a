import { ImportOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { ImportsRoom } from './ImportsRoom'
import { ImportTab } from './ImportTab'
import { useImports } from './store'

export const room: Room = {
  id: 'imports',
  group: 'import',
  order: 10,
  title: 'imports:title',
  icon: ImportOutlined,
  Component: ImportsRoom,
  details: { record: ImportTab },
  useBadge: () =>
    useImports(({ plans }) => plans.filter(({ phase }) => phase === 'setup' || phase === 'running').length),
  cards,
  fields,
}
