import type { Basis, Finding, Found, RuleHead, Strength } from '../rules/rule'
import { raise, within } from '../rules/rule'

/**
 * Grades of the forex pre-check, gravest first. `block`: do not present this receipt. `review`: a person or the bank
 * decides. `hold`: part of the amount is not supported yet. `duty`: a dated obligation arises.
 */
export const forexSeverities = ['block', 'review', 'hold', 'duty', 'warn', 'info'] as const
export type ForexSeverity = (typeof forexSeverities)[number]
export type ForexRule = RuleHead<ForexSeverity>
export type ForexFinding = Finding<ForexSeverity>

/** Short names of the documents rules come from, and their full names. */
export const documents = {
  regulation: '外汇管理条例（国务院令第532号）',
  '2007#1': '个人外汇管理办法实施细则（汇发〔2007〕1号）',
  guideline: '货物贸易外汇管理指引实施细则',
  '2013#40': '国家税务总局 国家外汇管理局公告2013年第40号',
  '2015#7': '汇发〔2015〕7号',
  '2019#13': '汇发〔2019〕13号',
  '2019#25': '汇发〔2019〕25号',
  '2019#28': '汇发〔2019〕28号',
  '2020#8': '汇发〔2020〕8号',
  '2020#11': '汇发〔2020〕11号',
  '2020#14': '汇发〔2020〕14号',
  '2022#22': '通过银行进行国际收支统计申报业务实施细则（汇发〔2022〕22号）',
  '2022#139': '银发〔2022〕139号',
  '2023#28': '汇发〔2023〕28号',
  '2023#30': '汇发〔2023〕30号',
  diligence: '银行外汇展业管理办法（试行）（外汇局公告2023年第1号）',
  '2024#11': '汇发〔2024〕11号',
  '2025#47': '汇发〔2025〕47号',
  answers: '外汇局货物贸易外汇业务政策问答',
  answers37: '外汇局宁夏分局政策问答37',
  codes: '涉外收支交易分类与代码（2014版）',
  form: '涉外收入申报单及填报说明',
  rmbForm: '跨境业务人民币结算收款说明',
  swift: 'SWIFT MT103 报文规则',
  'customs-modes': '海关总署公告2014年第12号、2018年第194号、2020年第75号、2024年第167号',
  'customs2020#44': '海关总署公告2020年第44号',
  'customs2026#24': '海关总署公告2026年第24号',
  'tax2026#16': '财政部 海关总署 税务总局公告2026年第16号',
  'tax2021#19': '国家税务总局 国家外汇管理局公告2021年第19号',
  'tax2022#9': '国家税务总局公告2022年第9号',
  'tax2025#3': '国家税务总局公告2025年第3号',
  'tax2025#17': '国家税务总局公告2025年第17号',
  order810: '互联网平台企业涉税信息报送规定（国务院令第810号）',
  plan: '综试区实施方案',
  training: '银行与外汇局培训材料',
  practice: '实务',
} as const
export type DocumentKey = keyof typeof documents

type Days = { from?: string; to?: string }
const cited =
  (strength: Strength) =>
  (document: DocumentKey, article = '', days: Days = {}): Basis => ({
    document: documents[document],
    article,
    strength,
    ...days,
  })

/** The wording was seen. Every citation is still to be checked at its official place before a bank is shown it. */
export const read = cited('primary')
/** Second-hand, from memory, or open: shown as 口径待确认. */
export const unsure = cited('to-confirm')
/** A parameter of the product or of the enterprise, no law. */
export const house = (article = ''): Basis => ({ document: documents.practice, article, strength: 'house' })

type Words = readonly [zh: string, en: string]

/** A rule of the catalogue: id without prefix, grade, what it says, what to do, on which ground, for events of which days. */
export const rule = (
  id: string,
  severity: ForexSeverity,
  [zh, en]: Words,
  [fixZh, fixEn]: Words,
  basis: readonly Basis[],
  days: Days = {},
): ForexRule => ({
  id: id.startsWith('C2') ? id : `FX-${id}`,
  severity,
  text: { zh, en },
  fix: { zh: fixZh, en: fixEn },
  basis,
  ...days,
})

/** Whether the wording of a rule stood on a day. */
export const inForce = (head: ForexRule, day: string): boolean => within(day, head)

/** Ground of a check on a day its wording had not come yet: earlier rules held, and the stricter path is taken. */
const earlier = house('当日适用更早的规定，按现行口径从严')

/**
 * Raise a rule; a citation that did not stand on the day of the event is left out. What keeps money back is raised on any
 * day, because papers and registration were wanted before the wording that is cited.
 */
export function find(head: ForexRule, found: Found<ForexSeverity>): ForexFinding {
  const finding = raise(head, found)
  return found.day === undefined || inForce(head, found.day) ? finding : { ...finding, basis: [earlier] }
}

/** Raise what allows, tells or obliges: nothing while its wording did not stand. */
export const tell = (head: ForexRule, found: Found<ForexSeverity> & { day: string }): ForexFinding[] =>
  inForce(head, found.day) ? [find(head, found)] : []
