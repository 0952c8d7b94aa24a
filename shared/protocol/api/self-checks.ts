import { z } from 'zod'
import { instant } from '../../model/field'
import { Doubt } from '../../model/rebate/doubt'

/** POST /v1/self-checks. `facts`: a batch as `yiguan schema rebate-precheck` describes it; `claim`: its number, `YYYYMM-001`. */
export const SelfCheckRequest = z
  .strictObject({ claim: z.string().min(1).max(64), facts: z.record(z.string(), z.unknown()) })
  .meta({ id: 'SelfCheckRequest' })
export type SelfCheckRequest = z.infer<typeof SelfCheckRequest>

/** One 疑点. A grade that is not known here is a newer service's and is taken as one that has to be looked at. */
export const SelfCheckDoubt = z
  .looseObject({ ...Doubt.shape, grade: z.enum(['blocking', 'warning']).catch('warning') })
  .meta({ id: 'SelfCheckDoubt' })

/** The 疑点 of a claim as it was handed in. Nothing of it is kept: the same facts get the same answer. */
export const SelfCheckAnswer = z
  .looseObject({
    claim: z.string(),
    checkedAt: instant,
    lines: z.int().nonnegative(),
    doubts: z.array(SelfCheckDoubt),
  })
  .meta({ id: 'SelfCheckAnswer' })
export type SelfCheckAnswer = z.infer<typeof SelfCheckAnswer>

/** Bytes a self-check may have: some ten thousand lines with their invoices. */
export const maxSelfCheckBytes = 32 * 1_048_576
