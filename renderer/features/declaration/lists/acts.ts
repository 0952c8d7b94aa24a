import type { BookPort, Filter, ListState, WorkProgress } from '../../../data/port'
import type { ActOutcome } from './ActResult'

export type ActName = 'declare' | 'rebuild' | 'correct' | 'takeBack' | 'void'
type Tell = (p: WorkProgress) => void

/** Which 清单 an act is for, and how it is done. */
export type ListAct = {
  name: ActName
  states: readonly ListState[]
  run: (port: BookPort, filter: Filter, why: string, tell: Tell) => Promise<ActOutcome>
}

export const listActs: Readonly<Record<ActName, ListAct>> = {
  declare: {
    name: 'declare',
    states: ['draft'],
    run: async (port, filter, why, tell) => {
      const done = await port.declare(filter, why, tell as never)
      return { act: 'declare', count: done.declared, ...done }
    },
  },
  rebuild: {
    name: 'rebuild',
    states: ['draft'],
    run: async (port, filter, why, tell) => {
      const { built, refused } = await port.rebuild(filter, why, tell as never)
      return { act: 'rebuild', count: built, refused, leftOut: [], leftOutCount: 0 }
    },
  },
  correct: {
    name: 'correct',
    states: ['refused'],
    run: async (port, filter, why, tell) => {
      const done = await port.correct({ filter }, why, tell as never)
      return { act: 'correct', count: done.declared, ...done }
    },
  },
  takeBack: {
    name: 'takeBack',
    states: ['waiting'],
    run: async (port, filter, why) => {
      const done = await port.takeBack(filter, why)
      return { act: 'takeBack', count: done.taken, ...done }
    },
  },
  void: {
    name: 'void',
    states: ['draft', 'refused'],
    run: async (port, filter, why) => {
      const done = await port.voidLists(filter, why)
      return { act: 'void', count: done.voided, ...done }
    },
  },
}

/** Those of a filter that an act is for. */
export const onlyStates = (filter: Filter, states: readonly ListState[]): Filter => ({
  ...filter,
  where: [...(filter.where ?? []), { column: 'state', is: 'in', values: [...states] }],
})
