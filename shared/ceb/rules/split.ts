import type { DocumentRule } from './rule'

const part: DocumentRule = {
  id: 'message-part',
  on: ['CEB507', 'CEB509', 'CEB607', 'CEB701'],
  severity: 'refuse',
  source: '报文规范：报文序号从1起，不大于报文总数',
  message: {
    zh: '报文序号{part}应在1到报文总数{count}之间',
    en: 'Part {part} should be between 1 and the number of parts, {count}',
  },
  fix: { zh: '不拆分时两项都填1', en: 'Write 1 and 1 when the document is not split' },
  check(head, _lines, report) {
    const value = head['msgSeqNo'] ?? ''
    const [count, number] = [Number(head['msgCount']), Number(value)]
    if (
      Number.isInteger(count) &&
      Number.isInteger(number) &&
      value !== '' &&
      (number < 1 || number > count)
    ) {
      report({ field: 'msgSeqNo' }, value, { part: number, count })
    }
  },
}

const period: DocumentRule = {
  id: 'summary-period',
  on: ['CEB701'],
  severity: 'refuse',
  source: '报文规范：汇总区间成对，终点不早于起点',
  message: {
    zh: '汇总开始和结束时间须同时填写，且结束不早于开始',
    en: 'Start and end of the period belong together, the end not before the start',
  },
  fix: { zh: '两项都填，或都不写而列出清单编号', en: 'Fill in both, or neither and list the numbers' },
  check(head, _lines, report) {
    const start = head['startTime'] ?? ''
    const end = head['endTime'] ?? ''
    if ((start === '') !== (end === '') || end < start) report({ field: 'endTime' }, end)
  },
}

const nothing: DocumentRule = {
  id: 'summary-empty',
  on: ['CEB701'],
  severity: 'refuse',
  source: '报文规范：汇总区间或清单编号二选一',
  message: {
    zh: '既没有汇总区间，也没有清单编号',
    en: 'Neither a period nor list numbers are given',
  },
  fix: { zh: '填汇总区间，或列出要汇总的清单编号', en: 'Give a period, or the numbers of the lists' },
  check(head, lines, report) {
    if (!head['startTime'] && !head['endTime'] && lines.length === 0) report({ field: 'startTime' }, '')
  },
}

/** Documents in several parts, and what a summary covers. */
export const splitRules = [part, period, nothing]
