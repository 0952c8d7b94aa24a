import { z } from 'zod'
import type { Text } from '../model/text'

/** 三单对碰 breaks. The prefix says which document is at fault; `breakTexts` has the words for each. */
export const breakKinds = [
  'order-incomplete',
  'order-number-shared',
  'order-cancelled',
  'order-declared',
  'goods-differ',
  'payment-missing',
  'payment-short',
  'payment-under',
  'payment-over',
  'payment-currency',
  'payment-duplicate',
  'payment-shared',
  'payment-late',
  'payment-key-differs',
  'payment-orphan',
  'refund-part',
  'refund-full',
  'waybill-missing',
  'waybill-shared',
  'waybill-declared',
  'waybill-key-differs',
  'waybill-orphan',
] as const
export const BreakKind = z.enum(breakKinds)
export type BreakKind = z.infer<typeof BreakKind>

/** `block` 阻断: no 清单 can be made. `pending` 可申报·待补: the 清单 may go, the break stays on its own list until it closes. */
export const Effect = z.enum(['block', 'pending'])
export type Effect = z.infer<typeof Effect>

const text = z.object({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>

/**
 * One disagreement between the documents of an order. `ours` is what the order says, `theirs` what the payment,
 * waybill or 清单 says ('' = nothing there); `field` is `record.field` of the other document.
 */
export const Break = z.object({
  kind: BreakKind,
  effect: Effect,
  orderNo: z.string(),
  field: z.string(),
  ours: z.string(),
  theirs: z.string(),
  message: text,
  fix: text,
})
export type Break = z.infer<typeof Break>

/** What was noticed and explained, so it is no break: a conversion with its rate, several parcels, a cancellation. */
export const noteKinds = [
  'converted',
  'payment-parts',
  'net-of-fee',
  'several-waybills',
  'merged',
  'cancelled',
  'cancelled-part',
  'accepted',
] as const
export const Note = z.object({ kind: z.enum(noteKinds), message: text })
export type Note = z.infer<typeof Note>

/**
 * Result of one order. `cancelled` orders have left the queue; `none`: nothing of it is ever declared. `payments` and
 * `waybills` are the ids that count for it: no double, no near miss, no currency left unexplained. `near`: ids of
 * those that name it in another spelling and wait to be confirmed.
 */
export const OrderMatch = z.object({
  order: z.string(),
  orderNo: z.string(),
  state: z.enum(['matched', 'pending', 'blocked', 'cancelled', 'none']),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  near: z.array(z.string()).optional(),
  breaks: z.array(Break),
  notes: z.array(Note),
})
export type OrderMatch = z.infer<typeof OrderMatch>
