/** Finest part of an amount that is told apart when sums are searched for; no currency has a finer one. */
const PLACES = 4

/** An amount as a whole number of its finest parts, which are added and compared much faster than texts. */
export function unitsOf(amount: string): bigint {
  const point = amount.indexOf('.')
  if (point < 0) return BigInt(`${amount}0000`)
  return BigInt(amount.slice(0, point) + amount.slice(point + 1, point + 1 + PLACES).padEnd(PLACES, '0'))
}

/** Such a number as an amount, without needless zeros. */
export function amountOf(units: bigint): string {
  const text = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0')
  const parts = text.slice(-PLACES).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${text.slice(0, -PLACES)}${parts === '' ? '' : `.${parts}`}`
}

/**
 * Runs of neighbours whose totals make an amount exactly; totals are positive, so that each start has one run at most.
 * @returns every run, none where no one fits
 */
export function totalWindows<T extends { total: bigint }>(all: readonly T[], wanted: bigint): T[][] {
  const windows: T[][] = []
  let [from, held] = [0, 0n]
  all.forEach(({ total }, to) => {
    held += total
    while (held > wanted && from <= to) held -= all[from++]!.total
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
  unitsOfOne: (one: T) => bigint,
  wanted: bigint,
): T[] | 'several' | undefined {
  const units = all.map(unitsOfOne)
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
