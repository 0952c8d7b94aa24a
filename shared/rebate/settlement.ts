import { z } from 'zod'
import type { Text } from '../model/text'
import { add, cmp, sub } from '../money/decimal'
import type { Finding } from '../rules/rule'
import { day, decimalText, quantity } from '../model/rebate/common'
import { settleWindow, warehouse, warehouseRules, type WarehouseResult } from './warehouse'

export const settlementActions = ['noAdjustment', 'adjust', 'reverseAll', 'recover'] as const
export type SettlementAction = (typeof settlementActions)[number]

export const actionNames: Readonly<Record<SettlementAction, Text>> = {
  noAdjustment: { zh: '无需调整申报', en: 'Nothing to adjust' },
  adjust: { zh: '全额冲减后重新申报', en: 'Reversed and claimed anew' },
  reverseAll: { zh: '未售，全额冲减并缴回', en: 'Unsold: reversed and repaid' },
  recover: { zh: '逾期未核算，预退税款追回', en: 'Not settled in time: recovered' },
}

/** 核算 of a pre-refund, as it was made. Quantities in the deal unit, amounts in CNY; `by`, `at`: who and when. */
export const Settlement = z.object({
  on: day,
  soldQty: quantity,
  lostQty: quantity.optional(),
  actualRefund: decimalText.optional(),
  action: z.enum(settlementActions),
  reverse: decimalText.optional(),
  redeclare: decimalText.optional(),
  netChange: decimalText.optional(),
  by: z.string(),
  at: z.string(),
})
export type Settlement = z.infer<typeof Settlement>

/** What is known of a pre-refund when it is settled. `paidOn`: the day it was paid. */
export type PreRefund = { qty: string; refund?: string | undefined; paidOn?: string | undefined }
export type SettlementGiven = {
  on: string
  soldQty: string
  lostQty?: string | undefined
  actualRefund?: string | undefined
}

export type Settled = { result: WarehouseResult & { action: SettlementAction }; findings: Finding[] }
export type SettlementRefused = {
  refused: { field: keyof SettlementGiven | 'paidOn'; text: Text; fix: Text }
}

const refuse = (field: keyof SettlementGiven | 'paidOn', text: Text, fix: Text): SettlementRefused => ({
  refused: { field, text, fix },
})

/**
 * 核算 of one pre-refund by 公告2025年第3号 (F09, F10, G05, G09), or why it cannot be made yet: not paid, more sold and lost
 * than was claimed, or without the refund the sold part really gives.
 */
export function settlePreRefund(
  { qty, refund, paidOn }: PreRefund,
  { on, soldQty, lostQty = '0', actualRefund }: SettlementGiven,
): Settled | SettlementRefused {
  if (paidOn === undefined || refund === undefined) {
    return refuse(
      'paidOn',
      { zh: '预退税尚未到账，还不能核算', en: 'The pre-refund has not been paid: nothing to settle yet' },
      { zh: '先在“申报后”记录退库到账', en: 'Note first that it was paid, in the step after the claim' },
    )
  }
  if (cmp(add(soldQty, lostQty), qty) > 0) {
    return refuse(
      'soldQty',
      {
        zh: `已售 ${soldQty} 加灭失 ${lostQty} 多于预退税数量 ${qty}`,
        en: `${soldQty} sold and ${lostQty} lost are more than the ${qty} of the pre-refund`,
      },
      { zh: '按海外仓销售台账核对数量', en: 'Check the quantities against the ledger of the warehouse' },
    )
  }
  const { findings, action, ...result } = warehouse(
    {
      stage: 'settle',
      supervisionMode: '9810',
      qty,
      soldQty,
      lostQty,
      preRefund: refund,
      preRefundDoneOn: paidOn,
      settleOn: on,
      actualRefund,
    },
    on,
  )
  if (action === 'adjust' && actualRefund === undefined) {
    return refuse(
      'actualRefund',
      {
        zh: '部分已售：缺已售部分按实际销售应退的税额',
        en: 'Sold in part: the refund of that part is missing',
      },
      {
        zh: '按已售部分的进货凭证算出应退税额后填写',
        en: 'Work it out by the vouchers of what was sold and enter it',
      },
    )
  }
  return { result: { ...result, action: action as SettlementAction }, findings }
}

/** How a settlement changes the line: nothing given back, a part of it, or all of it. */
export function settlementEvent(
  { action, netChange, reverse }: Pick<Settlement, 'action' | 'netChange' | 'reverse'>,
  wholeLine: boolean,
): { event: 'settle' | 'reverse'; amount?: string } {
  const amount = action === 'noAdjustment' ? '0.00' : (netChange ?? reverse)
  const back = (action === 'reverseAll' || action === 'recover') && wholeLine
  return { event: back ? 'reverse' : 'settle', ...(amount !== undefined && { amount }) }
}

export const settlementStates = ['unpaid', 'early', 'open', 'overdue', 'settled'] as const
export type SettlementState = (typeof settlementStates)[number]

/** Where a pre-refund stands on a day, and the window it is to be settled in (F09). */
export function settlementState(
  { paidOn }: Pick<PreRefund, 'paidOn'>,
  settled: boolean,
  asOf: string,
): { state: SettlementState; window?: [string, string]; rule: string } {
  const { f09, f10 } = warehouseRules
  if (paidOn === undefined) return { state: settled ? 'settled' : 'unpaid', rule: f09.id }
  const window = settleWindow(paidOn)
  if (settled) return { state: 'settled', window, rule: f09.id }
  if (asOf < window[0]) return { state: 'early', window, rule: f09.id }
  return asOf > window[1]
    ? { state: 'overdue', window, rule: f10.id }
    : { state: 'open', window, rule: f09.id }
}

/**
 * What a settlement gave back and may be claimed as usual once it is sold, in the deal unit: all that was not redeclared, less
 * what is lost. Zero before a settlement, and where nothing had to be adjusted.
 */
export function reclaimableQty(
  { qty }: Pick<PreRefund, 'qty'>,
  settlement: Pick<Settlement, 'action' | 'soldQty' | 'lostQty'> | undefined,
): string {
  if (!settlement || settlement.action === 'noAdjustment') return '0'
  const { action, soldQty, lostQty = '0' } = settlement
  const rest = sub(qty, add(action === 'adjust' ? soldQty : '0', lostQty))
  return cmp(rest, '0') > 0 ? rest : '0'
}
