import { customsCodeFault } from '#shared/codes/identifiers/customs-code'
import { usccFault } from '#shared/codes/identifiers/uscc'
import { MAX_COP_NO } from '#shared/declaration/cop-no'
import { Enterprise } from '#shared/model/enterprise'
import { fieldMeta } from '#shared/model/field'
import type { Text } from '#shared/model/text'
import type { Zone } from '#shared/zones/zone'
import type { FieldFault, FormField, FormSection, FormValues } from '../../components/record-form/RecordForm'
import { faultTexts, type EnterpriseRule } from './texts'

export type EnterpriseField = Exclude<keyof Enterprise, 'book' | 'zoneEdition' | 'zoneSince'>

const unasked = new Set(['book', 'zoneEdition', 'zoneSince'])
export const enterpriseFields = Object.keys(Enterprise.shape).filter(
  (key) => !unasked.has(key),
) as EnterpriseField[]

export function labelOf(field: keyof Enterprise): Text {
  const meta = fieldMeta(Enterprise.shape[field])
  return { zh: meta?.zh ?? field, en: meta?.en ?? field }
}

const codes = new Set<EnterpriseField>(['uscc', 'customsCode', 'dxpId', 'copNoPrefix', 'desk'])
const optional = new Set<EnterpriseField>(['dxpId'])

const layout: readonly { key: string; title: Text; fields: readonly EnterpriseField[] }[] = [
  {
    key: 'company',
    title: { zh: '企业', en: 'Company' },
    fields: ['uscc', 'name', 'customsCode', 'zone', 'dxpId', 'officer'],
  },
  {
    key: 'numbers',
    title: { zh: '企业唯一编号', en: 'Own numbers' },
    fields: ['copNoPrefix', 'desk'],
  },
]

function fieldOf(field: EnterpriseField, zones: readonly Zone[]): FormField {
  const base = {
    key: field,
    label: labelOf(field),
    required: !optional.has(field),
    helpId: `enterprise.${field}`,
  }
  if (field === 'zone') {
    const options = zones.map(({ id, name, province }) => ({
      value: id,
      label: { zh: `${name.zh} · ${province.zh}`, en: `${name.en} · ${province.en}` },
    }))
    return { ...base, input: { kind: 'choice', options } }
  }
  return { ...base, input: { kind: codes.has(field) ? 'code-text' : 'text' } }
}

/** The form, with these zones to choose from. */
export const enterpriseSections = (zones: readonly Zone[]): FormSection[] =>
  layout.map(({ key, title, fields }) => ({
    key,
    title,
    fields: fields.map((field) => fieldOf(field, zones)),
  }))

export const valuesOf = (enterprise: Enterprise): FormValues =>
  Object.fromEntries(enterpriseFields.map((field) => [field, enterprise[field]]))

/** Digits of the serial at the end of a number. */
export const serialDigits = 6
const dayDigits = 8

/**
 * Why the enterprise cannot be stored like this. A 演练 book takes codes that cannot exist, so only their shape is
 * looked at there.
 */
export function enterpriseFaults(values: FormValues, practice: boolean): FieldFault[] {
  const at = (field: EnterpriseField) => (values[field] ?? '').trim()
  const faults: FieldFault[] = []
  const refuse = (field: EnterpriseField, rule: EnterpriseRule) =>
    faults.push({ field, severity: 'refuse', ...faultTexts[rule] })
  for (const field of enterpriseFields) {
    if (at(field) === '' && !optional.has(field)) refuse(field, 'empty')
  }
  const uscc = at('uscc') === '' ? undefined : usccFault(at('uscc'))
  if (uscc && (!practice || uscc === 'shape')) refuse('uscc', `uscc-${uscc}`)
  const customs = at('customsCode') === '' ? undefined : customsCodeFault(at('customsCode'))
  if (customs && (!practice || customs === 'shape')) refuse('customsCode', `customs-${customs}`)
  if (at('name').length > 100) refuse('name', 'name-long')
  if (at('dxpId').length > 30) refuse('dxpId', 'dxp-long')
  for (const [field, most] of [
    ['copNoPrefix', 8],
    ['desk', 4],
  ] as const) {
    if (!/^[A-Z0-9]*$/.test(at(field))) refuse(field, 'letters')
    else if (at(field).length > most) refuse(field, field === 'desk' ? 'desk-long' : 'prefix-long')
  }
  if (at('copNoPrefix').length + at('desk').length + dayDigits + serialDigits > MAX_COP_NO) {
    refuse('copNoPrefix', 'prefix-long')
  }
  return faults
}

/**
 * The enterprise as the form has it. Another zone counts from now on, in the edition it is offered in; the edition of one
 * zone says nothing of another.
 */
export function enterpriseOf(
  values: FormValues,
  { zoneEdition, zoneSince, ...before }: Enterprise,
  zones: readonly Zone[],
  now: string,
): Enterprise {
  const chosen = zones.find(({ id }) => id === values['zone'])?.edition
  const isSame = values['zone'] === before.zone
  const [edition, since] = isSame ? [zoneEdition, zoneSince] : [chosen, now]
  return Enterprise.parse({
    ...before,
    ...Object.fromEntries(enterpriseFields.map((field) => [field, (values[field] ?? '').trim()])),
    ...(edition !== undefined && { zoneEdition: edition }),
    ...(since !== undefined && { zoneSince: since }),
  })
}
