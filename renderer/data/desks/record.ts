import { z } from 'zod'
import { MergeRecord } from '#shared/model/merge-record'

/**
 * A record that desks exchange, as this desk holds it beside the local one. `shown`: marks of the values the
 * local record was given, absent while it was never applied; `shared`: what other desks may have; `base`: version last
 * seen at the service, 0 for none; `tries`: answers in a row that differed.
 */
export const SharedRecord = z.object({
  record: MergeRecord,
  shown: z.record(z.string(), z.string()).optional(),
  shared: z.record(z.string(), z.int().positive()),
  base: z.int().nonnegative(),
  unsent: z.boolean(),
  tries: z.int().nonnegative(),
  /** Why it is not applied here. */
  waits: z.enum(['facts', 'invalid', 'newer']).optional(),
})
export type SharedRecord = z.infer<typeof SharedRecord>

/** More answers that differ in a row than any meeting of desks explains: the record is parked until somebody looks. */
export const mostTries = 5
export const isParked = ({ tries }: SharedRecord): boolean => tries >= mostTries

/** Clear marks by which records are found without opening them. */
export const deskMarks = ['conflict', 'unsent', 'waits', 'parked'] as const
export type DeskMark = (typeof deskMarks)[number]
