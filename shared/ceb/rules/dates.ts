import { messageTypes } from '../message'
import type { DocumentRule } from './rule'

const facts = ['appTime', 'accountingDate', 'payTime', 'leaveTime', 'logisticsTime']

/** Midnight to midnight, so that a clock a few minutes off or in another zone of the same day does no harm. */
const future: DocumentRule = {
  id: 'time-future',
  on: messageTypes,
  severity: 'warn',
  source: '已发生的时间不应晚于今天',
  message: { zh: '时间{value}晚于今天', en: 'Time {value} is later than today' },
  fix: { zh: '核对电脑日期和填写的时间', en: 'Check the date of this computer and the time given' },
  check(head, _lines, report, { today }) {
    if (!today) return
    for (const field of facts) {
      const value = head[field]
      if (value && /^\d{14}$/.test(value) && value.slice(0, 8) > today) report({ field }, value, { value })
    }
  },
}

export const dateRules = [future]
