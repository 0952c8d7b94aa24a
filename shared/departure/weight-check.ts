import { z } from 'zod'
import { decimalText } from '../model/field'
import { abs, cmp, mul, round, sub } from '../money/decimal'

/**
 * How far a weighing may be from what was calculated before somebody has to decide: the larger of a share and of a
 * weight in kg. What customs tolerates is in no text here; this is 企业内部口径.
 */
export const WeightTolerance = z.object({ percent: decimalText, kg: decimalText })
export type WeightTolerance = z.infer<typeof WeightTolerance>
export const defaultTolerance: WeightTolerance = { percent: '10', kg: '0.1' }

/**
 * `within`: near enough, the weighing counts. `over`: somebody decides. `unchecked`: nothing to compare with, because the
 * parcel has no order here or its order goes in several parcels; the weighing counts. `unknown`: no order has this parcel.
 */
export const verdicts = ['within', 'over', 'unchecked', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export type Compared = { verdict: Verdict; difference: string }

/**
 * Compare a weighing with the weight calculated from the goods.
 * @param weighed kg
 * @param calculated kg; undefined when there is nothing to compare with
 * @returns the difference in kg, weighed − calculated; '' without a comparison
 */
export function compareWeight(
  weighed: string,
  calculated: string | undefined,
  { percent, kg }: WeightTolerance = defaultTolerance,
): Compared {
  if (calculated === undefined) return { verdict: 'unchecked', difference: '' }
  const difference = round(sub(weighed, calculated), 5)
  const share = mul(mul(calculated, percent), '0.01')
  const allowed = cmp(share, kg) > 0 ? share : kg
  return { verdict: cmp(abs(difference), allowed) > 0 ? 'over' : 'within', difference }
}

/** Whether the weighing counts: near enough, not comparable, or decided so. */
export const weighingCounts = (verdict: Verdict, decision: 'weighed' | 'calculated' | ''): boolean =>
  decision === 'weighed' || (decision === '' && verdict !== 'over')
