import { modePaths, type ModePath } from '../../model/mode'
import type { Text } from '../../model/text'
import type { ModeJudgement } from './choose'
import { modeConditions, type ConditionState } from './conditions'
import type { ElementChange, ModeComparison } from './compare'

/** Why orders may not go a way, or what has to be found out; with some of them. */
export type ModeReason = {
  id: string
  state: Exclude<ConditionState, 'met'>
  says: Text
  fix: Text
  source: string
  orders: number
  /** `订单号 what was looked at`, at most three. */
  examples: string[]
}
/** One way for many orders. `met`: conditions that all of them meet. */
export type PathTally = {
  path: ModePath
  yes: number
  maybe: number
  no: number
  recommended: number
  reasons: ModeReason[]
  met: { id: string; says: Text; source: string }[]
}

const mostExamples = 3
const weight: Readonly<Record<ModeReason['state'], number>> = { open: 0, doubtful: 1, broken: 2 }

/** Judgements of many orders, counted. */
export class ModeTally {
  readonly #paths = new Map<ModePath, PathTally>(
    modePaths.map((path) => [path, { path, yes: 0, maybe: 0, no: 0, recommended: 0, reasons: [], met: [] }]),
  )

  add(orderNo: string, { paths, recommended }: ModeJudgement): void {
    for (const { path, verdict, conditions } of paths) {
      const tally = this.#paths.get(path)!
      tally[verdict] += 1
      if (path === recommended) tally.recommended += 1
      for (const { id, state, value, says, fix } of conditions) {
        if (state === 'met') continue
        let reason = tally.reasons.find((one) => one.id === id && one.state === state)
        if (!reason) {
          const condition = conditionOf(id)
          const words = { says: says ?? condition.says, fix: fix ?? condition.fix }
          reason = { id, state, ...words, source: condition.source, orders: 0, examples: [] }
          tally.reasons.push(reason)
        }
        reason.orders += 1
        if (reason.examples.length < mostExamples) reason.examples.push(`${orderNo} ${value ?? ''}`.trim())
      }
    }
  }

  /** What forbids comes before what is doubtful or open, and what concerns most orders first. */
  get paths(): PathTally[] {
    return [...this.#paths.values()].map((tally) => ({
      ...tally,
      reasons: [...tally.reasons].sort((a, b) => weight[b.state] - weight[a.state] || b.orders - a.orders),
      met: modeConditions
        .filter(({ id, paths }) => paths.includes(tally.path) && !tally.reasons.some((one) => one.id === id))
        .map(({ id, says, source }) => ({ id, says, source })),
    }))
  }
}

const conditionOf = (id: string) => modeConditions.find((one) => one.id === id)!

/** One element that changes in many orders: how often, and one example. */
export type ChangeTally = ElementChange & { orders: number }

/** Comparisons of many orders, counted by element. */
export class ComparisonTally {
  of = 0
  kept = 0
  readonly #changes = new Map<string, ChangeTally>()

  add({ of, kept, changes }: ModeComparison): void {
    this.of += of
    this.kept += kept
    const seen = new Set<string>()
    for (const change of changes) {
      const kind = change.before === '' ? 'added' : change.after === '' ? 'dropped' : 'changed'
      const key = `${change.document} ${change.element} ${kind}`
      if (seen.has(key)) continue
      seen.add(key)
      const known = this.#changes.get(key)
      if (known) known.orders += 1
      else this.#changes.set(key, { ...change, orders: 1 })
    }
  }

  get changes(): ChangeTally[] {
    return [...this.#changes.values()]
  }
}
