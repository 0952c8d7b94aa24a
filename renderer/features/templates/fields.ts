import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import { elementOf } from '#shared/declaration/master-check'
import { hasField, modeRules, optionalModeFields, type ModeRule } from '#shared/declaration/modes/modes'
import { fieldMeta } from '#shared/model/field'
import { listModes, type ListMode } from '#shared/model/mode'
import { Template } from '#shared/model/template'
import type { Text } from '#shared/model/text'
import type { FieldInput, FormField, FormSection, FormValues } from '../../components/record-form/RecordForm'
import { codeEntries } from '../../components/useCodeBook'

export type TemplateField = Exclude<keyof typeof Template.shape, 'overrides'>

export function labelOf(field: TemplateField): Text {
  const meta = fieldMeta(Template.shape[field])
  return { zh: meta?.zh ?? field, en: meta?.en ?? field }
}

const choices: Partial<Record<TemplateField, readonly { value: string; label: Text }[]>> = {
  statisticsFlag: [
    { value: 'goods', label: { zh: '按商品资料（A 或 B）', en: 'As the goods master says' } },
    { value: 'A', label: { zh: 'A 简化申报', en: 'A simplified' } },
    { value: 'B', label: { zh: 'B 汇总申报', en: 'B summary' } },
  ],
  tradeMode: listModes.map((value) => ({ value, label: modeRules[value].name })),
}
const flags = [
  { value: '1', label: { zh: '1 率', en: '1 rate' } },
  { value: '2', label: { zh: '2 单价', en: '2 per unit' } },
  { value: '3', label: { zh: '3 总价', en: '3 total' } },
] as const

const codeTexts = new Set<TemplateField>([
  'loctNo',
  'emsNo',
  'iacCode',
  'assureCode',
  'trafNo',
  'voyageNo',
  'billNo',
  'ieDate',
  'ebpCode',
  'payCode',
  'logisticsCode',
  'ownerCode',
])

const layout: readonly { key: string; title: Text; fields: readonly TemplateField[] }[] = [
  {
    key: 'what',
    title: { zh: '模板', en: 'Template' },
    fields: ['name', 'tradeMode', 'statisticsFlag'],
  },
  {
    key: 'customs',
    title: { zh: '海关与运输', en: 'Customs and transport' },
    fields: ['customsCode', 'portCode', 'loctNo', 'trafMode', 'wrapType'],
  },
  {
    key: 'bonded',
    title: { zh: '保税账册（1210）', en: 'Bonded account book (1210)' },
    fields: ['emsNo', 'iacCode', 'iacName'],
  },
  {
    key: 'retail',
    title: { zh: '零售进口', en: 'Retail import' },
    fields: ['assureCode', 'departureCountry', 'tradeCountry'],
  },
  {
    key: 'arrival',
    title: { zh: '本批货物（文件没有写时用）', en: 'This consignment (where files do not say)' },
    fields: ['trafNo', 'voyageNo', 'billNo', 'ieDate'],
  },
  {
    key: 'warehouse',
    title: { zh: '海外仓（9810）', en: 'Overseas warehouse (9810)' },
    fields: ['warehouseCountry'],
  },
  {
    key: 'parties',
    title: { zh: '参与企业', en: 'Companies' },
    fields: [
      'ebpCode',
      'ebpName',
      'payName',
      'payCode',
      'logisticsCode',
      'logisticsName',
      'ownerCode',
      'ownerName',
    ],
  },
  {
    key: 'charges',
    title: { zh: '运费与保费', en: 'Freight and insurance' },
    fields: ['freight', 'fCurrency', 'fFlag', 'insuredFee', 'iCurrency', 'iFlag'],
  },
]

/** Fields of a template in the order of form and sheet; the ports follow as a table of their own. */
export const templateFields: readonly TemplateField[] = layout.flatMap(({ fields }) => fields)

/** Whether a template of this mode has the field: what belongs to another mode is neither shown nor kept. */
export function belongs(field: TemplateField, mode: string): boolean {
  const rule = modeRules[mode as ListMode] as ModeRule | undefined
  return rule === undefined || hasField(rule, field)
}

function inputOf(field: TemplateField, codes: CodeBook, mode: ModeRule | undefined): FieldInput {
  if (field === 'statisticsFlag' && mode?.statistics === 'A') {
    return { kind: 'choice', options: choices.statisticsFlag!.filter(({ value }) => value === 'A') }
  }
  const options = choices[field] ?? (field === 'fFlag' || field === 'iFlag' ? flags : undefined)
  if (options) return { kind: 'choice', options }
  const element = elementOf('template', field, mode?.direction)
  if (element?.codes) {
    const table: CodeTableId = element.codes
    return { kind: 'code', entries: codeEntries(codes, table), complete: codes.table(table).complete }
  }
  if (element?.type.kind === 'decimal') return { kind: 'decimal' }
  return { kind: codeTexts.has(field) ? 'code-text' : 'text' }
}

function fieldOf(field: TemplateField, codes: CodeBook, mode: ModeRule | undefined): FormField {
  const element = elementOf('template', field, mode?.direction)
  const optional = optionalModeFields.has(field)
  const needed = !optional && (mode?.template.some((one) => one === field) ?? false)
  return {
    key: field,
    label: mode?.labels[field] ?? labelOf(field),
    input: inputOf(field, codes, mode),
    required: needed || (!optional && (element?.required ?? true)),
    helpId: `templates.${field}`,
  }
}

/** The form of a template: the fields its mode has. */
export const templateSections = (codes: CodeBook, mode: string): FormSection[] =>
  layout
    .map(({ key, title, fields }) => ({
      key,
      title,
      fields: fields
        .filter((field) => belongs(field, mode))
        .map((field) => fieldOf(field, codes, modeRules[mode as ListMode] as ModeRule | undefined)),
    }))
    .filter(({ fields }) => fields.length > 0)

/** What a new template starts with. */
export const blankTemplate: FormValues = {
  tradeMode: '9610',
  statisticsFlag: 'goods',
  freight: '0',
  fCurrency: '502',
  fFlag: '3',
  insuredFee: '0',
  iCurrency: '502',
  iFlag: '3',
  ports: '',
}
