import type { CellType, RawRow } from '../../table/rows'
import type { CebDocument } from '../../model/list'
import { fillText, type Text } from '../../model/text'
import type { Fault } from '../fault'
import { isMessageType, type MessageType, type Values } from '../message'
import { tableOf } from '../tables'
import { columnOf, sheetColumns, type SheetColumn } from './columns'

/** Documents of a sheet. `rows`: the row in which each begins. A fault that refuses leaves its document out. */
export type SheetRead = {
  type: MessageType
  documents: CebDocument[]
  rows: number[]
  faults: Fault[]
}

const searched = 30
/** What Excel keeps of a number. */
const exactDigits = 15

const damage: Partial<Record<CellType, { rule: string; message: Text; fix: Text }>> = {
  formula: {
    rule: 'sheet-formula',
    message: { zh: '单元格是公式，不是值', en: 'The cell holds a formula, not a value' },
    fix: { zh: '复制后选择性粘贴为数值', en: 'Copy it and paste it as value' },
  },
  date: {
    rule: 'sheet-date',
    message: { zh: 'Excel 把代码或时间变成了日期', en: 'Excel turned the code or time into a date' },
    fix: { zh: '把该列设为文本后重新填写', en: 'Format the column as text and write it again' },
  },
  error: {
    rule: 'sheet-error',
    message: { zh: '单元格是 Excel 错误值', en: 'The cell holds an error of Excel' },
    fix: { zh: '填入正确的值', en: 'Fill in the right value' },
  },
}
const rounded = {
  rule: 'sheet-rounded',
  message: {
    zh: 'Excel 把 15 位以上的号码当数字，末尾几位已经变成 0',
    en: 'Excel took a number of more than 15 digits for a figure: its last digits are lost',
  },
  fix: damage.date!.fix,
}
const unknownColumn = {
  message: {
    zh: '“{value}”不是这种报文的列，没有读',
    en: '“{value}” is no column of this message and was not read',
  },
  fix: {
    zh: '列名末尾要有元素名；新模板可在读入处下载',
    en: 'A heading ends in its element; take a new template where files are read',
  },
}

type Header = { type: MessageType; row: number; columns: (SheetColumn | undefined)[]; unknown: string[] }

/** The message named above the header, and the header: the first row that knows two or more of its elements. */
function headerOf(rows: readonly RawRow[]): Header | undefined {
  let type: MessageType | undefined
  for (const { row, cells } of rows.slice(0, searched)) {
    type ??= cells.map((cell) => /CEB\d{3}/.exec(cell)?.[0] ?? '').find(isMessageType)
    if (!type) continue
    const known = sheetColumns(tableOf(type))
    const columns = cells.map((cell) => columnOf(known, cell))
    if (columns.filter((column) => column !== undefined).length < 2) continue
    const unknown = cells.filter((cell, at) => cell.trim() !== '' && !columns[at])
    return { type, row, columns, unknown }
  }
  return undefined
}

/**
 * Documents of a sheet that was filled in by our template: a row whose head is filled begins one, lines follow below. Values stay as
 * they were typed; what they must be is for the validator to say.
 * @returns undefined when no row holds the headings of a message
 */
export function readMessageSheet(rows: readonly RawRow[]): SheetRead | undefined {
  const header = headerOf(rows)
  if (!header) return undefined
  const { type, columns, unknown } = header
  const { lines: hasLines } = tableOf(type)
  const read: SheetRead = {
    type,
    documents: [],
    rows: [],
    faults: unknown.map((value) => unread(header.row, value)),
  }
  const spoilt = new Set<number>()
  for (const raw of rows) {
    if (raw.row <= header.row || raw.cells.every((cell) => cell.trim() === '')) continue
    const head = valuesOf(raw, columns, 'head')
    const line = valuesOf(raw, columns, 'line')
    const last = read.documents.at(-1)
    if (!last || !continues(last, head) || !hasLines) {
      read.documents.push({ head, ...(hasLines && { lines: [] }) })
      read.rows.push(raw.row)
    }
    const at = read.documents.length - 1
    if (Object.keys(line).length > 0) read.documents[at]!.lines?.push(line)
    const faults = damaged(raw, columns)
    if (faults.length > 0) spoilt.add(at)
    read.faults.push(...faults)
  }
  const sound = <T>(_one: T, at: number) => !spoilt.has(at)
  return { ...read, documents: read.documents.filter(sound), rows: read.rows.filter(sound) }
}

/** Whether a row goes on with a document: its head is empty, or repeated as officers like to fill it down. */
const continues = ({ head }: CebDocument, next: Values): boolean =>
  Object.entries(next).every(([name, value]) => head[name] === value)

function valuesOf({ cells }: RawRow, columns: Header['columns'], part: SheetColumn['part']): Values {
  const values: Values = {}
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (column?.part === part && cell.trim() !== '') values[column.field.name] = cell
  }
  return values
}

function damaged({ row, cells, types = [] }: RawRow, columns: Header['columns']): Fault[] {
  return columns.flatMap((column, at): Fault[] => {
    const value = cells[at] ?? ''
    if (!column || value.trim() === '') return []
    const lost = types[at] === 'number' && value.replace(/\D/g, '').length > exactDigits
    const harm = lost ? rounded : damage[types[at] ?? 'text']
    return harm ? [{ path: `row[${row}]/${column.field.name}`, severity: 'refuse', value, ...harm }] : []
  })
}

const unread = (row: number, value: string): Fault => ({
  path: `row[${row}]`,
  rule: 'sheet-column',
  severity: 'warn',
  value,
  message: fillText(unknownColumn.message, { value }),
  fix: unknownColumn.fix,
})
