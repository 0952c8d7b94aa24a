import { ExactSum } from '#shared/money/decimal'

/** Sum of the weights that are known; '' while none is. */
export function weightOf(weights: readonly string[]): string {
  const known = weights.filter((weight) => weight !== '')
  if (known.length === 0) return ''
  const sum = new ExactSum()
  for (const weight of known) sum.add(weight)
  return sum.toString()
}
