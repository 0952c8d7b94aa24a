import { results, type Result } from '#shared/forex/verdict'
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

/** Pages of the room that findings lead to when they are mended outside the wizard. */
export type Place = { step: Step } | { face: 'sources' | 'notes' | 'individual' }

const families: Readonly<Record<string, Place>> = {
  A: { step: 'goods' },
  B: { step: 'subject' },
  C: { step: 'goods' },
  D: { step: 'netting' },
  E: { step: 'duties' },
  F: { step: 'subject' },
  G: { step: 'declare' },
  H: { step: 'declare' },
  I: { face: 'notes' },
  J: { step: 'channel' },
  K: { face: 'individual' },
  L: { step: 'currency' },
  M: { step: 'duties' },
}
const single: Readonly<Record<string, Place>> = {
  C2: { face: 'sources' },
  // Units of goods at warehouses abroad.
  'FX-D05': { step: 'warehouse' },
  'FX-D06': { step: 'warehouse' },
  'FX-D07': { step: 'warehouse' },
  // Charges, and whether money was declared in time.
  'FX-C04': { step: 'channel' },
  'FX-G01': { step: 'channel' },
}

/** Where a finding is mended, by the family of its rule. */
export const placeOf = (rule: string): Place =>
  single[rule] ?? families[rule.replace('FX-', '').slice(0, 1)] ?? { step: 'goods' }

/** Whether a receipt may be handed to the bank at all; the port refuses it once more. */
export const presentable = (result: Result | ''): boolean => result !== '' && result !== results[0]
