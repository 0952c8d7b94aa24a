import type { Action } from '#shared/protocol/act-table'
import { listStatesOffering } from '../../../data/order-state'
import type { BookPort, Condition, Filter, LeftOut, ListState, WorkProgress } from '../../../data/port'

export type ActName = 'declare' | 'check' | 'rebuild' | 'correct' | 'takeBack' | 'withdraw' | 'void'
export type ActOutcome = {
  act: ActName
  count: number
  leftOut: readonly LeftOut[]
  leftOutCount: number
  batchNo?: string
  documents?: number
  /** Drafts that could not be built again. */
  refused?: number
}

type Tell = (p: WorkProgress) => void

/** Which 清单 an act is for, the call it is, and how it is done. */
export type ListAct = {
  does: keyof BookPort
  where: readonly Condition[]
  run: (port: BookPort, filter: Filter, why: string, tell: Tell) => Promise<ActOutcome>
}

/** The 清单 whose state may allow an act, by the one table of acts. */
const offered = (action: Action, ...more: ListState[]): Condition => ({
  column: 'state',
  is: 'in',
  values: [...listStatesOffering(action), ...more],
})

export const listActs: Readonly<Record<ActName, ListAct>> = {
  declare: {
    does: 'declare',
    where: [offered('declare')],
    run: async (port, filter, why, tell) => {
      const done = await port.declare(filter, why, tell as never)
      return { act: 'declare', count: done.declared, ...done }
    },
  },
  check: {
    does: 'checkLists',
    where: [offered('declare', 'refused'), { column: 'checkedBy', is: 'empty' }],
    run: async (port, filter, why) => {
      const done = await port.checkLists(filter, why)
      return { act: 'check', count: done.checked, ...done }
    },
  },
  rebuild: {
    does: 'rebuild',
    where: [offered('edit')],
    run: async (port, filter, why, tell) => {
      const { built, refused } = await port.rebuild(filter, why, tell as never)
      return { act: 'rebuild', count: built, refused, leftOut: [], leftOutCount: 0 }
    },
  },
  correct: {
    does: 'correct',
    where: [offered('correct')],
    run: async (port, filter, why, tell) => {
      const done = await port.correct({ filter }, why, tell as never)
      return { act: 'correct', count: done.declared, ...done }
    },
  },
  takeBack: {
    does: 'takeBack',
    // Of a 清单 that is being withdrawn it is the 撤销申请单 that is taken back.
    where: [offered('take-back', 'withdrawing')],
    run: async (port, filter, why) => {
      const done = await port.takeBack(filter, why)
      return { act: 'takeBack', count: done.taken, ...done }
    },
  },
  withdraw: {
    does: 'withdraw',
    // A 清单 has its number once customs stored it; before that there is nothing a 撤销申请单 could name.
    where: [offered('withdraw'), { column: 'invtNo', is: 'filled' }],
    run: async (port, filter, why, tell) => {
      const done = await port.withdraw(filter, why, tell as never)
      return { act: 'withdraw', count: done.declared, ...done }
    },
  },
  void: {
    does: 'voidLists',
    where: [offered('void')],
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
