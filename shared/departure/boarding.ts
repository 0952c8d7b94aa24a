import type { Text } from '../model/text'
import type { Verdict } from './weight-check'

/** What decides whether a weighed parcel may go on a 总分单. */
export type Boarding = {
  verdict: Verdict
  decision: 'weighed' | 'calculated' | ''
  /** State of its 清单; '' when it has none. */
  list: 'draft' | 'waiting' | 'refused' | 'inspected' | 'released' | 'cleared' | 'withdrawing' | ''
  /** copNo of the living 总分单 it is on; '' when it is on none. */
  departure: string
}

export const reasonsAshore = ['aboard', 'no-list', 'not-released', 'undecided'] as const
export type Ashore = (typeof reasonsAshore)[number]

export const ashoreTexts: Readonly<Record<Ashore, { why: Text; fix: Text }>> = {
  aboard: {
    why: { zh: '已在总分单中', en: 'On a consolidation already' },
    fix: { zh: '要改须先撤回或作废那份总分单', en: 'Take that one back or void it first' },
  },
  'no-list': {
    why: { zh: '没有清单', en: 'Without a list' },
    fix: { zh: '先对碰并生成、申报清单', en: 'Match its order, build the list and declare it first' },
  },
  'not-released': {
    why: { zh: '清单未放行', en: 'Its list is not released' },
    fix: {
      zh: '等海关放行，或把包裹从总包中取出',
      en: 'Wait for the release, or take the parcel out of its bag',
    },
  },
  undecided: {
    why: { zh: '称重差异未处理', en: 'Its weight differs and nobody decided' },
    fix: { zh: '在「称重核对」决定以称重还是计算为准', en: 'Decide under Weights which of the two counts' },
  },
}

/** Why a parcel stays ashore; undefined when it may board. The first thing to be done about it comes first. */
export function ashore({ verdict, decision, list, departure }: Boarding): Ashore | undefined {
  if (departure !== '') return 'aboard'
  if (list === '') return 'no-list'
  if (list !== 'released' && list !== 'cleared') return 'not-released'
  return verdict === 'over' && decision === '' ? 'undecided' : undefined
}
