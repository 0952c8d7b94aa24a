import type { z } from 'zod'
import type { Fault } from '../ceb/fault'
import { EntryItem, ExportEntry } from '../model/export-entry'
import type { Text } from '../model/text'
import { abs, cmp, isDecimal, mul, sub } from '../money/decimal'

/** What is wrong with one field of a 报关单; of an item the field is `items.N.field`, N from 0. */
export type EntryFault = Pick<Fault, 'rule' | 'severity' | 'value' | 'message' | 'fix'> & { field: string }

/** Texts as they are typed or stand in a file; '' where nothing stands. */
export type EntryValues = Readonly<Record<string, string>>

type Words = { severity: 'refuse' | 'warn'; message: Text; fix: Text }
const words = {
  required: {
    severity: 'refuse',
    message: { zh: '必填', en: 'Required' },
    fix: { zh: '按报关单填写', en: 'Copy it from the declaration' },
  },
  shape: {
    severity: 'refuse',
    message: { zh: '格式不对', en: 'Not of the right form' },
    fix: {
      zh: '编号为数字，日期写 年-月-日，数量金额为数，项号 1–50；按 F1 看说明',
      en: 'Numbers are digits, days are written year-month-day, items 1 to 50; F1 explains',
    },
  },
  noItems: {
    severity: 'refuse',
    message: { zh: '报关单至少有一项商品，最多 50 项', en: 'A declaration has 1 to 50 items' },
    fix: {
      zh: '补商品项；超过 50 项的分成几份报关单',
      en: 'Add items; more than 50 make several declarations',
    },
  },
  repeated: {
    severity: 'refuse',
    message: { zh: '项号重复', en: 'The item number stands there twice' },
    fix: { zh: '每项一个项号，从 1 开始', en: 'One number each, from 1' },
  },
  total: {
    severity: 'warn',
    message: { zh: '总价不等于成交数量 × 单价', en: 'The total is not quantity times price' },
    fix: { zh: '与报关单核对', en: 'Compare it with the declaration' },
  },
  weights: {
    severity: 'refuse',
    message: { zh: '净重大于毛重', en: 'Net weight is above gross weight' },
    fix: { zh: '与报关单核对', en: 'Compare them with the declaration' },
  },
  number: {
    severity: 'refuse',
    message: {
      zh: '已申报的报关单要有 18 位海关编号',
      en: 'A declaration that was made has its number of 18 digits',
    },
    fix: { zh: '填海关编号；还没有编号的，状态选草稿', en: 'Give the number, or keep the state as draft' },
  },
  closed: {
    severity: 'refuse',
    message: { zh: '已结关的要有出口日期', en: 'A closed declaration has its export date' },
    fix: {
      zh: '按结关信息填出口日期，退税按它算申报期',
      en: 'Give it from the closing information; refunds count from it',
    },
  },
} as const satisfies Record<string, Words>

const fault = (rule: keyof typeof words, field: string, value: string): EntryFault => ({
  field,
  rule: `entry-${rule}`,
  value,
  ...words[rule],
})

type Shape = Readonly<Record<string, z.ZodType>>

function fieldFaults(shape: Shape, values: EntryValues, prefix: string): EntryFault[] {
  return Object.entries(shape).flatMap(([field, schema]) => {
    if (field === 'items' || field === 'orders') return []
    const value = (values[field] ?? '').trim()
    const optional = schema.safeParse(undefined).success
    if (value === '') return optional ? [] : [fault('required', prefix + field, '')]
    const read = schema.safeParse(field === 'gno' ? Number(value) : value)
    return read.success ? [] : [fault('shape', prefix + field, value)]
  })
}

/** Half a cent per piece, as prices are rounded when they are written down. */
const tolerance = '0.005'

function itemFaults(item: EntryValues, at: number): EntryFault[] {
  const prefix = `items.${at}.`
  const faults = fieldFaults(EntryItem.shape, item, prefix)
  const [qty = '', price = '', total = ''] = [item['qty'], item['price'], item['total']]
  if ([qty, price, total].every(isDecimal)) {
    const off = abs(sub(mul(qty, price), total))
    const allowed = mul(tolerance, cmp(qty, '1') > 0 ? qty : '1')
    if (cmp(off, allowed) > 0) faults.push(fault('total', `${prefix}total`, total))
  }
  return faults
}

/** Every fault of a 报关单 at once. */
export function entryFaults(values: EntryValues, items: readonly EntryValues[]): EntryFault[] {
  const faults = fieldFaults(ExportEntry.shape, values, '')
  const at = (field: string) => (values[field] ?? '').trim()
  if (at('state') !== 'draft' && at('entryId') === '') faults.push(fault('number', 'entryId', ''))
  if (at('state') === 'closed' && at('exportDate') === '') faults.push(fault('closed', 'exportDate', ''))
  const [net, gross] = [at('netWeight'), at('grossWeight')]
  if (isDecimal(net) && isDecimal(gross) && cmp(net, gross) > 0)
    faults.push(fault('weights', 'netWeight', net))
  if (items.length === 0 || items.length > 50) faults.push(fault('noItems', 'items', String(items.length)))
  const seen = new Set<string>()
  items.forEach((item, n) => {
    const gno = (item['gno'] ?? '').trim()
    if (gno !== '' && seen.has(gno)) faults.push(fault('repeated', `items.${n}.gno`, gno))
    seen.add(gno)
    faults.push(...itemFaults(item, n))
  })
  return faults
}

/** The record of values without faults. Throws where the schema does not take it: nothing half is ever written. */
export function entryOf(
  values: EntryValues,
  items: readonly EntryValues[],
  orders: readonly string[],
): ExportEntry {
  const given = (of: EntryValues, shape: object) =>
    Object.fromEntries(
      Object.keys(shape).flatMap((field) => {
        const text = (of[field] ?? '').trim()
        return text === '' ? [] : [[field, field === 'gno' ? Number(text) : text] as const]
      }),
    )
  return ExportEntry.parse({
    ...given(values, ExportEntry.shape),
    items: items.map((item) => given(item, EntryItem.shape)),
    orders: [...orders],
  })
}
