import { z } from 'zod'
import { MergeRecord } from '../model/merge-record'
import { instant } from '../model/field'
import { Cursor, ErrorBody, PageLimit } from './api/common'

/** Made once by an installation for a book, before it first meets a service. */
export const DeskId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
/** 工位代码: part of every own number the desk gives out, so no two desks of an enterprise may have the same. */
export const DeskCode = z.string().regex(/^[A-Z0-9]{1,4}$/)

/** More records in one request are refused. */
export const maxDeskRecords = 200

/** PUT /v1/desks/{desk}: first contact, and each later one. */
export const DeskRegistration = z
  .object({ code: DeskCode, name: z.string().min(1).max(100) })
  .meta({ id: 'DeskRegistration' })
export type DeskRegistration = z.infer<typeof DeskRegistration>

/** `moved`: 已迁出, refused for good; its code is never given again. */
export const Desk = z
  .looseObject({
    id: DeskId,
    code: DeskCode,
    name: z.string(),
    state: z.enum(['active', 'moved']),
    seenAt: instant,
  })
  .meta({ id: 'Desk' })
export type Desk = z.infer<typeof Desk>

/** Every desk of the enterprise, the asking one too. */
export const DeskList = z.looseObject({ desks: z.array(Desk) }).meta({ id: 'DeskList' })
export type DeskList = z.infer<typeof DeskList>

/** A record as the service holds it. `version` counts what it stored under this kind and key. */
export const DeskRecord = z
  .looseObject({ version: z.int().positive(), desk: DeskId, storedAt: instant, content: MergeRecord })
  .meta({ id: 'DeskRecord' })
export type DeskRecord = z.infer<typeof DeskRecord>

/** POST /v1/desk-records. `base` is the version last seen from the service, 0 for none. */
export const DeskRecordPush = z
  .object({
    desk: DeskId,
    records: z
      .array(z.object({ base: z.int().nonnegative(), content: MergeRecord }))
      .min(1)
      .max(maxDeskRecords),
  })
  .meta({ id: 'DeskRecordPush' })
export type DeskRecordPush = z.infer<typeof DeskRecordPush>

/** One result for each record, in their order. `differs` carries what the service holds: join it and try again. */
export const DeskRecordResult = z
  .discriminatedUnion('outcome', [
    z.looseObject({ outcome: z.literal('stored'), version: z.int().positive() }),
    z.looseObject({ outcome: z.literal('differs'), theirs: DeskRecord }),
  ])
  .meta({ id: 'DeskRecordResult' })
export type DeskRecordResult = z.infer<typeof DeskRecordResult>

export const DeskRecordAnswer = z
  .looseObject({ results: z.array(DeskRecordResult) })
  .meta({ id: 'DeskRecordAnswer' })
export type DeskRecordAnswer = z.infer<typeof DeskRecordAnswer>

/**
 * GET /v1/desk-records: what was stored after the cursor, each record once with its newest content. `restarted`: the
 * service does not know the cursor (it was restored to an older state) and began at the start; push everything again.
 */
export const DeskRecordPage = z
  .looseObject({
    records: z.array(DeskRecord),
    cursor: Cursor,
    more: z.boolean(),
    restarted: z.boolean().default(false),
  })
  .meta({ id: 'DeskRecordPage' })
export type DeskRecordPage = z.infer<typeof DeskRecordPage>

export const DeskRecordQuery = z.object({
  desk: DeskId,
  cursor: Cursor.optional(),
  limit: PageLimit.optional(),
})

/** 409 `desk-code-taken`: another desk has this code; `free` is one that nobody has. */
export const DeskCodeTaken = z
  .object({ ...ErrorBody.shape, free: DeskCode.optional() })
  .meta({ id: 'DeskCodeTaken' })
