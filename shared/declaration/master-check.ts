import type { z } from 'zod'
import type { Fault } from '../ceb/fault'
import type { MessageType } from '../ceb/message'
import type { CheckContext } from '../ceb/rules/context'
import { checkField } from '../ceb/rules/field'
import { FaultSink } from '../ceb/rules/sink'
import type { Field } from '../ceb/table'
import { tableOf } from '../ceb/tables'
import { cmp, isZero } from '../money/decimal'
import { fieldMeta } from '../model/field'
import { constraints, Goods } from '../model/goods'
import { Template } from '../model/template'
import type { Text } from '../model/text'
import type { Direction, ListMode } from '../model/mode'
import { hasField, modeRules, type ModeRule, optionalModeFields } from './modes/modes'
import { masterTexts, type MasterRule } from './master-texts'

/** What is wrong with one field of the goods master or of a template. `field` is the record's own name of it. */
export type MasterFault = Pick<Fault, 'rule' | 'severity' | 'value' | 'message' | 'fix'> & { field: string }

/** Texts as they are typed or stand in a file; '' where nothing stands. */
export type MasterValues = Readonly<Record<string, string>>

/** What stands in barCode when the goods have none. */
export const noBarCode = '无'

type Element = readonly [message: MessageType, part: 'head' | 'line', name: string]

const head = (...names: string[]) => names.map((name): [string, Element] => [name, ['CEB603', 'head', name]])

/** Field of a template → element of the message that carries it, by direction. */
const exportElements = new Map<string, Element>([
  ...head('customsCode', 'portCode', 'loctNo', 'trafMode', 'ebpCode', 'ebpName'),
  ...head('logisticsCode', 'logisticsName', 'ownerCode', 'ownerName', 'wrapType'),
  ...head('iacCode', 'iacName', 'emsNo'),
  ['warehouseCountry', ['CEB603', 'head', 'country']],
  ...head('freight', 'fCurrency', 'fFlag', 'insuredFee', 'iCurrency', 'iFlag'),
  ['payCode', ['CEB403', 'head', 'payCode']],
  ['payName', ['CEB403', 'head', 'payName']],
])
const ofImport = (...names: string[]) =>
  names.map((name): [string, Element] => [name, ['CEB621', 'head', name]])
const importElements = new Map<string, Element>([
  ...ofImport('customsCode', 'portCode', 'loctNo', 'trafMode', 'ebpCode', 'ebpName'),
  ...ofImport('logisticsCode', 'logisticsName', 'wrapType', 'assureCode', 'emsNo'),
  ['iacCode', ['CEB621', 'head', 'areaCode']],
  ['iacName', ['CEB621', 'head', 'areaName']],
  ['departureCountry', ['CEB621', 'head', 'country']],
  ['tradeCountry', ['CEB621', 'line', 'tradeCountry']],
  ...ofImport('trafNo', 'voyageNo', 'billNo', 'ieDate'),
  ['payCode', ['CEB411', 'head', 'payCode']],
  ['payName', ['CEB411', 'head', 'payName']],
])
const templateElements = { export: exportElements, import: importElements }

/** Field of the goods master → element of a line of the 清单. */
const goodsElements = new Map<string, Element>([
  ...['gname', 'itemName', 'gmodel', 'gcode', 'barCode', 'unit', 'unit1', 'unit2'].map(
    (name): [string, Element] => [name, ['CEB603', 'line', name]],
  ),
  ['perUnit1', ['CEB603', 'line', 'qty1']],
  ['perUnit2', ['CEB603', 'line', 'qty2']],
  ['netWeight', ['CEB603', 'head', 'netWeight']],
  ['grossWeight', ['CEB603', 'head', 'grossWeight']],
  ['fairPrice', ['CEB603', 'line', 'price']],
  ['itemRecordNo', ['CEB603', 'line', 'itemRecordNo']],
  ['licenseNo', ['CEB603', 'head', 'licenseNo']],
  ['origin', ['CEB621', 'line', 'country']],
])
/** Demanded of a line, but not of every record of the master. */
const optionalGoods = new Set(['fairPrice', 'origin'])

const portElement: Element = ['CEB603', 'head', 'POD']
const countryElement: Element = ['CEB603', 'head', 'country']

/** The field of the message behind a field of a record: type, meaning and code table for forms and help. */
export function elementOf(
  kind: 'template' | 'goods',
  field: string,
  direction: Direction = 'export',
): Field | undefined {
  const other = direction === 'export' ? 'import' : 'export'
  const element =
    kind === 'goods'
      ? goodsElements.get(field)
      : (templateElements[direction].get(field) ?? templateElements[other].get(field))
  return element && fieldOf(element)
}

function fieldOfMode(direction: Direction, field: string): Field | undefined {
  const element = templateElements[direction].get(field)
  return element && fieldOf(element)
}

function fieldOf([message, part, name]: Element): Field {
  const table = tableOf(message)
  const found = (part === 'head' ? table.head : table.lines)?.byName.get(name)
  if (!found) throw new Error(`${message} has no ${name}`)
  return found
}

/** What the record calls the field; the message may name it otherwise. */
const labels: Readonly<Record<'template' | 'goods', ReadonlyMap<string, Text>>> = {
  template: labelsOf(Template.shape),
  goods: labelsOf(Goods.shape),
}

function labelsOf(shape: Readonly<Record<string, z.ZodType>>): Map<string, Text> {
  return new Map(
    Object.entries(shape).flatMap(([name, schema]) => {
      const meta = fieldMeta(schema)
      return meta ? [[name, { zh: meta.zh, en: meta.en }] as const] : []
    }),
  )
}

function check(
  field: string,
  element: Element,
  value: string,
  context: CheckContext,
  label?: Text,
): MasterFault[] {
  const sink = new FaultSink(tableOf(element[0]))
  const described = label ? { ...fieldOf(element), label } : fieldOf(element)
  // An empty optional element is simply not written.
  if (value === '' && !described.required) return []
  checkField(described, value, '', false, context, sink)
  return sink.faults.map(({ rule, severity, message, fix }) => ({
    field,
    rule,
    severity,
    value,
    message,
    fix,
  }))
}

const fault = (rule: MasterRule, field: string, value: string): MasterFault => ({
  field,
  rule,
  value,
  ...masterTexts[rule],
})

/** Every fault of a template, by the same rules the 清单 is held to. `ports`: country code or `*` → port code. */
export function templateFaults(
  values: MasterValues,
  ports: Readonly<Record<string, string>>,
  context: CheckContext,
): MasterFault[] {
  const faults: MasterFault[] = []
  if ((values['name'] ?? '').trim() === '') faults.push(fault('name', 'name', ''))
  const mode = modeRules[values['tradeMode'] as ListMode] as ModeRule | undefined
  if (!mode) faults.push(fault('mode', 'tradeMode', values['tradeMode'] ?? ''))
  const direction = mode?.direction ?? 'export'
  for (const [field, element] of templateElements[direction]) {
    if (mode && !hasField(mode, field)) continue
    const label = mode?.labels[field as keyof Template] ?? labels.template.get(field)
    if ((values[field] ?? '') === '' && optionalModeFields.has(field)) continue
    faults.push(...check(field, element, values[field] ?? '', context, label))
  }
  for (const field of mode?.template ?? []) {
    const asked = fieldOfMode(direction, field)
    if ((values[field] ?? '') === '' && !optionalModeFields.has(field) && !asked?.required)
      faults.push(fault('mode-field', field, ''))
  }
  if (direction === 'export' && mode?.statistics === 'A' && values['statisticsFlag'] === 'B')
    faults.push(fault('mode-flag', 'statisticsFlag', 'B'))
  for (const field of ['customsCode', 'portCode']) {
    const value = values[field] ?? ''
    if (value.length === 4 && !/^\d{4}$/.test(value)) faults.push(fault('district', field, value))
  }
  if (direction === 'import') return faults
  for (const [country, port] of Object.entries(ports)) faults.push(...portFaults(country, port, context))
  if (Object.keys(ports).length === 0) faults.push(fault('ports-none', 'ports', ''))
  else if (!('*' in ports)) faults.push(fault('ports-fallback', 'ports', ''))
  return faults
}

/** Faults of one row of 运抵国→指运港. */
export function portFaults(country: string, port: string, context: CheckContext): MasterFault[] {
  return [
    ...(country === '*' ? [] : check(`ports.${country}`, countryElement, country, context)),
    ...check(`ports.${country}`, portElement, port, context),
  ]
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text)

/** Every fault of a record of the goods master, by the rules a line of the 清单 is held to and what belongs together. */
export function goodsFaults(
  values: MasterValues,
  context: CheckContext,
  /** Orders that leave a bonded zone wait for these goods. */
  bonded = false,
): MasterFault[] {
  const at = (field: string) => values[field] ?? ''
  const faults: MasterFault[] = []
  if (at('sku') === '') faults.push(fault('sku', 'sku', ''))
  else if (at('sku').length > 30) faults.push(fault('sku-long', 'sku', at('sku')))
  if (at('name') === '') faults.push(fault('goods-name', 'name', ''))
  if (at('statisticsFlag') !== 'A' && at('statisticsFlag') !== 'B') {
    faults.push(fault('flag', 'statisticsFlag', at('statisticsFlag')))
  }
  for (const [field, element] of goodsElements) {
    if (at(field) === '' && optionalGoods.has(field)) continue
    faults.push(...check(field, element, at(field), context, labels.goods.get(field)))
  }
  if (bonded && at('itemRecordNo') === '') faults.push(fault('record-no', 'itemRecordNo', ''))
  for (const field of constraints) {
    if (!['', 'Y', 'N'].includes(at(field))) faults.push(fault('yes-no', field, at(field)))
  }
  for (const field of ['vatRate', 'consumptionRate', 'dutyRate']) {
    if (at(field) !== '' && !(isNumber(at(field)) && cmp(at(field), '100') < 0))
      faults.push(fault('rate', field, at(field)))
  }
  for (const field of ['perUnit1', 'perUnit2', 'netWeight', 'grossWeight', 'fairPrice']) {
    if (isNumber(at(field)) && isZero(at(field))) faults.push(fault('zero', field, at(field)))
  }
  if ((at('unit2') === '') !== (at('perUnit2') === '')) {
    faults.push(fault('second-unit', at('unit2') === '' ? 'unit2' : 'perUnit2', ''))
  }
  if ((at('fairPrice') === '') !== (at('fairCurrency') === '')) {
    faults.push(fault('fair-price', at('fairPrice') === '' ? 'fairPrice' : 'fairCurrency', ''))
  }
  if (
    isNumber(at('netWeight')) &&
    isNumber(at('grossWeight')) &&
    cmp(at('netWeight'), at('grossWeight')) > 0
  ) {
    faults.push(fault('weights', 'grossWeight', at('grossWeight')))
  }
  for (const [unit, per] of [
    ['unit1', 'perUnit1'],
    ['unit2', 'perUnit2'],
  ] as const) {
    const same = at(unit) !== '' && at(unit) === at('unit')
    if (same && isNumber(at(per)) && cmp(at(per), '1') !== 0) faults.push(fault('same-unit', per, at(per)))
  }
  return faults
}
