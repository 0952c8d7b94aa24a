import { z } from 'zod'
import { day, decimalText, field, instant } from '../../model/field'
import { isDecimal } from '../../money/decimal'
import { Money } from '../../model/forex/common'
import { Overrides } from '../../model/override'
import type { Applied } from '../ledger/applications'
import type { FormAnswers } from '../outputs/receipt-form'
import { paymentKinds, settlementMethods } from '../outputs/receipt-form'
import type { RmbAnswers } from '../outputs/rmb-note'
import type { ApplicationAnswers } from '../outputs/settlement-application'
import { conversionWays } from '../outputs/settlement-application'

const keys = <T extends string>(of: Readonly<Record<T, unknown>>) => Object.keys(of) as [T, ...T[]]
const accountNo = field(z.string().optional(), 'business', '账号', 'Account')
const person = field(z.string().optional(), 'personal', '填报人', 'Filled in by')
const phone = field(z.string().optional(), 'personal', '填报人电话', 'Phone')

const receipt = z.object({
  action: z.enum(['A', 'C', 'D']).optional(),
  actionReason: z.string().optional(),
  settledAccount: accountNo,
  fxAccount: accountNo,
  otherAmount: decimalText.optional(),
  otherAccount: accountNo,
  method: z.enum(keys(settlementMethods)).optional(),
  paymentKind: z.enum(keys(paymentKinds)).optional(),
  payerCountry: z.string().optional(),
  bonded: z.boolean().optional(),
  registrationNo: z.string().optional(),
  domesticCharge: Money.optional(),
  filledBy: person,
  phone,
  reportDate: day.optional(),
  overrides: Overrides,
}) satisfies z.ZodType<FormAnswers>

const application = z.object({
  amount: z.string(),
  orders: z.array(field(z.string(), 'business', '订单号', 'Order number')).optional(),
  way: z.enum(keys(conversionWays)),
  limitRate: z.string().optional(),
  fromAccount: field(z.string(), 'business', '外汇账户', 'Account in foreign currency'),
  toAccount: field(z.string(), 'business', '人民币入账账号', 'Account in yuan'),
  accountName: z.string(),
  use: z.string(),
  attachments: z.array(z.string()),
  maker: field(z.string(), 'personal', '经办', 'Made by'),
  checker: field(z.string(), 'personal', '复核', 'Checked by'),
  date: z.string(),
  declaredCodes: z.array(z.string()).optional(),
}) satisfies z.ZodType<ApplicationAnswers>

const rmb = z.object({
  receivedOn: day.optional(),
  declared: z
    .object({
      general: decimalText,
      feeding: decimalText,
      supplied: decimalText,
      border: decimalText,
      other: decimalText,
    })
    .partial()
    .optional(),
  daysToExport: z.string().optional(),
  exporter: z.object({ name: z.string(), code: z.string() }).optional(),
  service: z.object({ amount: decimalText, code: z.string() }).optional(),
  goods: z.string(),
  paperUse: z.string(),
  filledBy: field(z.string(), 'personal', '填报人', 'Filled in by'),
  phone: field(z.string(), 'personal', '填报人电话', 'Phone'),
  overrides: Overrides,
}) satisfies z.ZodType<RmbAnswers>

/** What an officer answers to each form a receipt is presented with. */
export const formAnswers = { receipt, application, rmb } as const
export type FormKind = keyof typeof formAnswers
export type AnswersOf = {
  receipt: FormAnswers
  application: ApplicationAnswers
  rmb: RmbAnswers
}
/** One form with its answers. A receipt has several applications: `no` tells which, absent it is a new one. */
export type AnsweredForm =
  | { form: 'receipt'; answers: AnswersOf['receipt'] }
  | { form: 'rmb'; answers: AnswersOf['rmb'] }
  | { form: 'application'; answers: AnswersOf['application']; no?: number | undefined }

const stored = { by: z.string(), at: instant }
const kept = <T extends z.ZodType>(answers: T) => z.object({ answers, ...stored }).optional()

/** 结汇申请 of a part of a receipt. Once `submitted` only the bank's answer is added to it. */
export const KeptApplication = z.object({
  no: z.int().positive(),
  answers: application,
  draws: z
    .array(
      z.object({ orderId: field(z.string(), 'business', '订单号', 'Order number'), amount: decimalText }),
    )
    .optional(),
  ...stored,
  submitted: z.object({ on: day, by: z.string() }).optional(),
  returned: z.object({ on: day, reason: z.string().min(1), by: z.string() }).optional(),
})
export type KeptApplication = z.infer<typeof KeptApplication>

/** Answers of the forms of a receipt as they were stored, by whom and when; earlier ones stay in the journal. */
export const KeptForms = z.object({
  receipt: kept(receipt),
  applications: z.array(KeptApplication).optional(),
  rmb: kept(rmb),
})
export type KeptForms = z.infer<typeof KeptForms>

/** Applications as their usage ledger takes them. */
export const appliedOf = (forms: KeptForms | undefined): Applied[] =>
  (forms?.applications ?? []).map(({ answers, ...one }) => ({
    ...one,
    amount: isDecimal(answers.amount) ? answers.amount : '0',
  }))
