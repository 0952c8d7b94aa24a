import type { Text } from '../../model/text'

/** Kinds of files of the cashier's room as the import room says how it read one, by the id that stands in reports. */
const names: Readonly<Record<string, Text>> = {
  mt940: { zh: 'MT940 对账单', en: 'MT940 statement' },
  mt103: { zh: 'MT103 收款报文', en: 'MT103 advice' },
  camt052: { zh: 'camt.052 当日明细', en: 'camt.052 report' },
  camt053: { zh: 'camt.053 对账单', en: 'camt.053 statement' },
  camt054: { zh: 'camt.054 收付通知', en: 'camt.054 notification' },
  table: { zh: '银行流水表格', en: 'Table of a bank' },
  'amazon-settlement-v2': { zh: 'Amazon 结算单 V2', en: 'Amazon settlement V2' },
  'amazon-settlement-v1': { zh: 'Amazon 结算单 V1', en: 'Amazon settlement V1' },
  'paypal-activity': { zh: 'PayPal 交易明细', en: 'PayPal activity' },
  'stripe-balance-report': { zh: 'Stripe 余额报告', en: 'Stripe balance report' },
  'stripe-balance-history': { zh: 'Stripe 余额明细', en: 'Stripe balance history' },
  'template-settlement': { zh: '平台结算空白模板', en: 'Own template of settlements' },
  'template-account-ledger': { zh: '机构流水空白模板', en: 'Own template of ledgers' },
  'mapped-settlement': { zh: '平台结算单（按列名）', en: 'Settlement, by its columns' },
  'mapped-account-ledger': { zh: '机构流水（按列名）', en: 'Ledger of an account, by its columns' },
  'safe-rates': { zh: '各种货币对美元折算率表', en: 'Table of SAFE’s rates' },
  'bank-quotes': { zh: '银行外汇牌价表', en: 'Prices of a bank' },
}

/** The name of a way to read a file; its id where it has none. */
export const fileFormatName = (id: string): Text => names[id] ?? { zh: id, en: id }
