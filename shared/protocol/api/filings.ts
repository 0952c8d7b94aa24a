import { z } from 'zod'
import { instant } from '../../model/field'
import { Cursor, ErrorBody, PageLimit } from './common'

/** 企业备案 and 商品备案. */
export const FilingKind = z.enum(['enterprise', 'goods'])
export type FilingKind = z.infer<typeof FilingKind>
/** Customs code of the enterprise, or own number of the goods (货号). */
export const FilingKey = z.string().min(1).max(64)

/** States of a review we know; others are shown as they came. */
export const filingStates = ['received', 'in-review', 'approved', 'returned'] as const

/** PUT /v1/filings/{kind}/{key}. `base` is the version this one was edited from, 0 for the first. */
export const FilingRequest = z
  .object({ base: z.int().nonnegative(), content: z.record(z.string(), z.unknown()) })
  .meta({ id: 'FilingRequest' })
export type FilingRequest = z.infer<typeof FilingRequest>

/** Why a field was returned; a blank `field` speaks of the whole. */
const FilingReason = z.looseObject({ field: z.string(), code: z.string().optional(), text: z.string() })

/** Answer to PUT. The same base with the same content again gets the same answer again. */
export const FilingAnswer = z
  .looseObject({ version: z.int().positive(), state: z.string().min(1) })
  .meta({ id: 'FilingAnswer' })
export type FilingAnswer = z.infer<typeof FilingAnswer>

/** One filing as the service holds it: its newest version and how far the review is. */
export const Filing = z
  .looseObject({
    kind: z.string().min(1),
    key: FilingKey,
    version: z.int().positive(),
    state: z.string().min(1),
    content: z.record(z.string(), z.unknown()),
    updatedAt: instant,
    reasons: z.array(FilingReason),
  })
  .meta({ id: 'Filing' })
export type Filing = z.infer<typeof Filing>

/** 409 `version-differs`: somebody filed a newer version meanwhile; it comes along, for a merge. */
export const FilingConflict = z.object({ ...ErrorBody.shape, theirs: Filing }).meta({ id: 'FilingConflict' })
export type FilingConflict = z.infer<typeof FilingConflict>

/** GET /v1/filings: everything that changed after the cursor, each filing once with its newest state. */
export const FilingPage = z
  .looseObject({ filings: z.array(Filing), cursor: Cursor, more: z.boolean() })
  .meta({ id: 'FilingPage' })
export type FilingPage = z.infer<typeof FilingPage>

export const FilingQuery = z.object({ cursor: Cursor.optional(), limit: PageLimit.optional() })
