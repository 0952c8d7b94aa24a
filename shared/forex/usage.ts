import { add, cmp, sub, sum } from '../money/decimal'
import type { PaperUse } from './model/papers'
import { greatest } from './amount'

export type PaperType = PaperUse['docType']
type Use = { key: string; amount: string }

const keyOf = (type: PaperType, id: string): string => `${type} ${id}`

/**
 * What every paper was used for. A receipt takes tentatively; what it took stays only when it is kept, so that a receipt
 * that cannot be presented uses nothing up.
 */
export class UsageLedger {
  readonly #used = new Map<string, string>()
  readonly #amounts = new Map<string, string[]>()
  #taken: Use[] = []

  constructor(uses: readonly PaperUse[] = []) {
    for (const { docType, docId, amount } of uses) this.#add({ key: keyOf(docType, docId), amount })
  }

  /** What is left of a paper worth `total`; never below zero. */
  free(type: PaperType, id: string, total: string): string {
    return greatest(sub(total, this.#used.get(keyOf(type, id)) ?? '0'), '0')
  }

  /** Whether the paper served before with exactly this amount. */
  servedWith(type: PaperType, id: string, amount: string): boolean {
    return (this.#amounts.get(keyOf(type, id)) ?? []).some((used) => cmp(used, amount) === 0)
  }

  take(type: PaperType, id: string, amount: string): void {
    if (cmp(amount, '0') <= 0) return
    const use = { key: keyOf(type, id), amount }
    this.#add(use)
    this.#taken.push(use)
  }

  /** What was taken since the last decision stays taken. */
  keep(): void {
    this.#taken = []
  }

  /** What was taken since the last decision is free again. */
  giveBack(): void {
    for (const { key } of this.#taken) {
      const amounts = this.#amounts.get(key) ?? []
      amounts.pop()
      this.#used.set(key, sum(amounts))
    }
    this.#taken = []
  }

  #add({ key, amount }: Use): void {
    this.#used.set(key, add(this.#used.get(key) ?? '0', amount))
    const amounts = this.#amounts.get(key)
    if (amounts) amounts.push(amount)
    else this.#amounts.set(key, [amount])
  }
}
