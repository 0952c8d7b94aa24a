import type { BuildFault } from '#shared/declaration/build-fault'
import type { RuleCount } from '../../data/port'

/** Counts how many orders each rule refused; an order counts once for a rule. */
export class RuleTally {
  readonly #rules = new Map<string, RuleCount>()

  add(faults: readonly Pick<BuildFault, 'rule' | 'message' | 'fix'>[]): void {
    for (const [rule, { message, fix }] of new Map(faults.map((fault) => [fault.rule, fault]))) {
      const known = this.#rules.get(rule)
      if (known) known.count += 1
      else this.#rules.set(rule, { rule, message, fix, count: 1 })
    }
  }

  get counts(): RuleCount[] {
    return [...this.#rules.values()].sort((a, b) => b.count - a.count)
  }
}
