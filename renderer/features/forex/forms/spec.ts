import type { Language, Text } from '#shared/model/text'
import { isDecimal } from '#shared/money/decimal'
import type { z } from 'zod'
import type { FieldFault, FieldInput, FormSection, FormValues } from '../../../components/record-form/types'
import { isCoded, type CodedKind, type Entries } from './entries'

type Option = { value: string; label: Text }

/**
 * One field of a form over a record: `path` leads to its value, numbers in it to places of a list. What is left empty is
 * left out of the record, because what nobody said is not examined.
 */
export type Spec = {
  path: string
  label: Text
  /**
   * `money`: `USD 12.00` for a currency with its amount. `list`: values a comma apart; `choices`: the same of options.
   * `dated`: `2026-06-01 B` a comma apart, states of the options by the day each began.
   */
  kind:
    | 'text'
    | 'code'
    | 'decimal'
    | 'whole'
    | 'day'
    | 'month'
    | 'yesNo'
    | 'choice'
    | 'choices'
    | 'list'
    | 'money'
    | 'dated'
    | CodedKind
  options?: readonly Option[]
  required?: boolean
  /** Left empty beside filled fields of the same object it says that there is none. */
  emptyIsNone?: boolean
  note?: Text
  wide?: boolean
}
export type SpecSection = { key: string; title: Text; fields: readonly Spec[] }

const notTold: Option = { value: '', label: { zh: '未填', en: 'Not told' } }
const yesNo: readonly Option[] = [
  notTold,
  { value: 'yes', label: { zh: '是', en: 'Yes' } },
  { value: 'no', label: { zh: '否', en: 'No' } },
]

/** What has a form of its own shows it while the field is empty. */
const examples: Partial<Record<Spec['kind'], string>> = {
  month: '2026-05',
  money: 'USD 12.00',
}

const inputOf = ({ kind, options = [], required }: Spec, entries: Entries): FieldInput => {
  // What no table lists may still be declared: a bank knows more codes than are shipped here.
  if (isCoded(kind)) return { kind: 'code', entries: entries[kind] ?? [], complete: false }
  if (kind === 'choices') return { kind, options }
  if (kind === 'yesNo') return { kind: 'choice', options: yesNo }
  if (kind === 'choice') return { kind: 'choice', options: required ? options : [notTold, ...options] }
  if (kind === 'decimal' || kind === 'day') return { kind }
  if (kind === 'text' || kind === 'list' || kind === 'dated') return { kind: 'text' }
  const example = examples[kind]
  return { kind: 'code-text', ...(example !== undefined && { example }) }
}

/** Keys of fields have no dots: a form takes the first part of a fault's key for its field. */
export const keyOf = (path: string): string => path.replaceAll('.', '_')

/** The sections as a form draws them; `help`: what F1 asks for in all of them, `entries`: what its codes are chosen from. */
export const formSections = (
  sections: readonly SpecSection[],
  help: string,
  entries: Entries,
): FormSection[] =>
  sections.map(({ key, title, fields }) => ({
    key,
    title,
    fields: fields.map((spec) => ({
      key: keyOf(spec.path),
      label: spec.label,
      input: inputOf(spec, entries),
      helpId: help,
      ...(spec.required && { required: true }),
      ...(spec.note && { note: spec.note }),
      ...(spec.wide && { wide: true }),
    })),
  }))

/** Every field of a form. */
export const specsOf = (sections: readonly SpecSection[]): Spec[] =>
  sections.flatMap(({ fields }) => [...fields])

type Tree = { [key: string]: unknown }
const at = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (here, step) => (here === null || typeof here !== 'object' ? undefined : (here as Tree)[step]),
    record,
  )

function written(value: unknown, { kind, options = [] }: Spec, language: Language): string {
  if (value === undefined || value === null) return ''
  if (kind === 'yesNo') return value === true ? 'yes' : 'no'
  if (kind === 'list' || kind === 'choices') return (value as string[]).join(', ')
  if (kind === 'dated') {
    const words = new Map(options.map((one) => [one.value, one.label[language]]))
    return (value as Dated[]).map(({ from, state }) => `${from} ${words.get(state) ?? state}`).join(', ')
  }
  if (kind === 'money') {
    const { currency, amount } = value as { currency: string; amount: string }
    return `${currency} ${amount}`
  }
  return String(value as string | number)
}

/** The record as its form starts; words of dated states in the language of the page. */
export const valuesOf = (
  sections: readonly SpecSection[],
  record: unknown,
  language: Language = 'zh',
): FormValues =>
  Object.fromEntries(
    specsOf(sections).map((spec) => [
      keyOf(spec.path),
      written(at(record, spec.path.split('.')), spec, language),
    ]),
  )

const moneyShape = /^([A-Z]{3})\s+(-?\d+(?:\.\d+)?)$/
const dayShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/
const separators = /[,，;；\n]/

type Dated = { from: string; state: string }

/** Undefined where a part has no day or names no option, in either language. */
function readDated(text: string, options: readonly Option[]): Dated[] | undefined {
  const parts = text.split(separators).flatMap((part) => part.trim() || [])
  const read = parts.map((part) => {
    const [from = '', ...rest] = part.split(/\s+/)
    const word = rest.join(' ').toLowerCase()
    const found = options.find(({ value, label }) =>
      [value, label.zh, label.en].some((one) => one.toLowerCase() === word),
    )
    return found && dayShape.test(from) ? { from, state: found.value } : undefined
  })
  return read.every((one) => one !== undefined) ? read : undefined
}

function read(text: string, { kind, options = [] }: Spec): unknown {
  if (kind === 'dated') return readDated(text, options)
  if (kind === 'yesNo') return text === 'yes'
  if (kind === 'whole') return Number(text)
  if (kind === 'list' || kind === 'choices')
    return text
      .split(separators)
      .map((one) => one.trim())
      .filter(Boolean)
  if (kind === 'money') {
    const [, currency, amount] = moneyShape.exec(text) ?? []
    return { currency, amount }
  }
  return text
}

/** Objects whose only steps are places become lists, closed up where a place stayed empty. */
function listed(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value as Tree).map(([key, one]) => [key, listed(one)] as const)
  return entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
    ? entries.map(([, one]) => one)
    : Object.fromEntries(entries)
}

/** What the form says as a record. Only called while no fault refuses the values. */
export function recordOf(sections: readonly SpecSection[], values: FormValues): Tree {
  const record: Tree = {}
  const put = (path: string, value: unknown) => {
    const steps = path.split('.')
    const last = steps.pop()!
    const parent = steps.reduce<Tree>((here, step) => (here[step] ??= {}) as Tree, record)
    parent[last] = value
  }
  const specs = specsOf(sections)
  for (const spec of specs) {
    const text = (values[keyOf(spec.path)] ?? '').trim()
    if (text !== '') put(spec.path, read(text, spec))
  }
  for (const { path, emptyIsNone } of specs) {
    const steps = path.split('.')
    const parent = at(record, steps.slice(0, -1))
    if (emptyIsNone && parent !== undefined && at(record, steps) === undefined) put(path, null)
  }
  return listed(record) as Tree
}

const shapes: Partial<Record<Spec['kind'], { ok: (text: string, spec: Spec) => boolean; fix: Text }>> = {
  decimal: { ok: isDecimal, fix: { zh: '填数字，如 1200.00', en: 'Give a number like 1200.00' } },
  whole: { ok: (text) => /^\d+$/.test(text), fix: { zh: '填整数', en: 'Give a whole number' } },
  day: { ok: (text) => dayShape.test(text), fix: { zh: '写成 2026-05-31', en: 'Write it 2026-05-31' } },
  dated: {
    ok: (text, { options = [] }) => readDated(text, options) !== undefined,
    fix: {
      zh: '每次变更写“日期 状态”，用逗号隔开，如 2026-06-01 B，2026-10-01 注销',
      en: 'Write each change as day and state, a comma between, like 2026-06-01 B, 2026-10-01 removed',
    },
  },
  month: { ok: (text) => monthShape.test(text), fix: { zh: '写成 2026-05', en: 'Write it 2026-05' } },
  money: {
    ok: (text) => moneyShape.test(text),
    fix: { zh: '写币种和金额，如 USD 12.00', en: 'Write currency and amount like USD 12.00' },
  },
}
const wrongForm: Text = { zh: '格式不对', en: 'Not of the form wanted' }
const missing: Text = { zh: '没有填', en: 'Missing' }
const fillIn: Text = { zh: '填写这一项', en: 'Fill it in' }

/** Every fault of the values: what is missing, what has not its form, and what the schema of the record refuses. */
export function faultsOf(
  sections: readonly SpecSection[],
  values: FormValues,
  schema?: z.ZodType,
): FieldFault[] {
  const specs = specsOf(sections)
  const faults = specs.flatMap((spec): FieldFault[] => {
    const { path, kind, required } = spec
    const text = (values[keyOf(path)] ?? '').trim()
    const refuse = (message: Text, fix: Text): FieldFault[] => [
      { field: keyOf(path), severity: 'refuse', message, fix },
    ]
    if (text === '') return required ? refuse(missing, fillIn) : []
    const shape = shapes[kind]
    return shape && !shape.ok(text, spec) ? refuse(wrongForm, shape.fix) : []
  })
  if (faults.length > 0 || !schema) return faults
  const result = schema.safeParse(recordOf(sections, values))
  if (result.success) return []
  return result.error.issues.map(({ path }) => {
    const place = path.join('.')
    const spec =
      specs.find((one) => one.path === place) ??
      specs.find((one) => one.path.startsWith(`${place}.`) || place.startsWith(`${one.path}.`))
    const empty = spec && (values[keyOf(spec.path)] ?? '').trim() === ''
    return {
      field: keyOf(spec?.path ?? specs[0]?.path ?? ''),
      severity: 'refuse' as const,
      message: empty ? missing : wrongForm,
      fix: empty ? fillIn : { zh: '按填写说明改正', en: 'Correct it as its help says' },
    }
  })
}
