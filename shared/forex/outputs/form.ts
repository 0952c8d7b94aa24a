import type { Text } from '../../model/text'

/** One field of a form: what it is called, what stands in it, and who fills it. */
export type FormField = {
  id: string
  label: Text
  /** The name banks give it in their interface, where it has one. */
  bankName?: string
  value: string
  /** `bank`: left to the bank; `confirm`: proposed, and the bank decides. */
  by: 'us' | 'bank' | 'confirm'
}

/** What a form lacks or where it does not add up. */
export type FormFault = { field: string; text: Text; fix: Text }

type Words = readonly [zh: string, en: string]

export const field = (
  id: string,
  [zh, en]: Words,
  value: string | undefined,
  more: { bankName?: string; by?: FormField['by'] } = {},
): FormField => ({
  id,
  label: { zh, en },
  value: value ?? '',
  by: more.by ?? 'us',
  ...(more.bankName !== undefined && { bankName: more.bankName }),
})

export const fault = (id: string, [zh, en]: Words, [fixZh, fixEn]: Words): FormFault => ({
  field: id,
  text: { zh, en },
  fix: { zh: fixZh, en: fixEn },
})

/** The faults whose condition holds. */
export const faultsOf = (
  checks: readonly (readonly [wrong: boolean, field: string, text: Words, fix: Words])[],
): FormFault[] => checks.flatMap(([wrong, id, text, fix]) => (wrong ? [fault(id, text, fix)] : []))
