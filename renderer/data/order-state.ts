import type { Action } from '#shared/protocol/act-table'
import { actsIn } from '#shared/protocol/actions'
import { situations, type Situation } from '#shared/protocol/situations'

/**
 * Where a 清单 stands, in the words of the 日清表. `withdrawing`: customs was asked to withdraw it. `void`: given up or
 * withdrawn, its order is free again.
 */
export const listStates = [
  'draft',
  'waiting',
  'refused',
  'inspected',
  'released',
  'cleared',
  'withdrawing',
  'void',
] as const
export type ListState = (typeof listStates)[number]

/** The state of a 清单 in each situation of its documents at customs. */
export const listStateOf: Readonly<Record<Situation, ListState>> = {
  draft: 'draft',
  'in-queue': 'waiting',
  'on-the-way': 'waiting',
  unresolved: 'waiting',
  refused: 'refused',
  'not-forwarded': 'waiting',
  rejected: 'refused',
  'in-process': 'waiting',
  stored: 'waiting',
  held: 'inspected',
  released: 'released',
  closed: 'cleared',
  good: 'waiting',
  'list-back': 'waiting',
  used: 'waiting',
  returned: 'refused',
  withdrawing: 'withdrawing',
  withdrawn: 'void',
  'in-summary': 'cleared',
  'in-declaration': 'cleared',
}

/**
 * States in which the table of acts may offer an act. A state covers several situations: whether one 清单 is in the right
 * one is seen when the act is done.
 */
export const listStatesOffering = (action: Action): readonly ListState[] => [
  ...new Set(
    situations
      .filter((situation) => actsIn('CEB603', situation).some((one) => one.action === action))
      // Review and inspection at customs are shown as a state of their own, and are situations of a stored 清单.
      .flatMap((situation) =>
        situation === 'stored' ? (['waiting', 'inspected'] as const) : [listStateOf[situation]],
      ),
  ),
]

/** The one state of an order. Together they are the 日清表: their sum is what was imported. */
export const orderStates = [
  'cancelled',
  'incomplete',
  'unmatched',
  'ready',
  'waiting',
  'refused',
  'inspected',
  'released',
  'cleared',
] as const
export type OrderState = (typeof orderStates)[number]

/** What decides the state of one order. */
export type OrderFacts = {
  /** Cancelled by a later record or by the officer. */
  cancelled: boolean
  /** A goods line whose SKU the goods master lacks, or no goods line at all. */
  goodsMissing: boolean
  /** Result of 对碰: `none` = not run yet or no partner, `block` = a break that stops, `open` = may be declared. */
  match: 'none' | 'block' | 'open'
  /** States of the 清单 made from it (several for 拆单). */
  lists: readonly ListState[]
}

/** The 清单 furthest from the end speaks for an order of several parcels; what needs the officer comes first. */
const speaksFirst = ['refused', 'waiting', 'withdrawing', 'inspected', 'released', 'cleared'] as const

/** The state of one order: exactly one for every combination of facts. */
export function orderState({ cancelled, goodsMissing, match, lists }: OrderFacts): OrderState {
  const sent = speaksFirst.find((state) => lists.includes(state))
  // For the order, an answer that is due is an answer that is due.
  if (sent) return sent === 'withdrawing' ? 'waiting' : sent
  if (cancelled) return 'cancelled'
  if (goodsMissing) return 'incomplete'
  return match === 'open' || lists.includes('draft') ? 'ready' : 'unmatched'
}
