import type { CebDocument } from '../model/list'
import { add, mul, sub, sum } from '../money/decimal'
import type { Values } from './message'
import type { Field, MessageTable, Part } from './table'

/** Picks one of several; with different picks a table has any number of different sound documents. */
export type Choose = <T>(options: readonly T[]) => T

/** Fills a field that nothing but its length restricts, with `min` to `max` characters. */
export type Write = (field: Field, min: number, max: number, choose: Choose) => string

/** What is written where the table leaves it open; a guid is another each time unless the caller says which. */
export type Fill = { write?: Write; guid?: () => string }

const identifiers = {
  party: ['91350100M000100Y43', '3302960ABC'],
  resident: ['33010219200403064X'],
  gcode: ['6911101900', '6302600000', '9706000090'],
  barCode: ['无', '4006381333931', 'SKU-77'],
} as const
const codes: Readonly<Record<string, readonly string[]>> = {
  currency: ['502', '300', '142'],
  country: ['502', '303', '116'],
  unit: ['007', '011', '015'],
  district: ['3105', '2907'],
  'transport-mode': ['5', '2'],
  wrap: ['2'],
  port: ['231', '2319'],
  'supervision-mode': ['9610', '1210', '9710', '9810'],
}
const times = { day: '20260301', second: '20260301093000', millisecond: '20260301093000123' } as const
const texts = ['A1', '宁波样例', 'a & b <c>', '𠮷', '“x”，y']

let serial = 0
const nextGuid = () => `4CDE1CFD-EDED-46B1-946C-${String(++serial).padStart(12, '0')}`

const anything: Write = (_field, min, max, choose) => {
  const text = choose(texts)
  return [...text.repeat(Math.ceil(max / [...text].length))].slice(0, choose([min, max])).join('')
}

function valueOf(field: Field, choose: Choose, { write = anything, guid = nextGuid }: Fill): string {
  const { type, identifier, time, values } = field
  if (identifier === 'guid') return guid()
  if (field.besides && choose([true, false])) return choose(field.besides)
  if (values) return choose(values)
  if (time) return times[time]
  if (identifier) return choose(identifiers[identifier])
  if (field.codes) return choose(codes[field.codes] ?? [])
  if (type.kind === 'decimal') return choose(['0.5', '12', '3.25', '100.00001'])
  if (type.kind === 'whole') return choose(['1', '2', '9'])
  // Both readings of the specification: at least the longer minimum, at most the shorter maximum.
  const printed = field.printed?.type
  const min = Math.max(type.min, printed?.kind === 'text' ? printed.min : 0, 1)
  const max = Math.min(type.max, printed?.kind === 'text' ? printed.max : Infinity, 300)
  return write(field, min, max, choose)
}

function valuesOf(part: Part, choose: Choose, fill: Fill): Values {
  const given = part.fields.filter(
    (field) => field.required || field.printed?.required || choose([true, false]),
  )
  return Object.fromEntries(given.map((field) => [field.name, valueOf(field, choose, fill)]))
}

/** A document that nothing refuses: fields by their table, then made to agree as the rules over several fields demand. */
export function soundDocument({ head, lines }: MessageTable, choose: Choose, fill: Fill = {}): CebDocument {
  const values = valuesOf(head, choose, fill)
  const count = lines ? choose([1, 2, 3]) : 0
  const rows = lines
    ? Array.from({ length: count }, (_, at) => soundLine(lines, values, at, choose, fill))
    : []
  agree(head, values, rows)
  return { head: values, ...(lines && { lines: rows }) }
}

function soundLine(part: Part, head: Values, at: number, choose: Choose, fill: Fill): Values {
  const line = valuesOf(part, choose, fill)
  const has = (name: string) => part.byName.has(name)
  if (has('gnum')) line['gnum'] = String(at + 1)
  if (has('currency') && head['currency']) line['currency'] = head['currency']
  if (has('totalPrice')) {
    const [qty, price] = [choose(['3', '0.5']), choose(['8.5', '2'])]
    Object.assign(line, { qty, price, totalPrice: mul(qty, price) })
  }
  if (has('unit1') && line['unit1'] === line['unit']) line['qty1'] = line['qty'] ?? '1'
  delete line['qty2']
  delete line['unit2']
  if (has('unit2') && choose([true, false])) Object.assign(line, { unit2: '035', qty2: '0.2' })
  return line
}

function agree(part: Part, head: Values, lines: Values[]): void {
  const has = (name: string) => part.byName.has(name)
  if (has('grossWeight')) head['grossWeight'] = '2.5'
  if (has('netWeight')) head['netWeight'] = '1.25'
  if (has('msgCount')) head['msgCount'] = head['msgSeqNo'] ?? '1'
  if (has('startTime')) Object.assign(head, { startTime: '20260201000000', endTime: '20260228235959' })
  if (has('acturalPaid')) paid(head, lines)
  if (has('iacCode')) listed(head, lines)
  if (has('areaCode')) entered(head, lines)
}

function paid(head: Values, lines: readonly Values[]): void {
  const goods = sum(lines.map((line) => line['totalPrice'] ?? '0'))
  const total = sub(add(add(goods, head['freight'] ?? '0'), head['taxTotal'] ?? '0'), '0')
  Object.assign(head, { goodsValue: goods, discount: '0', acturalPaid: total })
}

/** What an export list needs by its mode. */
function listed(head: Values, lines: Values[]): void {
  if (head['statisticsFlag'] === 'A') delete head['licenseNo']
  if (head['tradeMode'] !== '1210') return
  Object.assign(head, { iacCode: '3302960ABC', iacName: '样例', emsNo: 'T3105W000001' })
  for (const line of lines) line['itemRecordNo'] = '1'
}

/** What an import list needs by its mode. */
function entered(head: Values, lines: Values[]): void {
  const transport = ['trafNo', 'voyageNo', 'billNo']
  if (head['tradeMode'] === '1210') {
    for (const name of transport) delete head[name]
    Object.assign(head, { country: '142', emsNo: 'T3105W000001', areaCode: '3302960ABC', areaName: '样例' })
    for (const line of lines) line['itemRecordNo'] = '1'
  } else {
    for (const name of transport) head[name] ??= 'X1'
    head['country'] = '502'
  }
}
