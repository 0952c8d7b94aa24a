import { PayCircleOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { ImportTaxRoom } from './ImportTaxRoom'

export const room: Room = {
  id: 'import-tax',
  group: 'declaration',
  order: 80,
  title: 'import-tax:title',
  icon: PayCircleOutlined,
  Component: ImportTaxRoom,
  cards,
  fields,
}
