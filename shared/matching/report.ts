import { z } from 'zod'
import { breakKinds, Effect, noteKinds } from './break'

/**
 * What `match` prints. `orders` = matched + pending + blocked + cancelled + none; of `none` nothing is ever declared.
 * `byKind` counts the breaks, orphans included; every break is listed.
 */
export const MatchReport = z.object({
  orders: z.int(),
  matched: z.int(),
  pending: z.int(),
  blocked: z.int(),
  cancelled: z.int(),
  none: z.int(),
  byKind: z.partialRecord(z.enum(breakKinds), z.int()),
  breaks: z.array(
    z.object({
      kind: z.enum(breakKinds),
      effect: Effect,
      orderNo: z.string(),
      field: z.string(),
      ours: z.string(),
      theirs: z.string(),
      message: z.string(),
      fix: z.string(),
    }),
  ),
  /** What was noticed and explained, so that it is no break: conversions with their rate, several parcels … */
  notes: z.array(z.object({ kind: z.enum(noteKinds), orderNo: z.string(), message: z.string() })),
})
export type MatchReport = z.infer<typeof MatchReport>
