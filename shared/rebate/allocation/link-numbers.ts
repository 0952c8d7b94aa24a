/** How 关联号 and 申报序号 are made: period, batch of three digits, serial of four or eight. */
export type NumberRule = { serialDigits: 4 | 8; withBatch: boolean }
export const defaultNumberRule: NumberRule = { serialDigits: 8, withBatch: true }

/** The highest serial ever given, per period and batch; it only grows, so that no number is used twice. */
export type SerialState = Readonly<Record<string, number>>

const seriesOf = (rule: NumberRule, period: string, batch: string): string =>
  rule.withBatch ? `${period}${batch}` : period

/**
 * The next number and the state that remembers it. Throws a RangeError when the digits are used up, or when period or batch
 * have not six and three digits.
 */
export function nextNumber(
  rule: NumberRule,
  state: SerialState,
  period: string,
  batch: string,
): { number: string; state: SerialState } {
  if (!/^\d{6}$/.test(period) || !/^\d{3}$/.test(batch))
    throw new RangeError(`period ${period}, batch ${batch}`)
  const series = seriesOf(rule, period, batch)
  const serial = (state[series] ?? 0) + 1
  if (serial >= 10 ** rule.serialDigits) throw new RangeError(`no number left in ${series}`)
  const number = `${series}${String(serial).padStart(rule.serialDigits, '0')}`
  return { number, state: { ...state, [series]: serial } }
}

/** Numbers brought in from elsewhere are counted as given. */
export function reserve(rule: NumberRule, state: SerialState, numbers: readonly string[]): SerialState {
  const length = rule.withBatch ? 9 : 6
  const next: Record<string, number> = { ...state }
  for (const number of numbers) {
    if (number.length !== length + rule.serialDigits || !/^\d+$/.test(number)) continue
    const series = number.slice(0, length)
    next[series] = Math.max(next[series] ?? 0, Number(number.slice(length)))
  }
  return next
}
