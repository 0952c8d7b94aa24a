import type { CreditAnswers } from '../../../data/port'

/**
 * Answers with those of one form replaced: keys the form owns and left empty are gone, those of other forms stay.
 */
export function withAnswers(
  before: CreditAnswers,
  keys: readonly (keyof CreditAnswers)[],
  record: Readonly<Record<string, unknown>>,
): CreditAnswers {
  const others = Object.entries(before).filter(([key]) => !(keys as readonly string[]).includes(key))
  const own = keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]] as const]))
  return Object.fromEntries([...others, ...own]) as CreditAnswers
}
