import type { UnitByName } from '../codes/unit-name'
import type { RowError } from '../model/import-report'
import { dayOf, rateOf } from '../rebate/import/cells'
import type { BoundField } from './bound-field'
import { readCurrency } from '../table/clean/currency'
import { readDecimal, type DecimalStyle } from '../table/clean/number'
import { hasFullWidth, narrowed, trimmed } from '../table/clean/text'
import { splitWeight, type WeightUnit } from '../table/clean/weight'
import type { FieldDef } from './profile'
import type { CellType } from '../table/rows'
import { refuse, remark, type RefusalRule, type RemarkRule } from './rules'

/** What exports write for "nothing" in a column of numbers, dates or ids. */
const NOTHING = /^(?:-{1,2}|\/|n\/a|null|none|nan|\\n|无)$/i
const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d{2,}$/i
/** A text cell as exports protect it from Excel, quoted once more by a CSV writer. */
const GUARDED = /^="([^"]*)"$/
const REPLACEMENT = '\ufffd'

/** Where the findings about one row are collected. Any error refuses the row. */
export type Findings = {
  row: number
  errors: RowError[]
  warnings: RowError[]
  marks: Marks
}

/** What marks beside the numbers of a row say of them. */
export type Marks = { currency?: string; weight?: WeightUnit }

export const noFindings = (row: number): Findings => ({ row, errors: [], warnings: [], marks: {} })

/** What a cell is read as. */
export type CellField = Pick<BoundField, 'field' | 'def' | 'header'>

export type CellRules = {
  decimal: DecimalStyle | undefined
  cutIds: ReadonlySet<string>
  /** For kinds with a column of units. */
  units?: UnitByName | undefined
}

export class CellReader {
  readonly #rules: CellRules

  constructor(rules: CellRules) {
    this.#rules = rules
  }

  /** One cell as the type of its field wants it; '' when it is empty or was refused (then `findings` says why). */
  read(bound: CellField, raw: string, type: CellType | undefined, findings: Findings): string {
    let text = trimmed(raw)
    if (text.startsWith('="')) text = trimmed(GUARDED.exec(text)?.[1] ?? text)
    // A backtick or an apostrophe before a value is there so that Excel leaves it alone.
    if (text.startsWith('`')) text = trimmed(text.slice(1))
    else if (/^'[+-]?\d/.test(text)) text = text.slice(1)
    if (text === '') return ''
    const fieldType = bound.def.type
    if (fieldType === 'text') return this.#text(bound, text, type, findings)
    if (fieldType !== 'instant' && NOTHING.test(text) && !(bound.field === 'barCode' && text === '无'))
      return ''
    if (!this.#sound(bound, text, type, findings)) return ''
    if (!bound.def.asWritten && hasFullWidth(text)) {
      this.#remark('field.full-width', bound, text, findings)
      text = trimmed(narrowed(text))
    }
    switch (fieldType) {
      case 'id':
        return this.#id(bound, text, type, findings)
      case 'code':
        return this.#id(bound, text.toUpperCase(), type, findings)
      case 'unit': {
        const code = this.#rules.units?.(text)
        return code === undefined && /\D/.test(text)
          ? this.#refuse('field.unit', bound, text, findings)
          : this.#id(bound, code ?? text, type, findings)
      }
      case 'decimal':
        return this.#decimal(bound, text, type, findings)
      case 'integer':
        return /^[1-9]\d{0,8}(\.0+)?$/.test(text)
          ? text.replace(/\.0+$/, '')
          : this.#refuse('field.integer', bound, text, findings)
      case 'currency':
        return readCurrency(text) ?? this.#refuse('field.currency', bound, text, findings)
      case 'instant':
        return text
      case 'day':
        return dayOf(text) ?? this.#refuse('field.day', bound, text, findings)
      case 'rate':
        return rateOf(text) ?? this.#refuse('field.decimal', bound, text, findings)
    }
  }

  #text(bound: CellField, text: string, type: CellType | undefined, findings: Findings): string {
    if (type === 'formula') return this.#refuse('excel.formula', bound, text, findings)
    if (type === 'error') return this.#refuse('excel.error', bound, text, findings)
    if (text.includes(REPLACEMENT)) this.#remark('field.unreadable-text', bound, text, findings)
    return text
  }

  /** Damage that makes a value worthless whatever the field wants. */
  #sound(bound: CellField, text: string, type: CellType | undefined, findings: Findings): boolean {
    let rule: RefusalRule | undefined
    if (type === 'formula' || (type === undefined && text.startsWith('='))) rule = 'excel.formula'
    else if (type === 'error' || EXCEL_ERROR.test(text)) rule = 'excel.error'
    else if (text.includes(REPLACEMENT)) rule = 'text.unreadable'
    if (rule) this.#refuse(rule, bound, text, findings)
    return rule === undefined
  }

  #id(bound: CellField, id: string, type: CellType | undefined, findings: Findings): string {
    if (type === 'date') return this.#refuse('excel.date-in-id', bound, id, findings)
    if (SCIENTIFIC.test(id)) return this.#refuse('excel.scientific', bound, id, findings)
    if (/^\d{16,}$/.test(id) && (type === 'number' || /0$/.test(id))) {
      const cut = type === 'number' || (this.#rules.cutIds.has(bound.field) && /^\d{15}0+$/.test(id))
      if (cut) return this.#refuse('excel.precision', bound, id, findings)
      if (/^\d{15}0{3,}$/.test(id)) this.#remark('excel.long-number', bound, id, findings)
    }
    const { digits } = bound.def
    if (digits !== undefined && !new RegExp(`^\\d{${digits}}$`).test(id)) {
      return this.#refuse('field.digits', bound, id, findings, { digits })
    }
    return id
  }

  #decimal(bound: CellField, text: string, type: CellType | undefined, findings: Findings): string {
    if (type === 'date' || type === 'boolean') return this.#refuse('field.decimal', bound, text, findings)
    const { number, unit } = bound.def.weight ? splitWeight(text) : { number: text, unit: undefined }
    if (unit) findings.marks.weight ??= unit
    const reading = readDecimal(number, type === 'number' ? 'point' : this.#rules.decimal)
    if ('value' in reading) {
      if (bound.def.money && reading.currency) findings.marks.currency ??= reading.currency
      return reading.value
    }
    const rule = {
      scientific: 'excel.scientific',
      ambiguous: 'field.decimal-ambiguous',
      'not-a-number': 'field.decimal',
    } as const
    return this.#refuse(rule[reading.fault], bound, text, findings)
  }

  #refuse(
    rule: RefusalRule,
    bound: CellField,
    value: string,
    findings: Findings,
    params: Record<string, number> = {},
  ): '' {
    findings.errors.push(refuse(rule, { row: findings.row, column: bound.header, value, ...params }))
    return ''
  }

  #remark(rule: RemarkRule, bound: CellField, value: string, findings: Findings): void {
    findings.warnings.push(remark(rule, { row: findings.row, column: bound.header, value }))
  }
}

/** A value that a mapping gives to every row, as its field wants it; '' when it is none. Times stay as written. */
export function readConstant(def: FieldDef, text: string): string {
  const reader = new CellReader({ decimal: undefined, cutIds: new Set() })
  return reader.read({ field: '', def, header: '' }, text, 'text', noFindings(0))
}
