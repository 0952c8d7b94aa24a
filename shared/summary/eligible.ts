import type { Text } from '../model/text'
import { periodOf, type Period } from './period'
import type { Standing } from './summary-list'

/**
 * Where a 清单 stands towards the 汇总 of one month. `in`: into the 汇总申请. `simplified`: A, counted beside.
 * `elsewhere`: no business of this month (not declared, void, or closed later).
 */
export type Eligibility = 'in' | 'simplified' | 'elsewhere' | Exclusion

export const exclusions = [
  'not-closed',
  'in-process',
  'earlier',
  'applied',
  'no-number',
  'no-time',
  'b2b',
] as const
export type Exclusion = (typeof exclusions)[number]

/** Why a 清单 stays out, and what becomes of it. */
export const exclusionTexts: Readonly<Record<Exclusion, { why: Text; fix: Text }>> = {
  'not-closed': {
    why: { zh: '放行未结关', en: 'Released, not closed' },
    fix: { zh: '结关后进入结关当月的汇总', en: 'Goes with the month in which it is closed' },
  },
  'in-process': {
    why: { zh: '已申报，尚未放行', en: 'Declared, not released yet' },
    fix: { zh: '放行并结关后再汇总', en: 'Summarised once it is released and closed' },
  },
  earlier: {
    why: { zh: '上期或更早结关，尚未汇总', en: 'Closed in an earlier month and never summarised' },
    fix: {
      zh: '选择结关当月补报，并核对是否逾期',
      en: 'Choose that month and make it up; check whether it is late',
    },
  },
  applied: {
    why: { zh: '已在汇总申请中', en: 'In a summary application already' },
    fix: { zh: '要改须先撤回该汇总申请', en: 'Take that application back first to change it' },
  },
  'no-number': {
    why: { zh: '没有清单编号', en: 'Without a number of customs' },
    fix: {
      zh: '重取回执；汇总申请只认清单编号',
      en: 'Fetch its receipts again: an application names that number',
    },
  },
  'no-time': {
    why: { zh: '结关时间不详', en: 'Time of closing unknown' },
    fix: {
      zh: '重取回执，结关（899）回执带有时间',
      en: 'Fetch its receipts again: that of 899 carries the time',
    },
  },
  b2b: {
    why: { zh: 'B2B 清单（9710/9810）不汇总', en: 'B2B lists (9710/9810) are not summarised' },
    fix: { zh: '不用处理', en: 'Nothing to do' },
  },
}

const under = new Set<Standing['state']>(['waiting', 'inspected', 'withdrawing'])
const b2b = new Set(['9710', '9810'])

/** What a 清单 has to do with the 汇总 of a month: exactly one answer for every combination. */
export function eligibility(list: Standing, period: Period): Eligibility {
  const { state, statisticsFlag, closedAt } = list
  if (state !== 'cleared' && state !== 'released' && !under.has(state)) return 'elsewhere'
  if (b2b.has(list.tradeMode)) return state === 'cleared' && isIn(closedAt, period) ? 'b2b' : 'elsewhere'
  if (statisticsFlag === 'A')
    return state === 'cleared' && isIn(closedAt, period) ? 'simplified' : 'elsewhere'
  if (under.has(state)) return 'in-process'
  if (state === 'released') return 'not-closed'
  if (closedAt === '') return list.application === '' ? 'no-time' : 'elsewhere'
  const closed = periodOf(closedAt)
  if (closed > period) return 'elsewhere'
  if (closed < period) return list.application === '' ? 'earlier' : 'elsewhere'
  if (list.application !== '') return 'applied'
  return list.invtNo === '' ? 'no-number' : 'in'
}

const isIn = (closedAt: string, period: Period) => closedAt !== '' && periodOf(closedAt) === period
