import { z } from 'zod'
import { day, field, instant } from './field'
import type { Text } from './text'

/** 演练 (practice) or 正式 (real); fixed when the book is created. */
export const BookKind = z.enum(['practice', 'real'])
export type BookKind = z.infer<typeof BookKind>

/** What every print, export and exchange file of a 演练 book says of itself. */
export const practiceMark: Text = { zh: '演练 · 不具申报效力', en: 'Practice, not a declaration' }

/** The enterprise a book belongs to; as declared in ebcCode/agentCode and in BaseTransfer. */
export const Enterprise = z.object({
  book: BookKind,
  uscc: field(z.string().length(18), 'business', '统一社会信用代码', 'Unified social credit code'),
  name: field(z.string().min(1).max(100), 'business', '企业名称', 'Name'),
  customsCode: field(z.string().length(10), 'business', '海关编码', 'Customs registration'),
  zone: field(z.string(), 'business', '综试区', 'Zone'),
  /** Edition of the zone's data that the book works by; absent in books that never chose one: the first that is known. */
  zoneEdition: field(day.optional(), 'business', '综试区资料版本', 'Edition of the zone data'),
  /** When the book went over to this zone or edition; absent where it began with it. */
  zoneSince: field(instant.optional(), 'business', '改按本综试区资料的时间', 'Goes by these data since'),
  dxpId: field(z.string().max(30), 'business', '传输编号', 'DXP id'),
  copNoPrefix: field(z.string().max(8), 'business', '企业编号前缀', 'Prefix of own numbers'),
  desk: field(z.string().max(4), 'business', '工位代码', 'Desk'),
  officer: field(z.string().min(1), 'business', '申报员', 'Officer'),
})
export type Enterprise = z.infer<typeof Enterprise>
