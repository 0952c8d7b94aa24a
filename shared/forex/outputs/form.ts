import type { Text } from '../../model/text'

/** The forms a receipt is presented with. */
export const formTitles = {
  receipt: { zh: '涉外收入申报单', en: 'Declaration of a receipt' },
  application: { zh: '结汇申请', en: 'Application for conversion' },
  rmb: { zh: '跨境业务人民币结算收款说明', en: 'Statement of a receipt in yuan' },
} as const satisfies Readonly<Record<string, Text>>

/** One field of a form: what it is called, what stands in it, and who fills it. */
export type FormField = {
  id: string
  label: Text
  /** The name banks give it in their interface, where it has one. */
  bankName?: string
  value: string
  /** The amount to its last minor unit, where the form takes whole units. */
  exact?: string
  /** What the value means, where it is a word of a list of the form. */
  meaning?: Text
  /** `bank`: left to the bank; `confirm`: proposed, and the bank decides. */
  by: 'us' | 'bank' | 'confirm'
  /** Where its value comes from; absent where the form says nothing of it. */
  source?: FormSource
}

/** `answer`: typed in the form itself. `subject`: who the enterprise is for the bank. */
export type FormSource = 'answer' | 'check' | 'credit' | 'order' | 'subject'

/** What a form lacks or where it does not add up. */
export type FormFault = { field: string; text: Text; fix: Text }

type Words = readonly [zh: string, en: string]

export const field = (
  id: string,
  [zh, en]: Words,
  value: string | Text | undefined,
  more: { bankName?: string; by?: FormField['by']; exact?: string | undefined; source?: FormSource } = {},
): FormField => ({
  id,
  label: { zh, en },
  value: typeof value === 'object' ? value.zh : (value ?? ''),
  by: more.by ?? 'us',
  ...(typeof value === 'object' && { meaning: value }),
  ...(more.bankName !== undefined && { bankName: more.bankName }),
  ...(more.exact !== undefined && { exact: more.exact }),
  ...(more.source !== undefined && { source: more.source }),
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
