import { cmp } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import { afterReturnRule } from '../enterprise-status'
import { compute, computeValues, type Explained, type Formula } from '../../rules/explain'
import { manufacturerFormulas, type PeriodGiven } from './manufacturer-formulas'
import { periodLines, type PeriodLine } from './manufacturer-lines'
import type { ManufacturerPeriod } from './manufacturer-period'
import { manufacturerRules as r } from './manufacturer-rules'
import { ceilingRule } from './rates-on'

type Check = {
  rule: string
  check(period: ManufacturerPeriod, lines: readonly PeriodLine[], incomplete: readonly string[]): Finding[]
}

const excepted = (period: string | undefined): boolean =>
  period !== undefined && period >= '2019-04' && period <= '2019-06'

export const manufacturerChecks: readonly Check[] = [
  {
    rule: ceilingRule.id,
    check: ({ period }, lines) =>
      !excepted(period) && lines.some(({ levy, rebate }) => cmp(rebate, levy) > 0)
        ? [raise(ceilingRule, { target: 'case', field: 'rebateRate' })]
        : [],
  },
  {
    rule: r.c08.id,
    check: (_, __, incomplete) =>
      incomplete.map((line) =>
        raise(r.c08, {
          target: 'case',
          field: `exports.${line}`,
          message: {
            zh: '第 {line} 行缺离岸价、汇率或征税率，没有计入',
            en: 'Line {line} lacks FOB, exchange rate or levy rate and is not counted',
          },
          params: { line },
        }),
      ),
  },
  {
    rule: afterReturnRule.id,
    check: ({ vatReturnFiled }) =>
      vatReturnFiled === false ? [raise(afterReturnRule, { target: 'case', field: 'vatReturnFiled' })] : [],
  },
]

/** 免抵退 of a period: every figure of the summary form by name, with how it was made. */
export function manufacturerRefund(
  period: ManufacturerPeriod,
  asOf: string,
  formulas: readonly Formula<PeriodGiven>[] = manufacturerFormulas,
  checks: readonly Check[] = manufacturerChecks,
): { figures: Explained[]; values: Record<string, string>; findings: Finding[] } {
  const { lines, incomplete } = periodLines(period, asOf)
  const sheet = compute(formulas, { period, lines })
  return {
    figures: sheet.all(),
    values: sheet.values,
    findings: checks.flatMap(({ check }) => check(period, lines, incomplete)),
  }
}

/** What `manufacturerRefund` comes to, without how each figure was made. */
export function manufacturerTotals(
  period: ManufacturerPeriod,
  asOf: string,
): { totals: Pick<Explained, 'figure' | 'label' | 'value'>[]; findings: Finding[] } {
  const { lines, incomplete } = periodLines(period, asOf)
  const values = computeValues(manufacturerFormulas, { period, lines })
  const labels = new Map(manufacturerFormulas.map(({ figure, label }) => [figure, label]))
  return {
    totals: Object.entries(values).map(([figure, value]) => ({ figure, label: labels.get(figure)!, value })),
    findings: manufacturerChecks.flatMap(({ check }) => check(period, lines, incomplete)),
  }
}
