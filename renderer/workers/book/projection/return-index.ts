import type { ReturnCase } from '#shared/returns/case'
import type { Stored } from '../../../data/port'

type Known = Pick<ReturnCase, 'copNo' | 'orderNo' | 'state'>

/** 退货 by their numbers, held unsealed for the search. */
export class ReturnIndex {
  readonly #cases = new Map<string, Known>()

  put(cases: readonly Stored<ReturnCase>[]): void {
    for (const { id, record } of cases) {
      const { copNo, orderNo, state } = record
      this.#cases.set(id, { copNo, orderNo, state })
    }
  }

  all(): ReadonlyMap<string, Known> {
    return this.#cases
  }
}
