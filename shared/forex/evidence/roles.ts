import type { Text } from '../../model/text'

/** What a paper of an evidence pack is there for, in the order of the index. */
export const roles = {
  creditAdvice: { zh: '收款通知', en: 'Credit advice' },
  statement: { zh: '银行对账单', en: 'Bank statement' },
  settlement: { zh: '平台结算单', en: 'Platform settlement' },
  ledger: { zh: '支付机构账户流水', en: 'Ledger at the institution' },
  transactions: { zh: '交易电子信息', en: 'Transaction information' },
  order: { zh: '订单', en: 'Order' },
  payment: { zh: '支付明细', en: 'Payment line' },
  waybill: { zh: '物流运单', en: 'Waybill' },
  warehouseOut: { zh: '海外仓出库记录', en: 'Warehouse dispatch' },
  customsDoc: { zh: '清单 / 报关单', en: 'Customs document' },
  contract: { zh: '合同 / 协议', en: 'Contract' },
  invoice: { zh: '发票', en: 'Invoice' },
  costDocument: { zh: '境外费用单据', en: 'Cost document' },
  explanation: { zh: '情况说明', en: 'Explanation' },
  form: { zh: '申报单 / 申请书', en: 'Form' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Text>>
export type Role = keyof typeof roles

/** What a paper does for one receipt: how much of it is used, and what is left of the paper. */
export type Support = { creditId: string; used?: string; left?: string }

/** An original; its bytes go into the pack once, whatever it serves. `pages` as the officer counted them. */
export type Original = { name: string; bytes: Uint8Array; pages?: number }

/** One paper with its role and the receipts it supports. Without originals it is listed as such, with what is known of it. */
export type PackDocument = {
  role: Role
  no: string
  currency?: string
  supports: readonly Support[]
  originals: readonly Original[]
  note?: string
}
