type Dated = { day: string; currency: string }

/** Things that come in the order of their days, found by currency and a stretch of days without looking at all others. */
export class DayIndex<T extends Dated> {
  readonly #byCurrency = new Map<string, T[]>()

  constructor(all: readonly T[]) {
    for (const one of all) {
      const known = this.#byCurrency.get(one.currency)
      if (known) known.push(one)
      else this.#byCurrency.set(one.currency, [one])
    }
  }

  /** Those of some days that fit, in the order of their days; undefined where there are more than `most`. */
  few(
    { currency, from, to }: { currency: string; from: string; to: string },
    fits: (one: T) => boolean,
    most: number,
  ): T[] | undefined {
    const all = this.#byCurrency.get(currency) ?? []
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (all[middle]!.day < from) low = middle + 1
      else high = middle
    }
    const found: T[] = []
    for (let at = low; at < all.length && all[at]!.day <= to; at += 1) {
      if (!fits(all[at]!)) continue
      if (found.length === most) return undefined
      found.push(all[at]!)
    }
    return found
  }
}
