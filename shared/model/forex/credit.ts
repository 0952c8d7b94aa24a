import { z } from 'zod'
import { field } from '../field'
import { country, currency, customsDocType, day, decimalText, Money } from './common'

/** Charges as a credit advice states them: 33B, 32A, 71A, 71F, 71G. */
export const Charges = z.strictObject({
  bearer: z.enum(['OUR', 'SHA', 'BEN']),
  instructed: Money.optional(),
  settled: Money.optional(),
  senderCharges: z.array(Money).optional(),
  receiverCharges: z.array(Money).optional(),
})
export type Charges = z.infer<typeof Charges>

export const Payer = z.strictObject({
  name: field(z.string(), 'personal', '付款人', 'Payer'),
  country: country.optional(),
  /** `thirdParty`: neither the buyer nor a licensed wallet. */
  relation: z.enum(['buyer', 'licensedWallet', 'thirdParty']),
  linkedReport: z.boolean().optional(),
  payOnBehalfDoc: z.string().nullable().optional(),
})
export type Payer = z.infer<typeof Payer>

/** A part of a receipt that is of one kind. */
export const Nature = z.strictObject({
  kind: z.enum(['goods', 'compensation', 'service', 'other']),
  supervisionMode: z.string().nullable().optional(),
  docType: customsDocType.nullable().optional(),
  amount: decimalText,
})
export type Nature = z.infer<typeof Nature>

/** Money a bank credited. `amount` is what was credited, `valueDate` the day of it. */
export const BankCredit = z.strictObject({
  id: field(z.string().min(1), 'business', '收款流水号', 'Credit number'),
  channel: z.enum(['bank', 'paymentInstitution']),
  institution: z.strictObject({ name: z.string(), fxRegistered: z.boolean().optional() }).optional(),
  amount: field(decimalText, 'business', '入账金额', 'Amount credited'),
  currency,
  valueDate: day,
  payer: Payer.optional(),
  remittanceInfo: field(z.string().optional(), 'business', '附言', 'Remittance information'),
  charges: Charges.optional(),
  uetr: z.string().optional(),
  natures: z.array(Nature).min(1).optional(),
  isAdvance: z.boolean().optional(),
  /** Day of the 涉外收入申报; null: not declared yet. */
  declaredOn: day.nullable().optional(),
  /** What the person responsible knows of this money. */
  riskAnswers: z.array(z.enum(['privateDealing', 'illegalInflow'])).optional(),
})
export type BankCredit = z.infer<typeof BankCredit>

/** A 登记表 of SAFE. */
export const RegistrationForm = z.strictObject({
  no: z.string(),
  creditId: z.string(),
  currency,
  amount: decimalText,
  validTo: day,
  bank: z.string().optional(),
})
export type RegistrationForm = z.infer<typeof RegistrationForm>

/** A bank's bid for `unit` units of the currency. */
export const Quote = z.strictObject({
  creditId: z.string(),
  convert: decimalText,
  bid: decimalText,
  unit: z.int().positive(),
  bookedRate: decimalText.optional(),
  ageMinutes: z.int().optional(),
})
export type Quote = z.infer<typeof Quote>

const optionalText = z.string().nullable().optional()

/** A filled 涉外收入申报单. */
export const DraftForm = z.strictObject({
  creditId: z.string(),
  txAmount: z.string(),
  settledAmount: optionalText,
  settledRate: optionalText,
  settledAccount: optionalText,
  fxAmount: optionalText,
  fxAccount: optionalText,
  otherAmount: optionalText,
  otherAccount: optionalText,
  lines: z.array(z.strictObject({ code: z.string(), amount: z.string() })).optional(),
})
export type DraftForm = z.infer<typeof DraftForm>

/** 跨境业务人民币结算收款说明. */
export const RmbStatement = z.strictObject({
  creditId: z.string(),
  declaredGoods: decimalText.optional(),
  advance: decimalText.optional(),
  noCustoms: decimalText.optional(),
  contractAmount: decimalText.optional(),
  expectedExport: day.nullable().optional(),
})
export type RmbStatement = z.infer<typeof RmbStatement>
