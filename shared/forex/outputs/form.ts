import type { Override, Overrides } from '../../model/override'
import type { Text } from '../../model/text'
import type { ValueSource } from '../../provenance/derived'

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
  /** What the value means, where it is a word of a list of the form; `code`: which of them. */
  meaning?: Text
  code?: string
  /** `bank`: left to the bank; `confirm`: proposed, and the bank decides. */
  by: 'us' | 'bank' | 'confirm'
  /** Where its value comes from; absent of what the bank fills in. `answer`: typed in the form, `form`: made of it. */
  source?: ValueSource
  /** What its source says, which is replaced only with a reason; absent of what is typed and of what follows another field. */
  derived?: string
  /** Why something else stands there. */
  override?: Override
}

/** What a form lacks or where it does not add up. */
export type FormFault = { field: string; text: Text; fix: Text }

type Words = readonly [zh: string, en: string]

type More = {
  bankName?: string
  exact?: string | undefined
  code?: string
  /** What the source says, where it is replaced only with a reason. */
  derived?: string | undefined
}
/** Somebody fills in every field: what is left to the bank has no source here, everything else names its own. */
type Filled = { by: 'bank'; source?: never } | { by?: 'us' | 'confirm'; source: ValueSource }

export const field = (
  id: string,
  [zh, en]: Words,
  value: string | Text | undefined,
  { by = 'us', source, bankName, exact, code, derived }: More & Filled,
): FormField => ({
  id,
  label: { zh, en },
  value: typeof value === 'object' ? value.zh : (value ?? ''),
  by,
  ...(typeof value === 'object' && { meaning: value }),
  ...(code !== undefined && { code }),
  ...(bankName !== undefined && { bankName }),
  ...(exact !== undefined && { exact }),
  ...(source && { source }),
  ...(derived !== undefined && { derived }),
})

/** A field that its source decides, whatever it says of it. */
export function sourced(
  id: string,
  words: Words,
  value: string | Text | undefined,
  source: ValueSource,
  more: Omit<More, 'derived'> & { by?: 'us' | 'confirm' } = {},
): FormField {
  const made = field(id, words, value, { ...more, source })
  return { ...made, derived: valueOf(made) }
}

/** A field that is typed in the form. `preset` says what stands there until then. */
export const typed = (
  id: string,
  words: Words,
  value: string | Text | undefined,
  more: Omit<More, 'derived'> & { preset?: boolean } = {},
): FormField => {
  const { preset = false, ...rest } = more
  return field(id, words, value, { ...rest, source: preset ? presetBy : { record: 'answer' } })
}
/**
 * A field that a source may say and an officer may: typed while no source says it, replaced with a reason as soon as one does.
 * What was typed before stands until somebody decides. `list`: the words it is chosen from.
 */
export function stated<T extends string>(
  id: string,
  words: Words,
  { answer, says, preset }: { answer: T | undefined; says: T | undefined; preset?: T },
  source: ValueSource,
  more: { bankName?: string } = {},
  list?: Readonly<Record<T, Text>>,
): FormField {
  const value = answer ?? says ?? preset
  const shown = {
    ...more,
    ...(list && value !== undefined && { code: value }),
  }
  const word = list && value !== undefined ? list[value] : value
  return says === undefined
    ? typed(id, words, word, { ...shown, preset: answer === undefined && preset !== undefined })
    : field(id, words, word, { ...shown, source, derived: says })
}
const presetBy: ValueSource = {
  record: 'form',
  how: { zh: '预设，可改填', en: 'preset, may be chosen otherwise' },
}

/** What a field holds, as it is compared and stored: of a list its code. */
export const valueOf = ({ code, value }: FormField): string => code ?? value

/** The lists whose words stand in a form, by field. */
export type FormLists = Readonly<Record<string, Readonly<Record<string, Text>>>>

/** The fields with what an officer put in place of what their sources say. */
export const withOverrides = (
  fields: readonly FormField[],
  overrides: Overrides = {},
  lists: FormLists = {},
): FormField[] =>
  fields.map((one) => {
    const override = one.derived === undefined ? undefined : overrides[one.id]
    if (!override) return one
    if (override.value === valueOf(one)) return { ...one, override }
    const { exact: _exact, meaning: _meaning, code: _code, ...rest } = one
    const word = lists[one.id]?.[override.value]
    return {
      ...rest,
      value: word?.zh ?? override.value,
      ...(word && { meaning: word, code: override.value }),
      override,
    }
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
