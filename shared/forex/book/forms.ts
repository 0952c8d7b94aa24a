import { z } from 'zod'
import { day, decimalText, field, instant } from '../../model/field'
import { Money } from '../model/common'
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
}) satisfies z.ZodType<FormAnswers>

const application = z.object({
  amount: z.string(),
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
}) satisfies z.ZodType<Omit<ApplicationAnswers, 'earlier'>>

const rmb = z.object({
  receivedOn: day,
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
}) satisfies z.ZodType<RmbAnswers>

/** What an officer answers to each form a receipt is presented with. */
export const formAnswers = { receipt, application, rmb } as const
export type FormKind = keyof typeof formAnswers
export type AnswersOf = {
  receipt: FormAnswers
  application: Omit<ApplicationAnswers, 'earlier'>
  rmb: RmbAnswers
}
/** One form with its answers. */
export type AnsweredForm = { [K in FormKind]: { form: K; answers: AnswersOf[K] } }[FormKind]

const kept = <T extends z.ZodType>(answers: T) =>
  z.object({ answers, by: z.string(), at: instant }).optional()

/** Answers of the forms of a receipt as they were stored, by whom and when; earlier ones stay in the journal. */
export const KeptForms = z.object({ receipt: kept(receipt), application: kept(application), rmb: kept(rmb) })
export type KeptForms = z.infer<typeof KeptForms>
