import type { BookPort, Condition, Filter, ListState, WorkProgress } from '../../../data/port'
import type { ActOutcome } from './ActResult'

export type ActName = 'declare' | 'rebuild' | 'correct' | 'takeBack' | 'withdraw' | 'void'
type Tell = (p: WorkProgress) => void

/** Which 清单 an act is for, and how it is done. */
export type ListAct = {
  where: readonly Condition[]
  run: (port: BookPort, filter: Filter, why: string, tell: Tell) => Promise<ActOutcome>
}

const inState = (...values: ListState[]): Condition => ({ column: 'state', is: 'in', values })

export const listActs: Readonly<Record<ActName, ListAct>> = {
  declare: {
    where: [inState('draft')],
    run: async (port, filter, why, tell) => {
      const done = await port.declare(filter, why, tell as never)
      return { act: 'declare', count: done.declared, ...done }
    },
  },
  rebuild: {
    where: [inState('draft')],
    run: async (port, filter, why, tell) => {
      const { built, refused } = await port.rebuild(filter, why, tell as never)
      return { act: 'rebuild', count: built, refused, leftOut: [], leftOutCount: 0 }
    },
  },
  correct: {
    where: [inState('refused')],
    run: async (port, filter, why, tell) => {
      const done = await port.correct({ filter }, why, tell as never)
      return { act: 'correct', count: done.declared, ...done }
    },
  },
  takeBack: {
    where: [inState('waiting', 'withdrawing')],
    run: async (port, filter, why) => {
      const done = await port.takeBack(filter, why)
      return { act: 'takeBack', count: done.taken, ...done }
    },
  },
  withdraw: {
    // A 清单 has its number once customs stored it; before that there is nothing a 撤销申请单 could name.
    where: [inState('waiting', 'inspected', 'released'), { column: 'invtNo', is: 'filled' }],
    run: async (port, filter, why, tell) => {
      const done = await port.withdraw(filter, why, tell as never)
      return { act: 'withdraw', count: done.declared, ...done }
    },
  },
  void: {
    where: [inState('draft', 'refused')],
    run: async (port, filter, why) => {
      const done = await port.voidLists(filter, why)
      return { act: 'void', count: done.voided, ...done }
    },
  },
}

/** Those of a filter that an act is for. */
export const scopeOf = (filter: Filter, act: ActName): Filter => ({
  ...filter,
  where: [...(filter.where ?? []), ...listActs[act].where],
})
