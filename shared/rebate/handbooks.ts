import type { Handbook } from '../model/rebate/handbook'
import { cmp, div, isZero, mul } from '../money/decimal'
import { raise, type Finding } from '../rules/rule'
import { cents } from '../rules/explain'
import { manufacturerRules } from './amounts/manufacturer-rules'
import { claimKey } from './keys'
import type { DeclarationItem } from '../model/rebate/export-line'

const PLACES = 12
/** 进料对口 and its like: material of these modes stays bonded. */
const bondedModes: ReadonlySet<string> = new Set(['0615', '0654', '0664', '0700'])

/** Ratio that counts: the adjusted one once there is one, else planned import ÷ planned export; none without planned exports. */
export function ratioOf({ plannedImport, plannedExport, adjustedRatio }: Handbook): string | undefined {
  if (adjustedRatio !== undefined) return adjustedRatio
  return isZero(plannedExport) ? undefined : div(plannedImport, plannedExport, PLACES)
}

/** 保税进口料件组成计税价格 in an export: FOB in CNY × ratio (D10); none for material the buyer supplied (来料加工). */
export function bondedOf(fobCny: string, handbook: Handbook): string | undefined {
  if (handbook.kind === 'supplied') return undefined
  const ratio = ratioOf(handbook)
  return ratio === undefined ? undefined : cents(mul(fobCny, ratio))
}

/** What keeps the bonded material of an item from being counted, or makes it doubtful. */
export function handbookFindings(item: DeclarationItem, handbook: Handbook | undefined): Finding[] {
  const { no, item: gno, handbookNo, supervisionMode, exportDate } = item
  const target = `line:${claimKey(no, gno)}`
  const warn = (zh: string, en: string, params: Record<string, string> = {}) =>
    raise(manufacturerRules.d10, {
      target,
      field: 'handbookNo',
      severity: 'warning',
      message: { zh, en },
      params,
      day: exportDate,
    })
  if (handbookNo === undefined || handbookNo === '') {
    return bondedModes.has(supervisionMode)
      ? [
          warn(
            '监管方式 {mode} 为进料加工，报关单没有手（账）册号，保税料件没有扣除',
            'Mode {mode} is processing with purchased material, but the item names no handbook: nothing was deducted',
            { mode: supervisionMode },
          ),
        ]
      : []
  }
  const params = { handbook: handbookNo }
  if (!handbook) {
    return bondedModes.has(supervisionMode)
      ? [
          warn(
            '没有手（账）册 {handbook} 的资料，保税料件没有扣除；请导入手册',
            'Nothing is known of handbook {handbook}: no bonded material was deducted; import it',
            params,
          ),
        ]
      : []
  }
  if (handbook.kind === 'supplied') return []
  const ratio = ratioOf(handbook)
  if (ratio === undefined) {
    return [
      warn(
        '手（账）册 {handbook} 的计划出口总值为 0，算不出计划分配率，保税料件没有扣除',
        'Planned exports of handbook {handbook} are 0: no ratio, and nothing was deducted',
        params,
      ),
    ]
  }
  const findings: Finding[] = []
  if (cmp(ratio, '1') > 0) {
    findings.push(
      warn(
        '手（账）册 {handbook} 的分配率大于 1，请核对计划进口、出口总值',
        'The ratio of handbook {handbook} is above 1: check its planned sums',
        params,
      ),
    )
  }
  if (handbook.validTo !== undefined && exportDate > handbook.validTo) {
    findings.push(
      warn(
        '出口日期晚于手（账）册 {handbook} 的有效期 {validTo}',
        'Exported after handbook {handbook} ended on {validTo}',
        { ...params, validTo: handbook.validTo },
      ),
    )
  }
  return findings
}
