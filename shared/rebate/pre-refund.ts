import { cmp, sum } from '../money/decimal'
import { raise, type Finding } from '../rules/rule'
import type { Link } from './match/index'
import type { ClaimExport } from '../model/rebate/claim'
import type { TreatmentLine } from '../model/rebate/export-line'
import { warehouse, warehouseRules } from './warehouse'

/** 退（免）税业务类型 of goods that are claimed before they are sold abroad. */
export const PRE_REFUND = 'HWC-YT'
export const MODE_9810 = '9810'

type Sold = Pick<TreatmentLine, 'soldQty' | 'bookedAsSale' | 'departed'> & {
  declaration: Pick<TreatmentLine['declaration'], 'supervisionMode' | 'qty'>
}

/**
 * What of a 9810 item is claimed as sold and what before its sale, in its deal unit. Without a split by the ledger of the
 * warehouse it is all of one: sold when it was booked as a sale, else not (G03). Undefined for other modes.
 */
export function partsOfClaim(
  { soldQty, bookedAsSale, departed, declaration: { supervisionMode, qty } }: Sold,
  asOf: string,
): { sold: string; unsold: string } | undefined {
  if (supervisionMode !== MODE_9810 || qty === undefined) return undefined
  const given = { stage: 'declare' as const, supervisionMode: MODE_9810 as typeof MODE_9810, departed, qty }
  const { normalClaimQty = '0', preRefundQty = '0' } = warehouse(
    { ...given, soldQty: soldQty ?? (bookedAsSale ? qty : '0') },
    asOf,
  )
  return { sold: normalClaimQty, unsold: preRefundQty }
}

const isBefore = ({ businessType }: ClaimExport): boolean => businessType === PRE_REFUND
const qtyOf = (rows: readonly ClaimExport[]): string => sum(rows.map(({ qty }) => qty))

/** What a claim says of a 9810 line against what is sold of it: G01 to G03. `rows`: the line in the 关联号 of the claim. */
export function preRefundFindings(
  line: TreatmentLine,
  rows: readonly ClaimExport[],
  asOf: string,
): Finding[] {
  const parts = partsOfClaim(line, asOf)
  const { g01, g02, g03 } = warehouseRules
  if (!parts || !line.departed || asOf < g01.from!) return []
  const target = `line:${line.line}`
  const findings: Finding[] = []
  const { soldQty, declaration } = line
  if (soldQty !== undefined && cmp(soldQty, declaration.qty!) > 0) {
    const message = {
      zh: '已售 {sold} 多于申报数量 {qty}',
      en: '{sold} sold is more than the {qty} declared',
    }
    findings.push(
      raise(g03, { target, field: 'soldQty', message, params: { sold: soldQty, qty: declaration.qty! } }),
    )
  }
  const [before, normal] = [rows.filter(isBefore), rows.filter((row) => !isBefore(row))].map(qtyOf)
  if (cmp(normal!, parts.sold) > 0) {
    const message = {
      zh: '已售 {sold}，按一般退税申报了 {normal}：其余未售，须按 HWC-YT 预退税申报',
      en: '{sold} is sold and {normal} claimed as usual: the rest is unsold and goes as HWC-YT',
    }
    const params = { sold: parts.sold, normal: normal! }
    findings.push(raise(g02, { target, field: 'soldQty', message, params }))
  }
  if (cmp(before!, parts.unsold) > 0) {
    const message = {
      zh: '未售 {unsold}，按 HWC-YT 预退税申报了 {before}：已售部分按一般退税申报',
      en: '{unsold} is unsold and {before} claimed as HWC-YT: what is sold is claimed as usual',
    }
    const params = { unsold: parts.unsold, before: before! }
    findings.push(raise(g01, { target, field: 'soldQty', severity: 'warning', message, params }))
  }
  return findings
}

/** A 关联号 of a pre-refund stands apart (G04). */
export function mixedLink({ linkNo, exports }: Link): Finding[] {
  const mixed = exports.some(isBefore) && !exports.every(isBefore)
  return mixed ? [raise(warehouseRules.g04, { target: `link:${linkNo}`, field: 'linkNo' })] : []
}
