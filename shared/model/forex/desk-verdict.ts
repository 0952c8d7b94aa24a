import { z } from 'zod'
import { decimalText } from '../field'
import { results } from './result'

const words = z.object({ zh: z.string(), en: z.string() })

/** What a desk found at a receipt, in its own words. */
export const DeskFinding = z.object({
  rule: z.string(),
  severity: z.string(),
  target: z.string(),
  text: words,
  fix: words,
})

/** What a desk says of one receipt; amounts in its currency. */
export const DeskVerdict = z.object({
  id: z.string(),
  result: z.enum(results),
  currency: z.string(),
  credited: decimalText,
  eligible: decimalText,
  held: decimalText,
  findings: z.array(DeskFinding),
})
export type DeskVerdict = z.infer<typeof DeskVerdict>
