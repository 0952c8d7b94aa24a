import { z } from 'zod'
import { instant } from '../../model/field'
import { TextSchema } from './common'

export const VerificationKind = z.enum(['enterprise', 'list', 'waybill'])
export type VerificationKind = z.infer<typeof VerificationKind>

/** Customs code or 统一社会信用代码 of an enterprise, preNo or invtNo of a 清单, number of a waybill. */
export const VerificationQuery = z.object({ key: z.string().min(1).max(64) })

/** GET /v1/verifications/{kind}?key=. Nothing known is an answer (`found` false, no facts), not an error. */
export const Verification = z
  .looseObject({
    kind: z.string(),
    key: z.string(),
    found: z.boolean(),
    facts: z.array(z.object({ field: z.string(), label: TextSchema, value: z.string() })),
    checkedAt: instant,
  })
  .meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>
