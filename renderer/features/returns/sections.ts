import { tableOf } from '#shared/ceb/tables'
import type { CodeBook } from '#shared/codes/book'
import { eventRules, returnActTexts, returnEvents } from '#shared/returns/routes'
import type { ReturnEvent } from '#shared/returns/routes'
import type { Text } from '#shared/model/text'
import { codeEntries } from '../../components/useCodeBook'
import type { FieldFault, FieldInput, FormSection, FormValues } from '../../components/record-form/types'
import type { ReturnChoice, ReturnSheet } from '../../data/port'

/** Elements of a 213 that say how the goods come in, with the table their codes are of. */
const transport = [
  ['customsCode', 'district'],
  ['portCode', 'district'],
  ['country', 'country'],
  ['trafMode', 'transport-mode'],
  ['trafName'],
  ['voyageNo'],
  ['billNo'],
  ['logisticsNo'],
  ['logisticsCode'],
  ['logisticsName'],
  ['loctNo'],
] as const
export type TransportField = (typeof transport)[number][0]
const optional = new Set<string>(['loctNo'])
const quantity = (gnum: string) => `qty.${gnum}`
const replacement = (field: 'orderNo' | `${'sku' | 'quantity' | 'price'}.${number}`) => `replacement.${field}`

const elementOf = (name: string) => tableOf('CEB213').head.byName.get(name)!

const whether: readonly { value: string; label: Text }[] = [
  { value: 'no', label: { zh: '不是食品', en: 'No food' } },
  { value: 'yes', label: { zh: '是食品', en: 'Food' } },
]

/** What the form starts with. */
export const startValues = (sheet: ReturnSheet): FormValues => ({
  event: 'goods-back',
  act: sheet.acts['goods-back'][0] ?? 'none',
  reason: '',
  releasedOn: sheet.releasedOn,
  exportedOn: sheet.exportedOn,
  food: 'no',
  ...Object.fromEntries(transport.map(([name]) => [name, sheet.transport[name] ?? ''])),
  [replacement('orderNo')]: sheet.replacement?.orderNo ?? '',
  ...Object.fromEntries(
    (sheet.replacement?.lines ?? []).flatMap(({ sku, price }, at) => [
      [replacement(`sku.${at}`), sku],
      [replacement(`price.${at}`), price],
    ]),
  ),
})

export const eventOf = (values: FormValues): ReturnEvent =>
  returnEvents.find((one) => one === values['event']) ?? 'goods-back'

/** The act chosen, or the usual one of an event it does not belong to. */
export function actOf(values: FormValues, sheet: ReturnSheet): ReturnChoice['act'] {
  const acts = sheet.acts[eventOf(values)]
  return acts.find((one) => one === values['act']) ?? acts[0] ?? 'none'
}

export const declaresTransport = (values: FormValues, sheet: ReturnSheet): boolean =>
  actOf(values, sheet) === 'return' && sheet.direction === 'export'

export const isOfGoods = (values: FormValues, sheet: ReturnSheet): boolean =>
  actOf(values, sheet) === 'return' || eventRules[eventOf(values)].ofGoods

/** Something is sent instead, and its order can be made here. */
export const isReplaced = (values: FormValues, sheet: ReturnSheet): boolean =>
  actOf(values, sheet) === 'new-list' && sheet.replacement !== undefined

export function sectionsOf(
  sheet: ReturnSheet,
  values: FormValues,
  book: CodeBook | undefined,
): FormSection[] {
  const codes = (table?: 'district' | 'country' | 'transport-mode'): FieldInput =>
    table && book
      ? { kind: 'code', entries: codeEntries(book, table), complete: book.table(table).complete }
      : { kind: 'text' }
  const what: FormSection = {
    key: 'what',
    title: { zh: '发生了什么，怎样办理', en: 'What happened, what is done' },
    fields: [
      {
        key: 'event',
        label: { zh: '情形', en: 'What happened' },
        input: {
          kind: 'choice',
          options: returnEvents.map((value) => ({ value, label: eventRules[value].name })),
        },
        required: true,
        helpId: 'returns.event',
      },
      {
        key: 'act',
        label: { zh: '海关手续', en: 'At customs' },
        input: {
          kind: 'choice',
          options: sheet.acts[eventOf(values)].map((value) => ({ value, label: returnActTexts[value] })),
        },
        required: true,
        helpId: 'returns.act',
        wide: true,
      },
      {
        key: 'reason',
        label: { zh: '原因', en: 'Reason' },
        input: { kind: 'text' },
        required: true,
        helpId: 'returns.reason',
        wide: true,
      },
    ],
  }
  const when: FormSection = {
    key: 'when',
    title: { zh: '期限从哪天算', en: 'What the periods count from' },
    fields: [
      {
        key: 'releasedOn',
        label: { zh: '放行日期', en: 'Released on' },
        input: { kind: 'code-text' },
        helpId: 'returns.releasedOn',
      },
      {
        key: 'exportedOn',
        label: { zh: '出口日期', en: 'Exported on' },
        input: { kind: 'code-text' },
        helpId: 'returns.exportedOn',
      },
      {
        key: 'food',
        label: { zh: '商品种类', en: 'Goods' },
        input: { kind: 'choice', options: whether },
        helpId: 'returns.food',
      },
    ].filter(
      ({ key }) => sheet.direction === 'export' || key === 'releasedOn',
    ) as FormSection['fields'][number][],
  }
  const carried: FormSection = {
    key: 'transport',
    title: { zh: '怎样退回（213）', en: 'How the goods come back (213)' },
    fields: transport.map(([name, table]) => ({
      key: name,
      label: elementOf(name).label,
      input: codes(table),
      required: !optional.has(name),
      helpId: `returns.${name}`,
    })),
  }
  const instead: FormSection = {
    key: 'replacement',
    title: { zh: '补发的订单', en: 'Order sent instead' },
    fields: [
      {
        key: replacement('orderNo'),
        label: { zh: '补发订单号', en: 'Number of that order' },
        input: { kind: 'text' },
        helpId: 'returns.replacement',
      },
    ],
  }
  if (isReplaced(values, sheet)) return [what, instead]
  return declaresTransport(values, sheet)
    ? [what, when, carried]
    : actOf(values, sheet) === 'return'
      ? [what, when]
      : [what]
}

/** The choice as the book takes it. */
export function choiceOf(sheet: ReturnSheet, values: FormValues): ReturnChoice {
  const text = (key: string) => (values[key] ?? '').trim()
  const carriage = Object.fromEntries(transport.map(([name]) => [name, text(name)])) as Record<
    TransportField,
    string
  >
  const { loctNo, ...required } = carriage
  return {
    list: sheet.list,
    event: eventOf(values),
    act: actOf(values, sheet),
    reason: text('reason'),
    items: isOfGoods(values, sheet)
      ? sheet.lines
          .map(({ gnum }) => ({ gnum, qty: text(quantity(gnum)) }))
          .filter(({ qty }) => qty !== '' && qty !== '0')
      : [],
    ...(isReplaced(values, sheet) && { replacement: replacementOf(sheet, values) }),
    ...(declaresTransport(values, sheet) && { transport: { ...required, ...(loctNo && { loctNo }) } }),
    ...(text('releasedOn') && { releasedOn: text('releasedOn') }),
    ...(text('exportedOn') && { exportedOn: text('exportedOn') }),
    ...(text('food') === 'yes' && { food: true }),
  }
}

/** Lines without a quantity are not sent; without any line the number is that of an order that is there already. */
function replacementOf(sheet: ReturnSheet, values: FormValues): NonNullable<ReturnChoice['replacement']> {
  const text = (key: string) => (values[key] ?? '').trim()
  const lines = (sheet.replacement?.lines ?? []).map(({ sku, name }, at) => {
    const own = text(replacement(`sku.${at}`))
    // Goods of another SKU have another name, which the goods master knows.
    return {
      sku: own,
      name: own === sku ? name : '',
      quantity: text(replacement(`quantity.${at}`)),
      price: text(replacement(`price.${at}`)),
    }
  })
  return {
    orderNo: text(replacement('orderNo')),
    lines: lines.filter(({ quantity: sent }) => sent !== '' && sent !== '0'),
  }
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const missing = (field: string): FieldFault => ({
  field,
  severity: 'refuse',
  message: { zh: '必填', en: 'Required' },
  fix: { zh: '请填写', en: 'Fill it in' },
})

/** What can be seen without the book: blanks and days that are none. */
export function blankFaults(sheet: ReturnSheet, values: FormValues): FieldFault[] {
  const blank = (key: string) => (values[key] ?? '').trim() === ''
  const needed = [
    'reason',
    ...(declaresTransport(values, sheet)
      ? transport.map(([name]) => name).filter((name) => !optional.has(name))
      : []),
  ]
  const days = ['releasedOn', 'exportedOn'].filter(
    (key) => !blank(key) && !dayShape.test(values[key]!.trim()),
  )
  return [
    ...needed.filter(blank).map(missing),
    ...days.map((field): FieldFault => ({
      field,
      severity: 'refuse',
      message: { zh: '日期写法不对', en: 'Not a day' },
      fix: { zh: '写成 年-月-日，如 2026-11-02', en: 'Write year-month-day, as 2026-11-02' },
    })),
  ]
}

export { quantity as quantityKey, replacement as replacementKey }
