import { isZero } from '../../money/decimal'

/** A rate to convert with: CNY for one unit; without date it holds for any day. */
export type FxRate = { currency: string; date?: string | undefined; rate: string }

/** Which day's rate: of the sale, or of the first of its month. Chosen ahead and kept for 12 months. */
export type FxPolicy = 'saleDay' | 'monthFirst'

/** What holds when the first of a month has no quotation (口径待确认): stop, or the next or last day that has one. */
export type FirstDayGap = 'stop' | 'next' | 'previous'

export type FxAsk = {
  exportDate?: string | undefined
  fxPolicy?: FxPolicy | undefined
  rates?: readonly FxRate[] | undefined
  firstDayGap?: FirstDayGap | undefined
}

/**
 * The rate of a currency under the policy, with the date it is of; undefined where the day has none: nothing is ever put in
 * its place, but what `firstDayGap` allows.
 */
export function pickRate(
  of: string,
  { exportDate, fxPolicy = 'saleDay', rates = [], firstDayGap = 'stop' }: FxAsk,
): FxRate | undefined {
  if (of === 'CNY') return { currency: 'CNY', rate: '1' }
  // A quotation of zero is a blank that was filled in: it is no rate to convert with.
  const own = rates.filter(({ currency, rate }) => currency === of && !isZero(rate))
  const undated = own.find(({ date }) => date === undefined)
  if (exportDate === undefined) return undated ?? (own.length === 1 ? own[0] : undefined)
  const wanted = fxPolicy === 'monthFirst' ? `${exportDate.slice(0, 7)}-01` : exportDate
  const exact = own.find(({ date }) => date === wanted) ?? undated
  if (exact || fxPolicy !== 'monthFirst' || firstDayGap === 'stop') return exact
  const dated = own.filter((row): row is FxRate & { date: string } => row.date !== undefined)
  const near = dated
    .filter(({ date }) =>
      firstDayGap === 'next' ? date > wanted && date.slice(0, 7) === wanted.slice(0, 7) : date < wanted,
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return firstDayGap === 'next' ? near[0] : near.at(-1)
}

/** The policy of a year; a change inside 12 months needs a reason. */
export type PolicyChoice = { policy: FxPolicy; from: string; reason?: string }

/** Choices that were changed before their 12 months were over and give no reason, by the day of the change. */
export function unexplainedChanges(choices: readonly PolicyChoice[]): string[] {
  const sorted = [...choices].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.flatMap((choice, at) => {
    const before = sorted[at - 1]
    if (!before || before.policy === choice.policy || choice.reason?.trim()) return []
    const year = `${Number(before.from.slice(0, 4)) + 1}${before.from.slice(4)}`
    return choice.from < year ? [choice.from] : []
  })
}
