import type { Basis, RuleHead, Severity, Strength } from '../rules/rule'

/** Short names of the documents rules come from, and their full names. */
export const documents = {
  law: '中华人民共和国增值税法',
  regulation: '中华人民共和国增值税法实施条例（国务院令第826号）',
  '11号': '财政部 税务总局公告2026年第11号',
  '5号': '国家税务总局公告2026年第5号',
  '39号': '财税〔2012〕39号',
  '24号': '国家税务总局公告2012年第24号',
  '2013#12': '国家税务总局公告2013年第12号',
  '2022#9': '国家税务总局公告2022年第9号',
  '2020#2': '财政部 税务总局公告2020年第2号',
  '2025#3': '国家税务总局公告2025年第3号',
  '2019#36': '国家税务总局公告2019年第36号',
  '2019#38': '国家税务总局公告2019年第38号',
  '2019#39': '财政部 税务总局 海关总署公告2019年第39号',
  '2018#103': '财税〔2018〕103号',
  '2013#96': '财税〔2013〕96号',
  '2014#98': '财税〔2014〕98号',
  '2015#89': '国家税务总局公告2015年第89号',
  '2016#46': '国家税务总局公告2016年第46号',
  '2021#28': '财政部 税务总局公告2021年第28号',
  '2023#12': '财政部 税务总局公告2023年第12号',
  '2025#17': '国家税务总局公告2025年第17号',
  '2026#2': '财政部 税务总局公告2026年第2号',
  '2026#10': '财政部 税务总局公告2026年第10号',
  library: '出口退税率文库',
  form: '申报表及填报说明',
  ceb: '跨境电商 CEB 报文规范',
  practice: '实务',
} as const
export type DocumentKey = keyof typeof documents

/** The days of the two law layers, by 出口日期. */
export const OLD_LAST = '2025-12-31'
export const NEW_FIRST = '2026-01-01'

const cited =
  (strength: Strength) =>
  (document: DocumentKey, article = '', days: { from?: string; to?: string } = {}): Basis => ({
    document: documents[document],
    article,
    strength,
    ...days,
  })

/** The wording was read. */
export const read = cited('primary')
/** Second-hand, from memory, or its fate in the newer layer is open. */
export const unsure = cited('to-confirm')
/** Practice, not law. */
export const house = cited('house')

export const until2025 = { to: OLD_LAST }
export const from2026 = { from: NEW_FIRST }

type Words = [zh: string, en: string]

/** A rule in five lines: id, severity, what it says, what to do, on which ground. */
export const head = (
  id: string,
  severity: Severity,
  [zh, en]: Words,
  [fixZh, fixEn]: Words,
  basis: readonly Basis[],
  days: { from?: string; to?: string } = {},
): RuleHead => ({
  id: `RB-${id}`,
  severity,
  text: { zh, en },
  fix: { zh: fixZh, en: fixEn },
  basis,
  ...days,
})
