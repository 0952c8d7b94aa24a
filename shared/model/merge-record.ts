import { z } from 'zod'
import type { Json } from './json'

/** Any value as JSON carries it; whoever reads a field knows what it may be. */
const anything = z
  .unknown()
  .refine((value) => value !== undefined, 'a value expected') as unknown as z.ZodType<Json>

/** One value somebody gave to a field. `base`: the value both sides last had in common, as far as its author knew. */
export const Write = z.object({ value: anything, base: anything.optional() })
export type Write = z.infer<typeof Write>

/** Who made an act, when by the clock of that desk, and at which desk. Times are shown; they decide nothing. */
export const MergeAct = z.object({
  who: z.string().max(100),
  at: z.string().max(40),
  desk: z.string().max(60),
})
export type MergeAct = z.infer<typeof MergeAct>

/**
 * A record that several desks of one enterprise edit. A field holds every write that no later one has taken the place
 * of with knowledge of it: one in peace, several where desks disagree. Keys are business keys, so that desks which
 * never met mean the same record. Existence is the field `$`.
 */
export const MergeRecord = z.object({
  kind: z.string().min(1).max(40),
  key: z.array(z.string().max(200)).max(8),
  version: z.record(z.string().max(60), z.int().positive()),
  acts: z.record(z.string(), MergeAct),
  fields: z.record(z.string(), z.record(z.string(), Write)),
})
export type MergeRecord = z.infer<typeof MergeRecord>

/** The field that says whether the record exists; deleting and editing both write it, so that they meet. */
export const EXISTS = '$'

export const emptyRecord = (kind: string, key: readonly string[]): MergeRecord => ({
  kind,
  key: [...key],
  version: {},
  acts: {},
  fields: {},
})

/** One text for a record's kind and key. */
export const nameOf = ({ kind, key }: Pick<MergeRecord, 'kind' | 'key'>): string =>
  JSON.stringify([kind, ...key])
