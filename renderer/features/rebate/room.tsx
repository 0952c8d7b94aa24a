import { AccountBookOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards } from './cards'
import { fields } from './help'
import { RebateRoom } from './RebateRoom'
import { useOpenBatches } from './useOpenBatches'
import { BatchView } from './wizard/BatchView'

export const room: Room = {
  id: 'rebate',
  group: 'rebate',
  order: 10,
  title: 'rebate:title',
  titleInZone: 'rebate:titleInZone',
  icon: AccountBookOutlined,
  Component: RebateRoom,
  details: { batch: BatchView },
  useBadge: useOpenBatches,
  cards,
  fields,
}
