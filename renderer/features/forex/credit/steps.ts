import { results, type Result } from '#shared/model/forex/result'
import type { ForexCreditRow } from '../../../data/port'

/** The way of one receipt, in the order a cashier goes it. */
export const steps = [
  'subject',
  'channel',
  'goods',
  'netting',
  'warehouse',
  'currency',
  'findings',
  'declare',
  'duties',
  'evidence',
] as const
export type Step = (typeof steps)[number]

/** Where the work of a receipt stands: the step it is opened at. */
export function startStep(
  { stage, orders, settlements, result }: Pick<ForexCreditRow, 'stage' | 'orders' | 'settlements' | 'result'>,
  hasSubject: boolean,
): Step {
  if (stage === 'presented') return 'evidence'
  if (!hasSubject) return 'subject'
  if (stage === 'unclaimed' || stage === 'outOfFlow') return 'channel'
  if (orders.length === 0 && settlements.length === 0) return 'goods'
  return result === 'READY' ? 'declare' : 'findings'
}

/** A control of a step: a field of its form, or a part of it by the name F1 has for that. */
export type Part = { field: string } | { help: string }
const field = (key: string): Part => ({ field: key })
const part = (name: string): Part => ({ help: `forex.${name}` })

/** Where something is mended: in a step of the receipt, or on a page of the room. */
export type Place = { step: Step; part: Part } | { face: 'sources' | 'duties' | 'individual' }

/** Where the focus goes in a step when nothing more is known. */
const firsts: Readonly<Record<Step, Part>> = {
  subject: field('type'),
  channel: field('institution'),
  goods: part('lines'),
  netting: part('costs'),
  warehouse: part('note.stock'),
  currency: field('conversion_bank'),
  findings: part('run'),
  declare: part('receiptForm'),
  duties: part('duties'),
  evidence: part('pack'),
}
const at = (step: Step, where: Part = firsts[step]): Place => ({ step, part: where })

/** The control of a step that is gone to when nothing more is known. */
export const startOf = (step: Step): Place => at(step)

const families: Readonly<Record<string, Place>> = {
  A: at('goods'),
  B: at('subject'),
  C: at('goods'),
  D: at('netting'),
  E: at('duties'),
  F: at('subject'),
  G: at('declare'),
  H: at('declare'),
  I: { face: 'duties' },
  J: at('channel'),
  K: { face: 'individual' },
  L: at('currency'),
  M: at('duties'),
}
const single: Readonly<Record<string, Place>> = {
  C2: { face: 'sources' },
  // Goods at warehouses abroad, and what they were declared at.
  'FX-D05': at('warehouse', part('note.lot')),
  'FX-D06': at('warehouse'),
  'FX-D07': at('warehouse'),
  'FX-C04': at('channel', field('charges_bearer')),
  // Done once the day of the declaration is told.
  'FX-G01': at('channel', field('declaredOn')),
  // Registration forms and contracts of others.
  'FX-F03': at('channel', part('note.registrationForm')),
  'FX-F04': at('channel', part('note.registrationForm')),
  'FX-A08': at('channel', part('note.contract')),
}
/** Fields of findings that only one control holds, whatever rule looks at them. */
const controls: Readonly<Record<string, Place>> = {
  claims: at('subject', field('claims')),
  institution: at('channel', field('institution')),
  payer: at('channel', field('payer_relation')),
  charges: at('channel', field('charges_bearer')),
  natures: at('channel', field('natures_0_kind')),
  declaredOn: at('channel', field('declaredOn')),
  customsDoc: at('goods', part('note.customsDoc')),
  quote: at('currency'),
  rmb: at('currency', field('rmb_declaredGoods')),
}
const classOfSubject = at('subject', field('class'))

/** Where a finding is mended: by its rule, by the one control that holds its field, or by the family of the rule. */
export function placeOf(rule: string, of = ''): Place {
  const family = rule.replace('FX-', '').slice(0, 1)
  if (family === 'F' && of === 'class') return classOfSubject
  return single[rule] ?? controls[of] ?? families[family] ?? at('goods')
}

/** Whether a receipt may be handed to the bank at all; the port refuses it once more. */
export const presentable = (result: Result | ''): boolean => result !== '' && result !== results[0]
