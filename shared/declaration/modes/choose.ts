import { directionOf, isByEntry, modePaths, type ModePath } from '../../model/mode'
import { modeConditions, type ConditionResult, type ConditionState } from './conditions'
import type { ModeFacts } from './facts'

/** `maybe`: nothing forbids it, and something has to be found out first. */
export type ModeVerdict = 'yes' | 'maybe' | 'no'

export type PathJudgement = {
  path: ModePath
  verdict: ModeVerdict
  /** Every condition of this way by its id, also those that are met. */
  conditions: readonly (ConditionResult & { id: string })[]
}
export type ModeJudgement = { paths: readonly PathJudgement[]; recommended?: ModePath }

const verdictOf = (states: readonly ConditionState[]): ModeVerdict =>
  states.includes('broken') ? 'no' : states.every((state) => state === 'met') ? 'yes' : 'maybe'

/** Which ways an order may go, which not and why, and the one to take. */
export function judgeModes(facts: ModeFacts): ModeJudgement {
  const open = modePaths.filter((path) => directionOf(path) === facts.direction)
  const paths = open.map((path): PathJudgement => {
    const conditions = modeConditions
      .filter((condition) => condition.paths.includes(path))
      .map((condition) => ({ id: condition.id, ...condition.check(facts, path) }))
    return { path, conditions, verdict: verdictOf(conditions.map(({ state }) => state)) }
  })
  const recommended = recommend(paths, facts)
  return { paths, ...(recommended && { recommended }) }
}

/**
 * A 清单 before a 报关单, and of either kind what is certain before what is not; among equals the order of `modePaths`. A
 * 清单 that a second-hand rule speaks against comes after the 报关单 that nothing speaks against. As long as nobody has
 * said who bought an export, nothing is recommended.
 */
function recommend(paths: readonly PathJudgement[], { answers, direction }: ModeFacts): ModePath | undefined {
  if (direction === 'export' && answers.buyer === 'unknown') return undefined
  const byEntry = ({ path }: PathJudgement) => isByEntry(path)
  const isDoubtful = ({ conditions }: PathJudgement) => conditions.some(({ state }) => state === 'doubtful')
  const special = (one: PathJudgement) => byEntry(one) && one.path !== '0110-entry'
  const order: ((one: PathJudgement) => boolean)[] = [
    (one) => !byEntry(one) && one.verdict === 'yes',
    (one) => !byEntry(one) && one.verdict === 'maybe' && !isDoubtful(one),
    (one) => special(one) && one.verdict !== 'no',
    (one) => one.verdict !== 'no',
  ]
  for (const fits of order) {
    const found = paths.find(fits)
    if (found) return found.path
  }
  return undefined
}
