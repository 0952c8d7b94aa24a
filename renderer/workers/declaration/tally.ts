import type { ListWarning } from '#shared/model/list'
import type { RuleCount } from '../../data/port'

type Counted = Pick<ListWarning, 'rule' | 'message' | 'fix' | 'why'>

/** Counts how many orders each rule refused, or how many 清单 it remarked on; each counts once for a rule. */
export class RuleTally {
  readonly #rules = new Map<string, RuleCount>()

  add(faults: readonly Counted[]): void {
    for (const [rule, { message, fix, why }] of new Map(faults.map((fault) => [fault.rule, fault]))) {
      const known = this.#rules.get(rule)
      if (known) known.count += 1
      // What one finding says holds for its own line; of many the rule speaks.
      else this.#rules.set(rule, { rule, message: why ?? message, fix, count: 1 })
    }
  }

  get counts(): RuleCount[] {
    return [...this.#rules.values()].sort((a, b) => b.count - a.count)
  }
}
