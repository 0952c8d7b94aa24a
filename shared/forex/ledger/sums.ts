import { toFixed } from '../../money/decimal'

/** Finest part of an amount that is told apart when sums are searched for. */
const PLACES = 4
const unitsOf = (amount: string): bigint => BigInt(toFixed(amount, PLACES).replace('.', ''))

/**
 * Runs of neighbours whose totals make an amount exactly; totals are positive, so that each start has one run at most.
 * @returns every run, none where no one fits
 */
export function totalWindows<T extends { total: string }>(all: readonly T[], amount: string): T[][] {
  const wanted = unitsOf(amount)
  const units = all.map(({ total }) => unitsOf(total))
  const windows: T[][] = []
  let [from, held] = [0, 0n]
  units.forEach((unit, to) => {
    held += unit
    while (held > wanted && from <= to) held -= units[from++]!
    if (held === wanted && wanted > 0n) windows.push(all.slice(from, to + 1))
  })
  return windows
}

/**
 * The only two or more of a few that make an amount exactly; `several` where more than one choice does. Looks at every choice:
 * for a dozen at most.
 */
export function onlySubset<T>(
  all: readonly T[],
  amountOf: (one: T) => string,
  amount: string,
): T[] | 'several' | undefined {
  const wanted = unitsOf(amount)
  const units = all.map((one) => unitsOf(amountOf(one)))
  const rest = units.map((_, at) => units.slice(at).reduce((total, unit) => total + unit, 0n))
  const found: number[][] = []
  const walk = (at: number, left: bigint, chosen: number[]): void => {
    if (found.length > 1) return
    if (left === 0n) {
      if (chosen.length > 1) found.push(chosen)
      return
    }
    // Not even all that follow are enough.
    if (at === units.length || left < 0n || rest[at]! < left) return
    walk(at + 1, left - units[at]!, [...chosen, at])
    walk(at + 1, left, chosen)
  }
  walk(0, wanted, [])
  if (found.length > 1) return 'several'
  return found[0]?.map((at) => all[at]!)
}
