import { cmp, isZero, sum } from '../../money/decimal'
import { nextMonth } from '../../rules/days'
import { cents } from '../../rules/explain'
import { raise, type Finding } from '../../rules/rule'
import { warehouseRules } from '../warehouse'
import type { ManufacturerPeriod } from './manufacturer-period'
import { manufacturerRules as r } from './manufacturer-rules'

/** What an earlier claim of a 生产企业 ended with: its 所属期 (YYYYMM), its batch, its figures by name. */
export type ClaimBefore = { period: string; batch: string; figures: Readonly<Record<string, string>> }

/** 核算 of pre-refunds made in the period: 免抵退税额 that is reversed (negative) and claimed anew, by line. */
export type SettledLine = { key: string; reverse?: string | undefined; redeclare?: string | undefined }

type Typed = Pick<ManufacturerPeriod, 'carryIn' | 'broughtForward'>

const carried = [
  {
    rule: r.d11,
    figure: 'nonCreditableOffsetCarryOut',
    field: 'nonCreditableOffset',
    zh: '不得免征和抵扣税额抵减额',
    en: 'offset of the non-creditable tax',
    told: ({ broughtForward }: Typed) => broughtForward?.nonCreditableOffset,
  },
  {
    rule: r.d11,
    figure: 'ecrOffsetCarryOut',
    field: 'ecrOffset',
    zh: '免抵退税额抵减额',
    en: 'offset of ECR tax',
    told: ({ broughtForward }: Typed) => broughtForward?.ecrOffset,
  },
  {
    rule: r.d06,
    figure: 'carryOut',
    field: 'carryIn',
    zh: '留抵税额（期末留抵减应退税额）',
    en: 'credit (end credit less refund)',
    told: ({ carryIn }: Typed) => carryIn,
  },
] as const

const following = (period: string): string =>
  nextMonth(`${period.slice(0, 4)}-${period.slice(4)}-01`)
    .slice(0, 7)
    .replace('-', '')

/**
 * What was typed as brought into a period against what the claim before carried out of it. Credit is compared with the month
 * before only: months between change it.
 */
export function carriedFindings(
  period: string,
  typed: Typed | undefined,
  before: ClaimBefore | undefined,
): Finding[] {
  if (!before) return []
  return carried.flatMap(({ rule, figure, field, zh, en, told }) => {
    const expected = before.figures[figure]
    if (expected === undefined || (figure === 'carryOut' && following(before.period) !== period)) return []
    const stated = told(typed ?? {}) ?? '0'
    if (cmp(stated, expected) === 0) return []
    const message = {
      zh: `{from} 结转下期的${zh}为 {expected}，本期上期结转填 {stated}`,
      en: `{from} carried {expected} of ${en}; {stated} is brought in here`,
    }
    const params = { from: `${before.period}-${before.batch}`, expected, stated: cents(stated) }
    return [raise(rule, { target: 'case', field, severity: 'warning', message, params })]
  })
}

/** 核算 of the period stands in rows of its own on the form; the figures here count exports only, and say so. */
export function settledFindings(lines: readonly SettledLine[]): Finding[] {
  const all = (of: 'reverse' | 'redeclare') => cents(sum(lines.flatMap((line) => line[of] ?? [])))
  const [reverse, redeclare] = [all('reverse'), all('redeclare')]
  if (lines.length === 0 || (isZero(reverse) && isZero(redeclare))) return []
  const message = {
    zh: '本期核算的海外仓预退 {lines} 项：冲减免抵退税额 {reverse}、重新申报 {redeclare}，没有计入本批汇总；申报时另填冲减行和重新申报行，汇总数相应调整',
    en: '{lines} pre-refunds were settled in this period: {reverse} of ECR tax is reversed and {redeclare} claimed anew, neither counted here; give them in rows of their own and adjust the summary',
  }
  const params = { lines: lines.length, reverse, redeclare }
  return [
    raise(warehouseRules.g05, { target: 'case', field: 'settlement', severity: 'warning', message, params }),
  ]
}
