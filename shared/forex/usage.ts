import { add, cmp, sub, sum } from '../money/decimal'
import type { PaperUse } from '../model/forex/papers'
import { isPositive, positive } from './amount'

export type PaperType = PaperUse['docType']
type Used = { total: string; amounts: string[] }

/**
 * What every paper was used for. A receipt takes tentatively; what it took stays only when it is kept, so that a receipt
 * that cannot be presented uses nothing up.
 */
export class UsageLedger {
  readonly #papers: Readonly<Record<PaperType, Map<string, Used>>> = {
    order: new Map(),
    waybill: new Map(),
    customsDoc: new Map(),
  }
  #taken: Used[] = []

  constructor(uses: readonly PaperUse[] = []) {
    for (const { docType, docId, amount } of uses) this.#add(docType, docId, amount)
  }

  /** What is left of a paper worth `total`; never below zero. */
  free(type: PaperType, id: string, total: string): string {
    const used = this.#papers[type].get(id)
    if (!used) return total
    return used.total === total ? '0' : positive(sub(total, used.total))
  }

  /** Whether the paper served before with exactly this amount. */
  servedWith(type: PaperType, id: string, amount: string): boolean {
    return (this.#papers[type].get(id)?.amounts ?? []).some((used) => cmp(used, amount) === 0)
  }

  take(type: PaperType, id: string, amount: string): void {
    if (isPositive(amount)) this.#taken.push(this.#add(type, id, amount))
  }

  /** What was taken since the last decision stays taken. */
  keep(): void {
    this.#taken = []
  }

  /** What was taken since the last decision is free again. */
  giveBack(): void {
    for (const used of this.#taken) {
      used.amounts.pop()
      used.total = sum(used.amounts)
    }
    this.#taken = []
  }

  #add(type: PaperType, id: string, amount: string): Used {
    const before = this.#papers[type].get(id)
    if (!before) {
      const used = { total: amount, amounts: [amount] }
      this.#papers[type].set(id, used)
      return used
    }
    before.total = add(before.total, amount)
    before.amounts.push(amount)
    return before
  }
}
