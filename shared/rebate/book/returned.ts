import type { DeclarationItem } from '../../model/rebate/export-line'
import { cmp, div, mul, sub } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { raise, type Finding } from '../../rules/rule'
import { deadlineRules } from '../deadlines/terms'
import { claimKey } from '../keys'
import { repaidOf } from '../life/ledger'
import { isClaimed, stateOf, type LineFact } from '../life/states'
import { claimableQty } from '../returned'
import type { RebateLine } from './records'

/** Whether the office has a claim of the line, or has decided on it. */
export const claimStands = ({ history }: Pick<RebateLine, 'history'>): boolean =>
  isClaimed(stateOf(history as LineFact[]).state)

/**
 * What of an item a claim of the line holds or may hold: what was claimed once it stands with the office, else what did not
 * come back. Undefined where the item has no quantity.
 */
export const heldQty = (
  item: Pick<DeclarationItem, 'qty' | 'returned'>,
  line: RebateLine,
): string | undefined => (claimStands(line) ? (line.claimed ?? item.qty) : claimableQty(item))

/**
 * How an item that came back stands as to its refund. `open`: not claimed yet. `within`: what was claimed did not come back.
 * `claimed`: claimed beyond what is left, and not paid. `paid`: so paid, 补税 or 冲减 is due. `done`: that was noted.
 */
export const returnStages = ['open', 'within', 'claimed', 'paid', 'done'] as const
export type ReturnStage = (typeof returnStages)[number]

export type ReturnStanding = {
  stage: ReturnStage
  /** May be claimed still, or may stay claimed; quantities in the deal unit. */
  left: string
  /** Claimed of what came back. */
  beyond: string
  /** Refund of that by its share of what was claimed (企业内部口径), CNY; absent of a 生产企业, whose refund is of a period. */
  due?: string
  repaid: string
}

/** Places of a share between a division and its product. */
const PLACES = 12

/** Where an item that came back stands; undefined of one that did not. */
export function standingOf(
  item: Pick<DeclarationItem, 'qty' | 'returned'>,
  line: RebateLine | undefined,
): ReturnStanding | undefined {
  if (!item.returned) return undefined
  const left = claimableQty(item) ?? '0'
  if (!line) return { stage: 'open', left, beyond: '0', repaid: '0' }
  const history = line.history as LineFact[]
  const { state } = stateOf(history)
  const repaid = repaidOf(history)
  if (state === 'reversed') return { stage: 'done', left, beyond: '0', repaid }
  if (!isClaimed(state)) return { stage: 'open', left, beyond: '0', repaid }
  const held = line.claimed ?? item.qty ?? '0'
  const over = sub(held, left)
  if (cmp(over, '0') <= 0) return { stage: 'within', left, beyond: '0', repaid }
  const due =
    line.refund !== undefined && cmp(held, '0') > 0
      ? cents(div(mul(line.refund, over), held, PLACES))
      : undefined
  const noted = history.some(({ event }) => event === 'repay')
  const done = due === undefined ? noted : noted && cmp(repaid, due) >= 0
  const stage = state !== 'paid' ? 'claimed' : done ? 'done' : 'paid'
  return { stage, left, beyond: over, repaid, ...(due !== undefined && { due }) }
}

/** F13 of a claim that stands: goods came back after it was made. Before that the rule is asked of what is being claimed. */
export function standingFindings(item: DeclarationItem, line: RebateLine): Finding[] {
  const standing = standingOf(item, line)
  if (!item.returned || !standing || (standing.stage !== 'claimed' && standing.stage !== 'paid')) return []
  const { beyond, due, repaid, stage } = standing
  const by = item.returned.by.join('、')
  const params = { beyond, by, on: item.returned.on, due: due ?? '', repaid }
  const message = stage === 'claimed' ? notPaid : due === undefined ? paidUntold : paid
  return [
    raise(deadlineRules.f13, {
      target: `line:${claimKey(item.no, item.item)}`,
      field: 'returned',
      day: item.exportDate,
      params,
      message,
    }),
  ]
}

const notPaid = {
  zh: '已申报、未到账，其中 {beyond} 已退货（退货单 {by}，{on}）：撤回更正或冲减；退货办《出口货物已补税/未退税证明》',
  en: 'Claimed and not paid, {beyond} of it came back (return {by}, {on}): withdraw and correct, or reverse; get the certificate for the return',
}
const paid = {
  zh: '已退税，其中 {beyond} 已退货（退货单 {by}，{on}）：补税 {due} 元（退税额按数量分摊，企业内部口径），已记 {repaid}；办《出口货物已补税/未退税证明》后再复运进境',
  en: 'Refunded, {beyond} of it came back (return {by}, {on}): repay {due} CNY (its share by quantity, house practice), {repaid} noted; get the certificate before re-import',
}
const paidUntold = {
  zh: '已退税，其中 {beyond} 已退货（退货单 {by}，{on}）：补税或在当期冲减；办《出口货物已补税/未退税证明》后再复运进境',
  en: 'Refunded, {beyond} of it came back (return {by}, {on}): repay, or reverse in the period; get the certificate before re-import',
}
