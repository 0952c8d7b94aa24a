import { EntryItem, entryModes, entryStates, ExportEntry } from '#shared/model/export-entry'
import { entryLabel, headFields, itemFields } from '#shared/entry/read-entries'
import type { Text } from '#shared/model/text'
import type { FieldInput, FormField, FormSection, FormValues } from '../../components/record-form/RecordForm'

const modeNames: Record<(typeof entryModes)[number], Text> = {
  '0110': { zh: '0110 一般贸易', en: '0110 general trade' },
  '9710': { zh: '9710 跨境电商B2B直接出口', en: '9710 B2B direct export' },
  '9810': { zh: '9810 跨境电商出口海外仓', en: '9810 to an overseas warehouse' },
}
export const stateNames: Record<(typeof entryStates)[number], Text> = {
  draft: { zh: '草稿', en: 'Draft' },
  declared: { zh: '已申报', en: 'Declared' },
  released: { zh: '放行', en: 'Released' },
  closed: { zh: '结关', en: 'Closed' },
}
const choices: Partial<Record<string, readonly { value: string; label: Text }[]>> = {
  tradeMode: entryModes.map((value) => ({ value, label: modeNames[value] })),
  state: entryStates.map((value) => ({ value, label: stateNames[value] })),
}
const decimals = new Set(['grossWeight', 'netWeight', 'packNo'])
const codes = new Set(['entryId', 'consignorCode', 'ownerCode'])

const layout: readonly { key: string; title: Text; fields: readonly string[] }[] = [
  {
    key: 'numbers',
    title: { zh: '编号与状态', en: 'Numbers and state' },
    fields: [
      'tradeMode',
      'state',
      'entryId',
      'preEntryId',
      'declaredOn',
      'exportDate',
      'releasedOn',
      'closedOn',
    ],
  },
  {
    key: 'parties',
    title: { zh: '参与方', en: 'Parties' },
    fields: [
      'consignorName',
      'consignorCode',
      'ownerName',
      'ownerCode',
      'agentName',
      'buyer',
      'contractNo',
      'recordNo',
    ],
  },
  {
    key: 'transport',
    title: { zh: '海关与运输', en: 'Customs and transport' },
    fields: [
      'customsCode',
      'portCode',
      'trafMode',
      'trafName',
      'billNo',
      'tradeCountry',
      'country',
      'port',
      'exitPort',
      'packNo',
      'wrapType',
      'grossWeight',
      'netWeight',
    ],
  },
  {
    key: 'money',
    title: { zh: '成交与税费', en: 'Terms and charges' },
    fields: ['terms', 'freight', 'insurance', 'extras', 'levyNature', 'licenseNo', 'papers', 'marks'],
  },
]

function inputOf(field: string): FieldInput {
  const options = choices[field]
  if (options) return { kind: 'choice', options }
  if (decimals.has(field)) return { kind: 'decimal' }
  return { kind: codes.has(field) ? 'code-text' : 'text' }
}

const isRequired = (field: string): boolean =>
  !ExportEntry.shape[field as keyof typeof ExportEntry.shape].safeParse(undefined).success

export const entrySections: readonly FormSection[] = layout.map(({ key, title, fields }) => ({
  key,
  title,
  fields: fields.map((field): FormField => ({
    key: field,
    label: entryLabel(field),
    input: inputOf(field),
    required: isRequired(field),
    helpId: `entries.${field}`,
    wide: field === 'marks' || field === 'papers',
  })),
}))

export type Item = Readonly<Record<string, string>>

/** A 报关单 as a form holds it: items as one text, order numbers as another. */
export const valuesOf = (entry: ExportEntry, orderNos: string): FormValues => ({
  ...Object.fromEntries(headFields.map((field) => [field, String(entry[field as keyof ExportEntry] ?? '')])),
  items: writeItems(entry.items.map((item) => texts(item))),
  orderNos,
})

const texts = (item: EntryItem): Item =>
  Object.fromEntries(itemFields.map((field) => [field, String(item[field as keyof EntryItem] ?? '')]))

export const writeItems = (items: readonly Item[]): string =>
  items.length === 0 ? '' : JSON.stringify(items)
export const readItems = (text: string): Item[] => (text === '' ? [] : (JSON.parse(text) as Item[]))

export const blankEntry: FormValues = { tradeMode: '9710', state: 'draft', items: '', orderNos: '' }

const needed: readonly string[] = Object.entries(EntryItem.shape).flatMap(([field, schema]) =>
  schema.safeParse(undefined).success ? [] : [field],
)
/** Heading of an item's column; what is demanded is marked. */
export function itemTitle(field: string): Text {
  const { zh, en } = entryLabel(field)
  return needed.includes(field) ? { zh: `${zh}*`, en: `${en}*` } : { zh, en }
}
