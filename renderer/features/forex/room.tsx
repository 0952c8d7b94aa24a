import { BankOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards } from './cards'
import { CreditView } from './credit/CreditView'
import { ForexRoom } from './ForexRoom'
import { fields } from './help'
import { MonthView } from './months/MonthView'
import { useOpenCredits } from './useOpenCredits'

export const room: Room = {
  id: 'forex',
  group: 'forex',
  order: 10,
  title: 'forex:title',
  icon: BankOutlined,
  Component: ForexRoom,
  details: { credit: CreditView, month: MonthView },
  useBadge: useOpenCredits,
  cards,
  fields,
}
