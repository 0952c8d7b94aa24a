import type { CodeBook } from '#shared/codes/book'
import { fieldRule, partyFieldIds, type PartyField } from '#shared/filing/fields'
import { fieldsOf, partyFaults, type Party } from '#shared/filing/party'
import { filingModes, roleIds, type FilingMode, type Role } from '#shared/filing/roles'
import type { Text } from '#shared/model/text'
import type {
  FieldFault,
  FieldInput,
  FormField,
  FormSection,
  FormValues,
} from '../../../components/record-form/RecordForm'
import { codeEntries } from '../../../components/useCodeBook'

/** Sections of the form: each begins at a field and goes on to the next one, in the order of the master. */
const sectionAt: Partial<Record<PartyField, { key: string; title: Text }>> = {
  uscc: { key: 'who', title: { zh: '基本情况', en: 'Who it is' } },
  customsCode: { key: 'customs', title: { zh: '海关', en: 'Customs' } },
  taxpayer: { key: 'tax', title: { zh: '税务', en: 'Tax' } },
  nameListClass: { key: 'money', title: { zh: '外汇与银行', en: 'Foreign exchange and bank' } },
  platformName: { key: 'platform', title: { zh: '平台与许可', en: 'Platform and licences' } },
  bondedArea: { key: 'bonded', title: { zh: '保税', en: 'Bonded' } },
  warehouseCountry: { key: 'warehouse', title: { zh: '海外仓', en: 'Warehouse abroad' } },
  marketNo: { key: 'market', title: { zh: '市场采购', en: 'Market procurement' } },
}

type Option = { value: string; label: Text }
const choices: Partial<Record<PartyField, readonly Option[]>> = {
  taxpayer: [
    { value: 'general', label: { zh: '一般纳税人', en: 'General' } },
    { value: 'small', label: { zh: '小规模纳税人', en: 'Small-scale' } },
  ],
  rebateMethod: [
    { value: 'exempt-refund', label: { zh: '免退税（外贸）', en: 'Exemption and refund (trading)' } },
    {
      value: 'exempt-credit-refund',
      label: { zh: '免抵退税（生产）', en: 'Exemption, credit and refund (manufacturer)' },
    },
  ],
  refundClass: [
    { value: '1', label: { zh: '一类', en: 'Class 1' } },
    { value: '2', label: { zh: '二类', en: 'Class 2' } },
    { value: '3', label: { zh: '三类', en: 'Class 3' } },
    { value: '4', label: { zh: '四类', en: 'Class 4' } },
  ],
  nameListClass: [
    { value: 'A', label: { zh: 'A 类', en: 'A' } },
    { value: 'B', label: { zh: 'B 类', en: 'B' } },
    { value: 'C', label: { zh: 'C 类', en: 'C' } },
  ],
  warehouseKind: [
    { value: 'own', label: { zh: '自建', en: 'Own' } },
    { value: 'lease', label: { zh: '租赁', en: 'Leased' } },
    { value: 'platform', label: { zh: '平台仓', en: 'Of a platform' } },
  ],
}
const codes = new Set<PartyField>([
  ...(['uscc', 'customsCode', 'dxpId', 'legalPersonId', 'residentId', 'division'] as const),
  ...(['bankAccount', 'settlementAccount', 'paymentLicence', 'siteCode', 'emsNo'] as const),
])
const tables = { customsOffice: 'district', warehouseCountry: 'country' } as const

function inputOf(field: PartyField, book: CodeBook): FieldInput {
  const options = choices[field]
  if (options) return { kind: 'choice', options }
  if (field === 'customsOffice' || field === 'warehouseCountry') {
    const table = tables[field]
    return { kind: 'code', entries: codeEntries(book, table), complete: book.table(table).complete }
  }
  return { kind: codes.has(field) ? 'code-text' : 'text' }
}

/** What the form shows: the fields that these roles and modes are asked for, with a note under those that have one. */
export function partySections(
  party: Pick<Party, 'roles' | 'modes'>,
  book: CodeBook,
  notes: ReadonlyMap<string, Text>,
): FormSection[] {
  const asked = new Set(fieldsOf(party))
  const sections: { key: string; title: Text; fields: FormField[] }[] = []
  for (const field of partyFieldIds) {
    const begins = sectionAt[field]
    if (begins) sections.push({ ...begins, fields: [] })
    if (!asked.has(field)) continue
    const { label, optional } = fieldRule(field)
    const note = notes.get(field)
    sections.at(-1)!.fields.push({
      key: field,
      label,
      input: inputOf(field, book),
      required: optional !== true,
      helpId: `filing.${field}`,
      wide: field === 'scope',
      ...(note && { note }),
    })
  }
  return sections.filter(({ fields }) => fields.length > 0)
}

const listed = <T extends string>(all: readonly T[], text: string | undefined): T[] => {
  const named = new Set((text ?? '').split(' '))
  return all.filter((one) => named.has(one))
}

/** The master as a form holds it; roles and modes as words with blanks between them. */
export const valuesOf = ({ roles, modes, values }: Party): FormValues => ({
  roles: listed(roleIds, roles.join(' ')).join(' '),
  modes: listed(filingModes, modes.join(' ')).join(' '),
  ...values,
})

/** What the form holds as a master: blanks are no values. It may lack roles, which only storing it refuses. */
export function partyOf(values: FormValues): Party {
  const texts = partyFieldIds.flatMap((field) => {
    const text = (values[field] ?? '').trim()
    return text === '' ? [] : [[field, text] as const]
  })
  return {
    roles: listed<Role>(roleIds, values['roles']),
    modes: listed<FilingMode>(filingModes, values['modes']),
    values: Object.fromEntries(texts),
  }
}

/** What keeps it from being filed, at its fields; 暂存 asks for none of it. */
export const faultsOf = (party: Party, practice: boolean): FieldFault[] =>
  partyFaults(party, practice).map(({ field, kind, why, fix }) => ({
    field,
    severity: kind === 'warn' ? 'warn' : 'refuse',
    message: why,
    fix,
  }))

/** What a master is known by: the customs code, or the number of a person. Undefined while neither is there. */
export const keyOf = ({ roles, values }: Party): string | undefined =>
  values.customsCode ?? (roles.includes('individual') ? values.residentId : undefined)

/** Whose values a copy does not take along: what belongs to one enterprise or person alone. */
const ownValues: readonly PartyField[] = [
  ...(['uscc', 'name', 'nameEn', 'legalPerson', 'legalPersonId', 'personName', 'residentId'] as const),
  ...(['customsCode', 'dxpId', 'bankAccount', 'settlementAccount', 'emsNo', 'marketNo'] as const),
  ...(['paymentLicence', 'courierLicence', 'siteCode', 'platformIcp'] as const),
]
export const copyOf = (party: Party): Party => ({
  ...party,
  values: Object.fromEntries(
    Object.entries(party.values).filter(([field]) => !ownValues.includes(field as PartyField)),
  ),
})

/** What a new master begins with: most are companies that sell by retail. */
export const blankParty: Party = { roles: ['seller'], modes: ['9610'], values: {} }
