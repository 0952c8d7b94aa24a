import { z } from 'zod'
import type { RawRow } from '../import/rows'
import { dayOf, numberOf } from '../rebate/import/cells'
import { noTable, refusal, type Refusal } from '../rebate/import/refusal'
import { headerColumns } from '../rebate/headings'
import { TariffRow } from './tariff'

const fields = [
  'code',
  'tail',
  'name',
  'en',
  'elements',
  'unit1',
  'unit2',
  'conditions',
  'inspection',
  'exportDuty',
  'importDuty',
  'vat',
  'consumption',
  'from',
  'to',
] as const
type Field = (typeof fields)[number]
type RateField = 'exportDuty' | 'importDuty' | 'vat' | 'consumption'

/**
 * Headings of a tariff as customs' parameter tables and the sheets of offices have them. The names of the DBF fields were
 * seen second-hand; a file with other names is read with a mapping. `tail`: the last two digits where they stand apart.
 */
const headings: Readonly<Record<Field, readonly string[]>> = {
  code: [
    'CODE_TS',
    'CODE_T',
    'HSCODE',
    'HS_CODE',
    '商品编码',
    '商品编号',
    '税则号列',
    '税号',
    'HS编码',
    '海关编码',
  ],
  tail: ['CODE_S', '附加编号', '附加码'],
  name: ['G_NAME', 'GNAME', '商品名称', '货品名称', '品名'],
  en: ['G_NAME_EN', 'ENAME', '英文名称', '英文品名'],
  elements: ['ELEMENTS', '申报要素', '规范申报要素'],
  unit1: ['UNIT_1', 'UNIT1', '法定第一单位', '第一法定单位', '第一计量单位', '法定单位', '计量单位'],
  unit2: ['UNIT_2', 'UNIT2', '法定第二单位', '第二法定单位', '第二计量单位', '第二单位'],
  conditions: ['CONTROL_MA', 'CONTROL_MARK', '监管条件', '监管证件', '海关监管条件'],
  inspection: ['INSP_TYPE', 'CIQ_TYPE', '检验检疫', '检验检疫类别', '检验检疫监管条件'],
  exportDuty: ['OUT_RATE', '出口税率', '出口关税', '出口从价税率'],
  importDuty: ['LOW_RATE', '最惠国税率', '进口最惠国税率', '优惠税率'],
  vat: ['TAX_RATE', '增值税率', '增值税', '增值税税率'],
  consumption: ['REG_RATE', '消费税率', '消费税', '消费税税率'],
  from: ['BEGIN_DATE', 'STARTDATE', '生效日期', '起始日期', '开始日期'],
  to: ['END_DATE', 'ENDDATE', '失效日期', '截止日期', '终止日期'],
}

/** Field → heading of this file, for files whose headings are not known. */
export type TariffMapping = Partial<Record<Field, string>>

/** `remarks`: rows that were taken without one of their cells. `unknown`: headings that were not read. */
export type ReadTariff = { rows: TariffRow[]; refused: Refusal[]; remarks: Refusal[]; unknown: string[] }

/**
 * The rows of a tariff from a DBF, a CSV or a sheet.
 * @param unitCode customs' number of a unit that is given by number or by name
 */
export function readTariffRows(
  rows: readonly RawRow[],
  unitCode: (text: string) => string | undefined,
  map: TariffMapping = {},
): ReadTariff {
  const names = Object.fromEntries(
    fields.map((field) => [field, map[field] === undefined ? headings[field] : [map[field]]]),
  ) as Record<Field, readonly string[]>
  const header = headerColumns(rows, names, ['code', 'name'])
  const read: ReadTariff = { rows: [], refused: [], remarks: [], unknown: header?.unknown ?? [] }
  if (!header) return { ...read, refused: [noTable(['商品编码', '商品名称'])] }
  const taken = new Set<string>()
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (field: Field) => (cells[header.columns.get(field) ?? -1] ?? '').normalize('NFKC').trim()
    const code = codeOf(at('code'), at('tail'))
    const from = at('from') === '' ? undefined : dayOf(at('from'))
    const fault = rowFault(code, at, from, taken)
    if (fault) {
      read.refused.push(
        refusal({ row, field: fault.field, value: at(fault.field) }, notTaken, fault.why, fault.fix),
      )
      continue
    }
    taken.add(`${code} ${from ?? ''}`)
    read.rows.push(
      rowOf(code, at, from, unitCode, (field, why, fix) =>
        read.remarks.push(refusal({ row, field, value: at(field) }, partly, why, fix)),
      ),
    )
  }
  return read
}

type Words = [zh: string, en: string]
const notTaken: Words = ['这一行不能用', 'This row is not taken']
const partly: Words = ['这一行采用了，此格没有采用', 'The row is taken without this cell']

/** Digits of a code as tables write it: 6912.00.10, 69120010 with 00 apart. */
function codeOf(code: string, tail: string): string {
  const digits = code.replace(/[.\s]/g, '')
  return /^\d{8}$/.test(digits) && /^\d{2}$/.test(tail) ? digits + tail : digits
}

type RowFault = { field: Field; why: Words; fix: Words }

function rowFault(
  code: string,
  at: (field: Field) => string,
  from: string | undefined,
  taken: ReadonlySet<string>,
): RowFault | undefined {
  const fault = (field: Field, why: Words, fix: Words): RowFault => ({ field, why, fix })
  if (/^\d{9}$|^\d{7}$/.test(code)) {
    return fault(
      'code',
      ['编码位数为奇数，可能丢了前面的 0', 'An odd number of digits: it may have lost its leading zero'],
      ['把编码列设为文本后重新导出', 'Export the column as text'],
    )
  }
  if (!TariffRow.shape.code.safeParse(code).success) {
    return fault(
      'code',
      ['编码应为 4、6、8 或 10 位数字', 'A code has 4, 6, 8 or 10 digits'],
      ['改正编码', 'Correct the code'],
    )
  }
  if (at('name') === '') {
    return fault('name', ['没有商品名称', 'There is no name'], ['补上名称', 'Give the name'])
  }
  for (const field of ['from', 'to'] as const) {
    if (at(field) !== '' && dayOf(at(field)) === undefined) {
      return fault(field, ['不是日期', 'Not a day'], ['写成 2026-01-01', 'Write it as 2026-01-01'])
    }
  }
  if (taken.has(`${code} ${from ?? ''}`)) {
    return fault(
      'code',
      ['同一编码在文件中重复，只取第一行', 'The code is in the file twice; the first row counts'],
      ['核对后删去一行', 'Check and remove one'],
    )
  }
  return undefined
}

function rowOf(
  code: string,
  at: (field: Field) => string,
  from: string | undefined,
  unitCode: (text: string) => string | undefined,
  remark: (field: Field, why: Words, fix: Words) => void,
): TariffRow {
  const text = (field: 'en' | 'elements' | 'inspection') => at(field) !== '' && { [field]: at(field) }
  const unit = (field: 'unit1' | 'unit2') => {
    if (at(field) === '') return false
    const found = unitCode(at(field))
    if (found === undefined) {
      remark(
        field,
        ['不认识的计量单位', 'An unknown unit'],
        ['改为计量单位代码表中的单位', 'Use a unit of the table'],
      )
    }
    return found !== undefined && { [field]: found }
  }
  const rate = (field: RateField) => {
    const cell = at(field).replace(/%$/, '')
    if (cell === '' || cell === '-' || cell === '/') return false
    const value = numberOf(cell)
    if (value === undefined || value.startsWith('-')) {
      remark(
        field,
        ['不是单一从价税率', 'Not a single rate by value'],
        ['以税则原文为准', 'See the tariff itself'],
      )
      return false
    }
    return { [field]: value }
  }
  const conditions = at('conditions').replace(/[^0-9A-Za-z]/g, '')
  const to = at('to') === '' ? undefined : dayOf(at('to'))
  return {
    code,
    name: at('name'),
    ...text('en'),
    ...text('elements'),
    ...unit('unit1'),
    ...unit('unit2'),
    ...(conditions !== '' && { conditions }),
    ...text('inspection'),
    ...rate('exportDuty'),
    ...rate('importDuty'),
    ...rate('vat'),
    ...rate('consumption'),
    ...(from !== undefined && { from }),
    // A last day in the far future is how the tables write "open".
    ...(to !== undefined && to < '2099-01-01' && { to }),
  }
}

const Json = z.union([
  z.array(z.unknown()),
  z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
])

/** A tariff as JSON: `{rows: […]}` or the bare list, each row as `TariffRow`; rows that are none are named one by one. */
export function readTariffJson(text: string): ReadTariff {
  const read: ReadTariff = { rows: [], refused: [], remarks: [], unknown: [] }
  let parsed: z.ZodSafeParseResult<unknown[]>
  try {
    parsed = Json.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { ...read, refused: [noJson(said)] }
  }
  if (!parsed.success) return { ...read, refused: [noJson('{ rows: […] }')] }
  parsed.data.forEach((item, at) => {
    const row = TariffRow.safeParse(item)
    if (row.success) read.rows.push(row.data)
    else {
      const [issue] = row.error.issues
      const field = issue?.path.join('.') ?? ''
      const said: Words = [issue?.message ?? '', issue?.message ?? '']
      read.refused.push(
        refusal({ row: at + 1, field }, notTaken, said, [
          '按税则 JSON 的格式改正',
          'Correct it to the format of tariff JSON',
        ]),
      )
    }
  })
  return read
}

const noJson = (said: string): Refusal =>
  refusal(
    { row: 0, field: 'file' },
    ['不是税则 JSON', 'Not a tariff in JSON'],
    [said, said],
    ['按 {edition, source, complete, rows} 提供', 'Give it as {edition, source, complete, rows}'],
  )
