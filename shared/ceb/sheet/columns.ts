import type { Text } from '../../model/text'
import type { Field, MessageTable } from '../table'

/** One column of the sheet of a message: a field of its head or of its lines. */
export type SheetColumn = { part: 'head' | 'line'; field: Field }

/** Set before the heading of a column of the lines. */
export const ofLine = '表体'

/** Every field of a message, head first, in the order of its table. */
export const sheetColumns = ({ head, lines }: MessageTable): SheetColumn[] => [
  ...head.fields.map((field): SheetColumn => ({ part: 'head', field })),
  ...(lines?.fields ?? []).map((field): SheetColumn => ({ part: 'line', field })),
]

/** Whether either reading of the specification demands a value. */
export const isDemanded = ({ required, printed }: Field): boolean => required || printed?.required === true

/** `订单编号 orderNo*`, `表体 商品名称 gname*`: `*` marks what must be filled in. The element is what the reader goes by. */
export const heading = ({ part, field }: SheetColumn): string =>
  [part === 'line' ? ofLine : '', field.label.zh, field.name + (isDemanded(field) ? '*' : '')]
    .filter((word) => word !== '')
    .join(' ')

/** The column a heading stands for, whatever was added to the words before the element. */
export function columnOf(columns: readonly SheetColumn[], text: string): SheetColumn | undefined {
  const words = text.normalize('NFKC').trim().split(/\s+/)
  const element = words.at(-1)?.replace(/\*$/, '')
  const part = words[0] === ofLine ? 'line' : 'head'
  return columns.find((column) => column.part === part && column.field.name === element)
}

/**
 * What stands above the header: the message, the edition of the specification, and a stamp that is another whenever
 * a column is. The reader takes the message from it.
 */
export function stamp(table: MessageTable): Text {
  const version = digest(sheetColumns(table).map(heading).join('|'))
  return {
    zh: `${table.type} ${table.label.zh} · 海关报文规范 2022-05 · 模板版本 ${version}`,
    en: `${table.type} ${table.label.en} · specification 2022-05 · template version ${version}`,
  }
}

/** FNV-1a of 32 bits, in hexadecimal: tells editions of a template apart, and is nothing to rely on for more. */
export function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0
  }
  return hash.toString(16).toUpperCase().padStart(8, '0')
}
