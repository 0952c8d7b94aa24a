import { z } from 'zod'
import { currency, day, rate } from './common'

/**
 * Exchange rates have a kind: 中间价 for tax, 海关计征汇率, 外管折算率, a bank's quote, and ECB, which serves practice books
 * only and marks every figure made with it 示例汇率.
 */
export const fxKinds = ['centralParity', 'customs', 'safe', 'bank', 'ecb'] as const
export type FxKind = (typeof fxKinds)[number]
export const FxRateRow = z.object({
  kind: z.enum(fxKinds),
  currency,
  date: day,
  /** CNY for one unit. */
  rate,
  source: z.string(),
})
export type FxRateRow = z.infer<typeof FxRateRow>
