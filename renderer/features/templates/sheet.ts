import type { CheckContext } from '#shared/ceb/rules/context'
import type { MasterFault } from '#shared/declaration/master-check'
import type { RawRow } from '#shared/table/rows'
import type { Template } from '#shared/model/template'
import type { Text } from '#shared/model/text'
import { foldWidth } from '../../components/normalize'
import type { FormValues } from '../../components/record-form/RecordForm'
import { labelOf, templateFields, type TemplateField } from './fields'
import { portsInCell, readPorts, writePorts } from './ports'
import { faultsOf, valuesOf } from './record'

/** Columns of our own sheet of templates, by their Chinese heading. */
export const sheetFields: readonly TemplateField[] = [...templateFields, 'ports', 'isDefault']
export const yes: Text = { zh: '是', en: 'yes' }

/** A refused cell of a sheet: where it is, what is wrong, what to do. */
export type SheetFault = { row: number; column: string; value: string; message: Text; fix: Text }
export type SheetRead = {
  rows: { row: number; values: FormValues; isDefault: boolean }[]
  faults: SheetFault[]
}

export const sheetHeader = (): string[] => sheetFields.map((field) => labelOf(field).zh)

export function sheetRow(template: Template): string[] {
  const values = valuesOf(template)
  return sheetFields.map((field) => {
    if (field === 'ports') return portsInCell(template.ports)
    if (field === 'isDefault') return template.isDefault ? yes.zh : ''
    return values[field] ?? ''
  })
}

const plain = (text: string) => foldWidth(text).replace(/\*$/, '').trim()

/** The row that holds our headings, and which column is which field. */
function headerOf(rows: readonly RawRow[]): { row: number; columns: Map<TemplateField, number> } | undefined {
  for (const { row, cells } of rows.slice(0, 20)) {
    const columns = new Map<TemplateField, number>()
    for (const field of sheetFields) {
      const { zh, en } = labelOf(field)
      const at = cells.findIndex((cell) => plain(cell) === plain(zh) || plain(cell) === en)
      if (at >= 0) columns.set(field, at)
    }
    if (columns.has('name') && columns.has('customsCode')) return { row, columns }
  }
  return undefined
}

const damage: Partial<Record<NonNullable<RawRow['types']>[number], { message: Text; fix: Text }>> = {
  formula: {
    message: { zh: '单元格是公式，不是值', en: 'The cell holds a formula, not a value' },
    fix: { zh: '复制后选择性粘贴为数值', en: 'Copy it and paste it as value' },
  },
  date: {
    message: { zh: 'Excel 把代码变成了日期', en: 'Excel turned the code into a date' },
    fix: { zh: '把该列设为文本后重新填写', en: 'Format the column as text and write it again' },
  },
  error: {
    message: { zh: '单元格是 Excel 错误值', en: 'The cell holds an error of Excel' },
    fix: { zh: '填入正确的值', en: 'Fill in the right value' },
  },
}
const lostZeros: Text = {
  zh: '；该格在 Excel 中是数字，可能丢了前面的 0，请设为文本后重填',
  en: '; the cell is a number in Excel and may have lost leading zeros: format it as text and write it again',
}

/** Templates of a sheet. A row with a fault is not taken; undefined when no row holds the headings. */
export function readSheet(rows: readonly RawRow[], context: CheckContext): SheetRead | undefined {
  const header = headerOf(rows)
  if (!header) return undefined
  const read: SheetRead = { rows: [], faults: [] }
  for (const raw of rows) {
    if (raw.row <= header.row || raw.cells.every((cell) => cell.trim() === '')) continue
    const { values, isDefault, faults } = readRow(raw, header.columns, context)
    if (faults.length > 0) read.faults.push(...faults)
    else read.rows.push({ row: raw.row, values, isDefault })
  }
  return read
}

function readRow(raw: RawRow, columns: ReadonlyMap<TemplateField, number>, context: CheckContext) {
  const cell = (field: TemplateField) => (raw.cells[columns.get(field) ?? -1] ?? '').trim()
  const typeOf = (field: TemplateField) => raw.types?.[columns.get(field) ?? -1]
  const at = (field: string) => ({ row: raw.row, column: labelOf(field as TemplateField).zh })
  const faults: SheetFault[] = []
  for (const field of columns.keys()) {
    const harm = damage[typeOf(field) ?? 'text']
    if (harm && cell(field) !== '') faults.push({ ...at(field), value: cell(field), ...harm })
  }
  const texts = templateFields.map((field) => [field, field === 'name' ? cell(field) : coded(cell(field))])
  const values: FormValues = {
    ...Object.fromEntries(texts),
    tradeMode: coded(cell('tradeMode')) || '9610',
    ports: writePorts(readPorts(cell('ports'))),
  }
  if (faults.length === 0) {
    for (const fault of faultsOf(values, context)) {
      if (fault.severity === 'refuse') faults.push(placed(fault, at, typeOf))
    }
  }
  return { values, isDefault: [yes.zh, yes.en, 'Y', '1'].includes(cell('isDefault')), faults }
}

/** `502 美元` → `502`: a sheet may carry the name behind its code. */
const coded = (text: string): string => /^(\d{1,10})\s+\p{Script=Han}/u.exec(text)?.[1] ?? text

function placed(
  { field, value, message, fix }: MasterFault,
  at: (field: string) => { row: number; column: string },
  typeOf: (field: TemplateField) => string | undefined,
): SheetFault {
  const name = (field.startsWith('ports') ? 'ports' : field) as TemplateField
  const cut = typeOf(name) === 'number' && /^\d+$/.test(value)
  return {
    ...at(name),
    value,
    message,
    fix: cut ? { zh: fix.zh + lostZeros.zh, en: fix.en + lostZeros.en } : fix,
  }
}
