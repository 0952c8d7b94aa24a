import { ReconciliationOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { SummaryRoom } from './SummaryRoom'
import { useOpenMonths } from './useMonths'

export const room: Room = {
  id: 'summary',
  group: 'declaration',
  order: 30,
  title: 'summary:title',
  icon: ReconciliationOutlined,
  Component: SummaryRoom,
  useBadge: useOpenMonths,
  cards,
  fields,
}
