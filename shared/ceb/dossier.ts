import type { CebDocument } from '../model/list'
import type { Direction } from '../model/mode'
import { maskText } from '../model/mask'
import { fillText } from '../model/text'
import { cmp, isDecimal } from '../money/decimal'
import { dossierTexts, dossierTypes, modesOfOrderType, sameRules, type Member } from './dossier-rules'
import type { Fault, Severity } from './fault'
import type { MessageType, Values } from './message'
import type { Field, MessageTable } from './table'
import { tableOf } from './tables'

/** The documents of one declared order, of an export or an import; what was paid may come later or not at all. */
export type Dossier = {
  order: CebDocument
  receipts?: CebDocument
  logistics: CebDocument
  inventory: CebDocument
}

/**
 * Faults between the documents of one dossier, where each alone may be sound. Paths begin with the message, e.g.
 * `CEB603/InventoryHead/orderNo`. The documents themselves are checked by `validateDocument`.
 */
export function validateDossier(dossier: Dossier, direction: Direction = 'export'): Fault[] {
  return [
    ...headFaults(dossier, direction),
    ...(direction === 'export' ? modeFaults(dossier) : []),
    ...lineFaults(dossier, tableOf(dossierTypes[direction].inventory)),
  ]
}

function headFaults(dossier: Dossier, direction: Direction): Fault[] {
  const faults: Fault[] = []
  const types: Record<Member, MessageType> = dossierTypes[direction]
  for (const { id, left, right, severity } of sameRules[direction]) {
    const a = dossier[left[0]]?.head[left[1]]
    const b = dossier[right[0]]?.head[right[1]]
    const one = tableOf(types[left[0]])
    const other = tableOf(types[right[0]])
    const field = fieldOf(one, left[1])
    if (!a || !b || same(field, a, b)) continue
    // What names a person is told apart, not told.
    const said = (text: string) => (field.personal ? maskText(text) : text)
    const params = (language: 'zh' | 'en') => ({
      left: one.label[language],
      right: other.label[language],
      field: field.label[language],
      a: said(a),
      b: said(b),
    })
    faults.push(fault(id, severity, headPath(one, left[1]), said(a), 'same', params('zh'), params('en')))
  }
  return faults
}

function modeFaults({ order, inventory }: Dossier): Fault[] {
  const a = order.head['orderType'] ?? ''
  const b = inventory.head['tradeMode'] ?? ''
  const modes = modesOfOrderType[a]
  if (!modes || !b || modes.includes(b)) return []
  return [fault('mode', 'refuse', headPath(tableOf('CEB603'), 'tradeMode'), b, 'mode', { a, b })]
}

function lineFaults({ order, inventory }: Dossier, list: MessageTable): Fault[] {
  const faults: Fault[] = []
  const ordered = order.lines ?? []
  const listed = inventory.lines ?? []
  const element = `${list.type}/${list.lines?.element ?? ''}`
  if (ordered.length !== listed.length) {
    const params = { a: listed.length, b: ordered.length }
    faults.push(fault('lines', 'refuse', element, `${listed.length}`, 'lines', params))
  }
  const byNumber = new Map(ordered.map((line) => [line['gnum'], line]))
  listed.forEach((line, at) => {
    const path = `${element}[${at + 1}]`
    const a = line['gnum'] ?? ''
    const match = byNumber.get(a)
    if (!match) faults.push(fault('lines', 'refuse', `${path}/gnum`, a, 'missing', { a }))
    else faults.push(...goodsFaults(line, match, path, list))
  })
  return faults
}

/** Customs compares name and quantity of each line with the order; the rest is worth a look. */
function goodsFaults(line: Values, ordered: Values, path: string, list: MessageTable): Fault[] {
  const faults: Fault[] = []
  for (const name of ['qty', 'unit', 'currency', 'price', 'totalPrice']) {
    const a = line[name]
    const b = ordered[name]
    if (!a || !b) continue
    const field = fieldOf(list, name)
    if (same(field, a, b)) continue
    const { zh, en } = field.label
    faults.push(
      name === 'qty'
        ? fault('quantity', 'refuse', `${path}/qty`, a, 'quantity', { a, b })
        : fault(name, 'warn', `${path}/${name}`, a, 'value', { field: zh, a, b }, { field: en, a, b }),
    )
  }
  const names = [line['itemName'], line['gname']].filter(Boolean)
  const b = ordered['itemName']
  if (b && names.length > 0 && !names.includes(b)) {
    const a = names.join(' / ')
    faults.push(
      fault('name', 'refuse', `${path}/${line['itemName'] ? 'itemName' : 'gname'}`, a, 'name', { a, b }),
    )
  }
  return faults
}

type Params = Readonly<Record<string, string | number>>

function fault(
  id: string,
  severity: Severity,
  path: string,
  value: string,
  text: keyof typeof dossierTexts,
  zh: Params,
  en: Params = zh,
): Fault {
  const { message, fix } = dossierTexts[text]
  const filled = { zh: fillText(message, zh).zh, en: fillText(message, en).en }
  return { path, rule: `dossier-${id}`, severity, value, message: filled, fix }
}

/** Numbers are compared by value, 1.50 is 1.5; anything else, also a number made of digits, letter by letter. */
const same = ({ type }: Field, a: string, b: string) =>
  a === b || (type.kind !== 'text' && isDecimal(a) && isDecimal(b) && cmp(a, b) === 0)

const headPath = ({ type, flat, node, head }: MessageTable, field: string) =>
  `${type}/${flat ? node : head.element}/${field}`

function fieldOf(table: MessageTable, name: string): Field {
  const field = table.head.byName.get(name) ?? table.lines?.byName.get(name)
  if (!field) throw new Error(`${table.type} has no field ${name}`)
  return field
}
