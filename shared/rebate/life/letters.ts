import { z } from 'zod'
import { sum } from '../../money/decimal'
import { day } from '../../model/field'
import { letterAge } from './ledger'
import type { LineState } from './states'

export const letterOutcomes = ['clear', 'doubtful', 'noAnswer'] as const

/**
 * 函调: the tax office asked that of a supplier about its invoices, and holds what was claimed on them. A claim of a 生产企业 names
 * no invoice: its letter goes by `declarations`, the 报关单 it holds, with invoices as far as they are told. `keys`: the lines it
 * held when it was sent; `answeredOn` with how it was answered.
 */
export const RebateLetter = z.object({
  number: z.string(),
  sellerTaxNo: z.string(),
  sellerName: z.string(),
  invoices: z.array(z.string()),
  declarations: z.array(z.string()).optional(),
  keys: z.array(z.string()),
  sentOn: day,
  answeredOn: day.optional(),
  outcome: z.enum(letterOutcomes).optional(),
  note: z.string(),
})
export type RebateLetter = z.infer<typeof RebateLetter>

/** A line a letter is about, as it stands now, with what is expected of it. */
export type LetterLine = { key: string; state: LineState; refund: string }

/** What a letter holds on a day: the refund of its lines that are held still, and its age in days until the answer. */
export const letterNow = (
  { sellerName, invoices, sentOn, answeredOn }: RebateLetter,
  lines: readonly LetterLine[],
  asOf: string,
): { held: string; age: number } => {
  const held = sum(lines.filter(({ state }) => state === 'letter').map(({ refund }) => refund))
  const letter = {
    supplier: sellerName,
    invoices,
    sentOn,
    ...(answeredOn !== undefined && { answeredOn }),
    held,
  }
  return { held, age: letterAge(letter, asOf) }
}

/**
 * The lines an answer lets go on: held ones that no other open letter is about. One that stays doubtful or unanswered holds
 * its lines until the office decides.
 */
export function released(
  letter: RebateLetter,
  outcome: (typeof letterOutcomes)[number],
  others: readonly RebateLetter[],
): string[] {
  if (outcome !== 'clear') return []
  const kept = new Set(
    others
      .filter(({ answeredOn, outcome: told }) => answeredOn === undefined || told !== 'clear')
      .flatMap(({ keys }) => keys),
  )
  return letter.keys.filter((key) => !kept.has(key))
}
