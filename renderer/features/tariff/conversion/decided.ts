import type { Candidate, Conversion, ConversionDecision } from '#shared/tariff/convert'

/** Whether nobody has to decide: one successor, and every unit known. */
export const goesByItself = ({ kind, candidates }: Conversion): boolean =>
  (kind === 'one' || kind === 'same') &&
  candidates[0]?.changes.every(({ derived }) => derived !== true) === true

/** Quantities that no tariff knows and a person has to give for a candidate. */
export const unitsAsked = ({ changes }: Candidate): ('perUnit1' | 'perUnit2')[] =>
  changes.flatMap(({ field, derived }) =>
    derived && (field === 'perUnit1' || field === 'perUnit2') ? [field] : [],
  )

/** The decision that is made of what was typed; undefined while a quantity is missing or is none. */
export function decisionOf(
  candidate: Candidate,
  typed: Readonly<Partial<Record<'perUnit1' | 'perUnit2', string>>>,
): ConversionDecision | undefined {
  const given = unitsAsked(candidate).map((field) => [field, (typed[field] ?? '').trim()] as const)
  const isQuantity = (text: string) => /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text)
  return given.every(([, text]) => isQuantity(text))
    ? { code: candidate.code, ...Object.fromEntries(given) }
    : undefined
}
