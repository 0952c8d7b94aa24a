import { cmp, isZero, neg, sub } from '../money/decimal'
import { raise, type Finding } from '../rules/rule'
import { head, house, read, unsure } from './cite'
import { nextApril, nextMonth } from '../rules/days'
import { cents } from '../rules/explain'

export type WarehouseGiven = {
  enterpriseType?: 'trading' | 'manufacturer' | undefined
  supervisionMode?: '9810' | '9710' | undefined
  departed?: boolean | undefined
  qty?: string | undefined
  soldQty?: string | undefined
  /** Sold and unsold stand apart on the claim. */
  soldSplitGiven?: boolean | undefined
  /** Lost, destroyed or given away abroad. */
  lostQty?: string | undefined
  stage: 'declare' | 'settle'
  preRefund?: string | undefined
  preRefundDoneOn?: string | undefined
  settleOn?: string | undefined
  actualRefund?: string | undefined
}

export type WarehouseResult = {
  treatAllAs?: 'unsold' | 'sold'
  normalClaimQty?: string
  preRefundQty?: string
  businessTypeCode?: string
  separateLinkNo?: boolean
  separateSequenceNo?: boolean
  action?: 'noAdjustment' | 'adjust' | 'reverseAll' | 'recover' | 'normalClaim'
  reverse?: string
  redeclare?: string
  netChange?: string
  surplusHandling?: 'offsetOrRepay' | 'none'
  settleWindow?: [string, string]
}

const rule = (
  id: string,
  severity: 'blocking' | 'warning' | 'info',
  words: [string, string],
  fix: [string, string],
  basis = [read('2025#3', '一')],
) => head(id, severity, words, fix, basis, { from: '2025-01-27' })

export const warehouseRules = {
  g01: rule(
    'G01',
    'info',
    [
      '9810 货物离境即可申报：已售部分按一般退税，未售部分预退税',
      'Goods under 9810 may be claimed when they left: sold as usual, unsold as pre-refund',
    ],
    ['离境后申报', 'Claim after they left'],
  ),
  g02: rule(
    'G02',
    'blocking',
    ['未售部分业务类型填 HWC-YT（海外仓预退）', 'Business type HWC-YT for the unsold part'],
    ['明细表业务类型填 HWC-YT', 'Enter HWC-YT in the detail form'],
    [read('2025#3', '二（一）')],
  ),
  g03: rule(
    'G03',
    'warning',
    [
      '同一报关单项可拆分已售、未售；未区分的全部按未售处理',
      'An item may be split into sold and unsold; without the split all counts as unsold',
    ],
    ['按销售台账拆分', 'Split it by the sales ledger'],
    [read('2025#3', '二（二）')],
  ),
  g04: rule(
    'G04',
    'blocking',
    [
      '预退税：生产企业单独申报序号，外贸企业单独关联号',
      'Pre-refund: a sequence of its own for manufacturers, a link number of its own for trading companies',
    ],
    ['单独编号', 'Number it apart'],
    [unsure('2025#3', '二（三）')],
  ),
  g05: rule(
    'G05',
    'blocking',
    [
      '核算：无差异确认无需调整；有差异全额冲减后重新申报；未售全额冲减并缴回，以后再申报',
      'Settlement: no difference, nothing to adjust; a difference reverses all and claims anew; unsold reverses and repays',
    ],
    ['按核算结果申报', 'Claim by the result'],
    [read('2025#3', '四')],
  ),
  g08: rule(
    'G08',
    'info',
    ['9710 为 B2B 直接出口，一般退税，没有预退税', '9710 is a direct export: a normal refund, no pre-refund'],
    ['按一般退税申报', 'Claim as usual'],
    [house('practice')],
  ),
  g09: rule(
    'G09',
    'warning',
    [
      '核算时已灭失、销毁、赠送的按未售处理并缴回；是否征税或免税需向税务机关确认',
      'Lost, destroyed or given away at settlement: as not sold, repaid; taxed or exempt must be asked',
    ],
    ['向主管税务机关确认', 'Ask the tax office'],
    [read('2025#3', '四'), unsure('practice')],
  ),
  f09: rule(
    'F09',
    'blocking',
    [
      '预退税办结次月 1 日至次年 4 月 30 日各申报期内核算',
      'Settle from the first of the month after the pre-refund to 30 April of the next year',
    ],
    ['在窗口期内核算', 'Settle within the window'],
    [read('2025#3', '三')],
  ),
  f10: rule(
    'F10',
    'blocking',
    [
      '逾期未核算的，预退税款全额追回；实际销售后再按一般退税申报',
      'Not settled in time: the pre-refund is recovered; claim as usual after the sale',
    ],
    ['缴回预退税款', 'Repay the pre-refund'],
    [read('2025#3', '三 第二款')],
  ),
} as const
const r = warehouseRules

/** When a pre-refund is to be settled (F09). */
export const settleWindow = (doneOn: string): [string, string] => [nextMonth(doneOn), nextApril(doneOn)]

type Outcome = { part: WarehouseResult; findings?: Finding[]; stop?: boolean }
/** One step of declaring or settling; `stop` ends the steps. */
export type WarehouseStep = {
  rule: string
  stage: WarehouseGiven['stage'] | 'both'
  take(given: WarehouseGiven, soFar: WarehouseResult, asOf: string): Outcome | undefined
}

const at = (given: WarehouseGiven, asOf: string): string => given.settleOn ?? asOf

/** What is reversed and claimed anew, and what remains of it. */
function moved(
  action: WarehouseResult['action'],
  preRefund: string | undefined,
  again: string | undefined,
): WarehouseResult {
  if (preRefund === undefined) return { ...(action && { action }) }
  const net = again === undefined ? undefined : cents(sub(again, preRefund))
  return {
    ...(action && { action }),
    reverse: cents(neg(preRefund)),
    ...(again !== undefined && { redeclare: cents(again) }),
    ...(net !== undefined && {
      netChange: net,
      surplusHandling: cmp(net, '0') < 0 ? 'offsetOrRepay' : 'none',
    }),
  }
}

export const warehouseSteps: readonly WarehouseStep[] = [
  {
    rule: r.g08.id,
    stage: 'both',
    take: ({ supervisionMode, qty }) =>
      supervisionMode === '9710'
        ? {
            part: {
              action: 'normalClaim',
              ...(qty !== undefined && { normalClaimQty: qty, preRefundQty: '0' }),
            },
            stop: true,
          }
        : undefined,
  },
  {
    rule: r.g01.id,
    stage: 'declare',
    take: ({ departed }) =>
      departed === false
        ? {
            part: { normalClaimQty: '0', preRefundQty: '0' },
            findings: [
              raise(r.g01, {
                target: 'case',
                field: 'departed',
                severity: 'blocking',
                message: { zh: '尚未离境，不能申报', en: 'Not departed: no claim yet' },
              }),
            ],
            stop: true,
          }
        : undefined,
  },
  {
    rule: r.g01.id,
    stage: 'declare',
    take: ({ qty = '0', soldQty = '0' }) => {
      const sold = cmp(soldQty, qty) > 0 ? qty : soldQty
      const unsold = sub(qty, sold)
      const all = isZero(sold) ? 'unsold' : isZero(unsold) ? 'sold' : undefined
      return { part: { ...(all && { treatAllAs: all }), normalClaimQty: sold, preRefundQty: unsold } }
    },
  },
  {
    rule: r.g03.id,
    stage: 'declare',
    take: ({ qty = '0', soldSplitGiven }, { normalClaimQty = '0', preRefundQty = '0' }) => {
      if (soldSplitGiven !== false || isZero(normalClaimQty) || isZero(preRefundQty)) return undefined
      return {
        part: { treatAllAs: 'unsold', normalClaimQty: '0', preRefundQty: qty },
        findings: [raise(r.g03, { target: 'case', field: 'soldQty' })],
      }
    },
  },
  {
    rule: r.g02.id,
    stage: 'declare',
    take: (_, { preRefundQty = '0' }) =>
      isZero(preRefundQty) ? undefined : { part: { businessTypeCode: 'HWC-YT' } },
  },
  {
    rule: r.g04.id,
    stage: 'declare',
    take: ({ enterpriseType }, { preRefundQty = '0' }) => {
      const apart = !isZero(preRefundQty)
      return {
        part: {
          separateLinkNo: apart && enterpriseType === 'trading',
          separateSequenceNo: apart && enterpriseType === 'manufacturer',
        },
      }
    },
  },
  {
    rule: r.f09.id,
    stage: 'settle',
    take: ({ preRefundDoneOn, ...given }, _, asOf) => {
      if (preRefundDoneOn === undefined) return undefined
      const window = settleWindow(preRefundDoneOn)
      const early = given.settleOn !== undefined && at(given, asOf) < window[0]
      const message = {
        zh: '核算窗口 {from} 至 {to}，尚未开始',
        en: 'The window is {from} to {to}; it has not begun',
      }
      const params = { from: window[0], to: window[1] }
      return {
        part: { settleWindow: window },
        ...(early && {
          findings: [
            raise(r.f09, { target: 'case', field: 'settleOn', severity: 'warning', message, params }),
          ],
        }),
      }
    },
  },
  {
    rule: r.f10.id,
    stage: 'settle',
    take: (given, { settleWindow: window }, asOf) =>
      window !== undefined && at(given, asOf) > window[1]
        ? {
            part: moved('recover', given.preRefund, '0'),
            findings: [raise(r.f10, { target: 'case', field: 'settleOn' })],
            stop: true,
          }
        : undefined,
  },
  {
    rule: r.g09.id,
    stage: 'settle',
    take: ({ lostQty = '0' }) =>
      isZero(lostQty)
        ? undefined
        : { part: {}, findings: [raise(r.g09, { target: 'case', field: 'lostQty' })] },
  },
  {
    rule: r.g05.id,
    stage: 'settle',
    take: ({ qty, soldQty, preRefund, actualRefund }) => {
      // Without quantities the refund of what was sold tells it: none of it, or as much as was refunded before.
      const sold = soldQty ?? actualRefund
      if (sold === undefined) return undefined
      if (isZero(sold)) return { part: moved('reverseAll', preRefund, '0') }
      const all = qty === undefined || soldQty === undefined || cmp(soldQty, qty) >= 0
      const same = preRefund !== undefined && actualRefund !== undefined && cmp(preRefund, actualRefund) === 0
      if (all && same) return { part: { action: 'noAdjustment', netChange: '0.00', surplusHandling: 'none' } }
      return { part: moved('adjust', preRefund, actualRefund) }
    },
  },
]

/** Goods in an overseas warehouse: what may be claimed, and what a settlement brings. */
export function warehouse(
  given: WarehouseGiven,
  asOf: string,
  steps: readonly WarehouseStep[] = warehouseSteps,
): WarehouseResult & { findings: Finding[] } {
  let result: WarehouseResult = {}
  const findings: Finding[] = []
  for (const { stage, take } of steps) {
    if (stage !== 'both' && stage !== given.stage) continue
    const outcome = take(given, result, asOf)
    if (!outcome) continue
    result = { ...result, ...outcome.part }
    findings.push(...(outcome.findings ?? []))
    if (outcome.stop) break
  }
  return { ...result, findings }
}
