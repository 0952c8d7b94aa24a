import { declareLines } from '#shared/declaration/lines'
import type { Goods } from '#shared/model/goods'
import type { Order } from '#shared/model/order'
import type { Text } from '#shared/model/text'
import type { Overlay } from '../../../data/port'
import { withClasses } from '../../matching/overlaid'

export type Classes = Extract<Overlay, { aspect: 'class' }>
type Gifts = NonNullable<Classes['gifts']>
export type GiftDecision = Gifts[string] | ''

const classed = (order: Order, classes: Classes | undefined): Order =>
  withClasses(order, classes ? [classes] : [])

/** Source rows of the gifts of an order. */
export const giftRows = (order: Order, classes: Classes | undefined): string[] =>
  classed(order, classes)
    .lines.filter((line) => line.class === 'gift')
    .map(({ row }) => String(row))

/**
 * The classes of an order once all its gifts are declared in this way; '' leaves them to the choice made when lists are
 * built. Undefined when nothing is left of what was decided.
 */
export function withGifts(
  fact: string,
  before: Classes | undefined,
  rows: readonly string[],
  decision: GiftDecision,
  reason: string,
): Classes | undefined {
  const kept = Object.entries(before?.gifts ?? {}).filter(([row]) => !rows.includes(row))
  const decided = decision === '' ? [] : rows.map((row) => [row, decision] as const)
  const gifts: Gifts = Object.fromEntries([...kept, ...decided])
  const lines = before?.lines ?? {}
  if (Object.keys(gifts).length === 0 && Object.keys(lines).length === 0) return undefined
  return {
    aspect: 'class',
    fact,
    lines,
    ...(Object.keys(gifts).length > 0 && { gifts }),
    reason: before?.reason ?? reason,
  }
}

/** The rule that would refuse the 清单 of the order now: a gift whose goods have no fair price, say. */
export function giftFault(
  order: Order,
  classes: Classes,
  goods: ReadonlyMap<string, Goods>,
): Text | undefined {
  const { faults } = declareLines(classed(order, classes), {
    goods,
    gifts: 'leave-out',
    giftDecisions: new Map(Object.entries(classes.gifts ?? {}).map(([row, word]) => [Number(row), word])),
  })
  return faults.find(({ source }) => source.record === 'goods')?.message
}
