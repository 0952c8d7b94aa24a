import { z } from 'zod'
import { raise, within, type Finding } from '../../rules/rule'
import { from2026, head, read, unsure, until2025 } from '../cite'
import { addDays, addMonths, nextApril, nextMonth } from '../../rules/days'
import { layerOf } from '../layers'
import { day } from '../../model/rebate/common'
import { settleWindow, warehouseRules } from '../warehouse'

/** The events of one export that terms are counted from. */
export const DeadlineGiven = z.object({
  exportDate: day,
  fxCollected: z.boolean().optional(),
  fxContractDate: day.optional(),
  refundPaidOn: day.optional(),
  claimedOn: day.optional(),
  exemptDeclaredOn: day.optional(),
  filingDocumentsFiledOn: day.optional(),
  preRefundDoneOn: day.optional(),
  agentExport: z.boolean().optional(),
  /** The goods came back, or the sale was cancelled or discounted. */
  returnedOn: day.optional(),
  repaidOn: day.optional(),
})
export type DeadlineGiven = z.infer<typeof DeadlineGiven>

export type LateClaim = 'notLate' | 'allowedWhenComplete' | 'allowedWithFxPapers' | 'lost' | 'closed'

export type Deadlines = {
  vatReturnMonth?: string
  filingStart?: string
  normalEnd?: string
  fxDeadline?: string
  limit36?: string
  limit36Blocks?: boolean
  warn30?: string
  filingDocumentsDue?: string
  retentionYears?: number
  agentCertificateDue?: string
  lateClaim?: LateClaim
  settleWindow?: [string, string]
}

const WARN_MONTHS = 30
const LIMIT_MONTHS = 36
const PAPER_DAYS = 15
/** From this day late claims were open again for exports of any earlier year. */
const LATE_OPEN = '2020-01-20'

const rule = (
  id: string,
  severity: 'blocking' | 'warning' | 'info',
  words: [string, string],
  fix: [string, string],
  basis: Parameters<typeof head>[4],
  days: { from?: string; to?: string } = {},
) => head(id, severity, words, fix, basis, days)

export const deadlineRules = {
  f01: rule(
    'F01',
    'warning',
    ['出口次月的增值税纳税申报期申报出口销售', 'The export is reported in the VAT return of the month after'],
    ['核对纳税申报', 'Check the return'],
    [read('24号', '四（一）、五（一）', until2025), read('5号', '十五', from2026)],
  ),
  f02: rule(
    'F02',
    'warning',
    [
      '出口次月 1 日起至次年 4 月 30 日前最后一个增值税纳税申报期申报',
      'Claims run from the first of the next month to the last filing period before 30 April of the next year',
    ],
    ['在期限内申报', 'Claim within the term'],
    [
      read('24号', '四（一）、五（一）', until2025),
      unsure('11号', '九（一）4（1）', from2026),
      read('11号', '九（一）4（8）', from2026),
    ],
  ),
  f03: rule(
    'F03',
    'warning',
    [
      '逾期：2020-01-20 起单证和信息齐全仍可申报；2026年起出口的凭收汇材料在36个月内申报',
      'Late: possible since 2020-01-20 when papers are complete; exports from 2026 with forex papers within 36 months',
    ],
    ['备齐收汇和单证后申报', 'Claim with complete papers and receipts'],
    [read('2020#2', '四', until2025), unsure('11号', '九（一）4', from2026)],
  ),
  f04: rule(
    'F04',
    'blocking',
    [
      '2026年起出口的货物自出口之日起满36个月未申报退税、免税：不能再申报，次日起视同内销',
      'Exports from 2026 neither claimed nor declared exempt within 36 months: closed, and taxed the day after',
    ],
    ['按视同内销申报', 'Report as a sale at home'],
    [read('11号', '九（一）4（5）至（7）'), read('regulation', '四十八')],
    from2026,
  ),
  f05: rule(
    'F05',
    'warning',
    [
      '次年 4 月 30 日前收汇；合同约定较晚的按合同，但不超过36个月；否则须符合视同收汇并留存收汇情况表',
      'Foreign exchange is collected by 30 April of the next year, or the later contract date within 36 months',
    ],
    ['催收，或准备视同收汇材料', 'Collect it, or bring what makes it count'],
    [unsure('2022#9', '', until2025), read('5号', '四十八', from2026)],
  ),
  f06: rule(
    'F06',
    'blocking',
    [
      '已退税而到期未收汇的，缴回已退税款，收汇后再申报',
      'Refunded and not collected in time: repay the refund, claim again after the receipt',
    ],
    ['办理缴回', 'Repay'],
    [unsure('11号', '九（一）4（1）', from2026), read('5号', '四十八', from2026)],
    from2026,
  ),
  f07: rule(
    'F07',
    'warning',
    [
      '申报后 15 日内收齐备案单证并填写目录',
      'The filing papers and their index are complete within 15 days of the claim',
    ],
    ['补齐备案单证目录', 'Complete the papers'],
    [read('2022#9', '二', until2025), read('5号', '四十五', from2026)],
    { from: '2022-05-01' },
  ),
  f08: rule(
    'F08',
    'info',
    [
      '备案单证保存：2026年前申报的 5 年，2026年起 10 年',
      'Papers are kept 5 years for claims before 2026, 10 from 2026',
    ],
    ['按年限保存', 'Keep them'],
    [read('2022#9', '二（一）', until2025), read('5号', '四十四、四十五', from2026)],
  ),
  f11: rule(
    'F11',
    'warning',
    [
      '代理出口货物证明：次年 4 月 15 日前由受托方申请（2020年起逾期仍可；2026年期限待确认）',
      'Agency certificate: by 15 April of the next year; later possible since 2020; the term from 2026 is open',
    ],
    ['请受托方开具证明', 'Have the agent apply'],
    [unsure('24号', '', until2025), read('2020#2', '四', until2025), unsure('5号', '第五章', from2026)],
  ),
  f12: rule(
    'F12',
    'info',
    [
      '36个月按自然日对日计算，遇无对应日取月末，不因节假日顺延，期满次日产生后果',
      'Months count day to day, clamped to the month end, without moving over holidays; effects come the day after',
    ],
    ['以显示日期为准', 'Take the day shown'],
    [read('11号', '九（一）4（5）、（7）')],
  ),
  f13: rule(
    'F13',
    'blocking',
    [
      '退税后发生退货、折让、销售中止的，缴回已退税款；复运进境前办理已补税/未退税证明',
      'Return, discount or cancelled sale after the refund: repay, and get the certificate before re-import',
    ],
    ['办理冲减或缴回', 'Reverse or repay'],
    [read('regulation', '五十', from2026), unsure('5号', '第五章', from2026)],
  ),
} as const
const r = deadlineRules

type Term = { rule: string; of(given: DeadlineGiven, soFar: Deadlines, asOf: string): Deadlines }

/** The terms of an export, one rule each, in the order they need each other. */
export const terms: readonly Term[] = [
  { rule: r.f01.id, of: ({ exportDate }) => ({ vatReturnMonth: nextMonth(exportDate).slice(0, 7) }) },
  {
    rule: r.f02.id,
    of: ({ exportDate }) => ({ filingStart: nextMonth(exportDate), normalEnd: nextApril(exportDate) }),
  },
  {
    rule: r.f05.id,
    of: ({ exportDate, fxContractDate }) => {
      const april = nextApril(exportDate)
      const last = addMonths(exportDate, LIMIT_MONTHS)
      if (fxContractDate === undefined || fxContractDate <= april) return { fxDeadline: april }
      return { fxDeadline: fxContractDate < last ? fxContractDate : last }
    },
  },
  {
    rule: r.f04.id,
    of: ({ exportDate, claimedOn, exemptDeclaredOn }, _, asOf) => {
      const months = layerOf(exportDate)?.deemedSaleMonths
      if (months === undefined) return { limit36Blocks: false }
      const limit36 = addMonths(exportDate, months)
      const inTime = [claimedOn, exemptDeclaredOn].some((on) => on !== undefined && on <= limit36)
      return { limit36, limit36Blocks: asOf > limit36 && !inTime, warn30: addMonths(exportDate, WARN_MONTHS) }
    },
  },
  {
    rule: r.f03.id,
    of: ({ exportDate, claimedOn }, { normalEnd, limit36 }, asOf) => {
      const at = claimedOn ?? asOf
      if (normalEnd === undefined || at <= normalEnd) return { lateClaim: 'notLate' }
      if (layerOf(exportDate)?.deemedSaleMonths === undefined) {
        return { lateClaim: at < LATE_OPEN ? 'lost' : 'allowedWhenComplete' }
      }
      return { lateClaim: limit36 !== undefined && at > limit36 ? 'closed' : 'allowedWithFxPapers' }
    },
  },
  {
    rule: r.f07.id,
    of: ({ claimedOn }) =>
      claimedOn === undefined ? {} : { filingDocumentsDue: addDays(claimedOn, PAPER_DAYS) },
  },
  {
    rule: r.f08.id,
    of: ({ claimedOn }, _, asOf) => ({ retentionYears: (claimedOn ?? asOf) >= '2026-01-01' ? 10 : 5 }),
  },
  {
    rule: r.f11.id,
    of: ({ exportDate, agentExport }) =>
      agentExport ? { agentCertificateDue: nextApril(exportDate, '04-15') } : {},
  },
  {
    rule: warehouseRules.f09.id,
    of: ({ preRefundDoneOn }) =>
      preRefundDoneOn === undefined ? {} : { settleWindow: settleWindow(preRefundDoneOn) },
  },
]

type Check = { rule: string; check(given: DeadlineGiven, terms: Deadlines, asOf: string): Finding[] }
const target = 'case'

/** What is overdue. */
export const deadlineChecks: readonly Check[] = [
  {
    rule: r.f03.id,
    check: ({ exportDate, claimedOn }, { lateClaim, normalEnd }) => {
      if (
        claimedOn !== undefined ||
        lateClaim === undefined ||
        lateClaim === 'notLate' ||
        lateClaim === 'closed'
      ) {
        return []
      }
      const message = {
        zh: '申报期已于 {normalEnd} 截止，按逾期处理',
        en: 'The term ended on {normalEnd}; the claim is late',
      }
      const severity = lateClaim === 'lost' ? 'blocking' : 'warning'
      const params = { normalEnd: normalEnd ?? '' }
      return [raise(r.f03, { target, field: 'claimedOn', severity, message, params, day: exportDate })]
    },
  },
  {
    rule: r.f04.id,
    check: (_, { limit36, limit36Blocks }) => {
      if (!limit36Blocks) return []
      const message = {
        zh: '36个月于 {limit36} 届满，未申报',
        en: 'The 36 months ended on {limit36} without a claim',
      }
      return [raise(r.f04, { target, field: 'exportDate', message, params: { limit36: limit36 ?? '' } })]
    },
  },
  {
    rule: r.f05.id,
    check: ({ exportDate, fxCollected, refundPaidOn }, { fxDeadline }, asOf) => {
      // A refund that was paid is repaid by F06, which speaks of exports from 2026.
      if (fxCollected !== false || (refundPaidOn !== undefined && within(exportDate, r.f06))) return []
      if (fxDeadline === undefined || asOf <= fxDeadline) return []
      const message = {
        zh: '应于 {fxDeadline} 前收汇，尚未收汇',
        en: 'To be collected by {fxDeadline}, and is not',
      }
      return [
        raise(r.f05, { target, field: 'fxCollected', message, params: { fxDeadline }, day: exportDate }),
      ]
    },
  },
  {
    rule: r.f06.id,
    check: ({ exportDate, fxCollected, refundPaidOn }, { fxDeadline }, asOf) =>
      within(exportDate, r.f06) &&
      fxCollected === false &&
      refundPaidOn !== undefined &&
      fxDeadline !== undefined &&
      asOf > fxDeadline
        ? [raise(r.f06, { target, field: 'refundPaidOn' })]
        : [],
  },
  {
    rule: r.f07.id,
    check: ({ filingDocumentsFiledOn }, { filingDocumentsDue: due }, asOf) =>
      due !== undefined && (filingDocumentsFiledOn ?? asOf) > due
        ? [raise(r.f07, { target, field: 'filingDocumentsFiledOn' })]
        : [],
  },
  {
    rule: r.f11.id,
    check: ({ exportDate, claimedOn }, { agentCertificateDue: due }, asOf) =>
      due !== undefined && claimedOn === undefined && asOf > due
        ? [raise(r.f11, { target, field: 'agentExport', day: exportDate })]
        : [],
  },
  {
    rule: r.f13.id,
    check: ({ returnedOn, refundPaidOn, repaidOn }) =>
      returnedOn !== undefined && refundPaidOn !== undefined && repaidOn === undefined
        ? [raise(r.f13, { target, field: 'returnedOn' })]
        : [],
  },
]

/** Every term of one export, and what is overdue on a day. The last day of a term is still in time. */
export function deadlinesOf(
  given: DeadlineGiven,
  asOf: string,
  rules: { terms: readonly Term[]; checks: readonly Check[] } = { terms, checks: deadlineChecks },
): Deadlines & { findings: Finding[] } {
  let found: Deadlines = {}
  for (const term of rules.terms) found = { ...found, ...term.of(given, found, asOf) }
  return { ...found, findings: rules.checks.flatMap(({ check }) => check(given, found, asOf)) }
}
