import type { CodeTableId } from '../../codes/table'
import type { CebDocument } from '../../model/list'
import type { Field, MessageTable, ValueType } from '../table'
import { soundDocument, type Write } from '../sound'
import { sheetColumns } from './columns'

/** Documents as rows: the head beside the first line, further lines below it. */
export function documentRows(table: MessageTable, documents: readonly CebDocument[]): string[][] {
  const columns = sheetColumns(table)
  return documents.flatMap(({ head, lines = [] }) =>
    Array.from({ length: Math.max(lines.length, 1) }, (_, at) =>
      columns.map(({ part, field }) =>
        part === 'line' ? (lines[at]?.[field.name] ?? '') : at === 0 ? (head[field.name] ?? '') : '',
      ),
    ),
  )
}

/** Sound in form and no document's. */
const sampleGuid = '4CDE1CFD-EDED-46B1-946C-000000000000'
const letters = /^[A-Z]+/i

/** A text that says what belongs there, as long as it has to be: numbers are letters and digits, names are words. */
const inWords: Write = (field, min, max) => {
  const isNumber = /(No|Code|Id|Number)$/.test(field.name)
  const word = isNumber ? (letters.exec(field.name)?.[0] ?? 'X').toUpperCase() : `${field.label.zh}样例`
  const wanted = Math.min(Math.max(min, isNumber ? Math.min(12, max) : 1), max)
  const text = isNumber ? word.slice(0, 4).padEnd(wanted, '0123456789') : word
  return [...text.padEnd(min, '样')].slice(0, max).join('')
}

/** A filled document that nothing refuses: every field of the table, the first of the values it may have. */
export const sampleDocument = (table: MessageTable): CebDocument =>
  soundDocument(table, (options) => options[0] as never, { write: inWords, guid: () => sampleGuid })

/** `C..60`, `N19,5`: a type as the specification writes it. */
export function typeText(type: ValueType): string {
  if (type.kind === 'decimal') return `N${type.digits},${type.places}`
  if (type.kind === 'whole') return `N${type.digits}`
  if (type.max === Infinity) return 'C'
  return type.min === type.max
    ? `C${type.max}`
    : type.min === 0
      ? `C..${type.max}`
      : `C${type.min}..${type.max}`
}

/** Code tables whose codes a message carries, in the order of its fields. */
export function codeTablesOf(table: MessageTable): CodeTableId[] {
  const fields: Field[] = sheetColumns(table).map(({ field }) => field)
  return [...new Set(fields.flatMap(({ codes }) => codes ?? []))]
}
