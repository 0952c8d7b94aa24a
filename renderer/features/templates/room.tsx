import { ProfileOutlined } from '@ant-design/icons'
import type { Room } from '../../app/room'
import { cards, fields } from './help'
import { TemplateForm } from './TemplateForm'
import { TemplatesRoom } from './TemplatesRoom'

export const room: Room = {
  id: 'templates',
  group: 'master',
  order: 20,
  title: 'templates:title',
  icon: ProfileOutlined,
  Component: TemplatesRoom,
  details: { record: TemplateForm },
  cards,
  fields,
}
