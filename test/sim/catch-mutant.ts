import { mutants } from './mutants'
import type { Faults, Plan } from './plan'
import { simulate, type Result } from './simulate'

/** The fault that brings a mistake to light, where the mistake shows only then. */
const needs: Readonly<Record<string, Partial<Faults>>> = {
  'remake on unknown result': { loseResponse: 0.3 },
  'cursor outside the transaction': { killAtStore: 0.05 },
  'batch fixed in two steps': { killAtStore: 0.05 },
  'journal ignored': { rollback: true, sentinel: false, accountSwitch: false },
  'account forgotten': { accountSwitch: true, loseResponse: 0.3 },
  'end reopened by a late receipt': { delayReceipt: 0.5 },
}
const MOST_SEEDS = 60

/** Make sure that the faults a mistake needs are among those drawn. */
export const provoke =
  (name: string) =>
  (plan: Plan): Plan => ({ ...plan, faults: { ...plan.faults, ...needs[name] } })

/** The first run in which a mistake breaks a promise; undefined when none does. */
export async function catchMutant(name: string, first = 1): Promise<Result | undefined> {
  for (let seed = first; seed < first + MOST_SEEDS; seed += 1) {
    const result = await simulate(seed, mutants[name], provoke(name))
    if (result.faults.length > 0) return result
  }
  return undefined
}
