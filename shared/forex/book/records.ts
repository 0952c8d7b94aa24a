import { z } from 'zod'
import { currency, day, decimalText, field, instant } from '../../model/field'
import { creditNatures, differenceReasons, type CreditNature, type DifferenceReason } from '../ledger/claims'
import type { BridgeReason, StepId } from '../ledger/month-bridge'
import { bridgeReasons } from '../ledger/month-bridge'
import { figureNames, type FigureName } from '../ledger/month-figures'
import { ForexSettings, month, Subject } from '../../model/forex/common'
import { KeptForms } from './forms'
import { BankCredit, DraftForm, RmbStatement } from '../../model/forex/credit'
import { costClass } from '../../model/forex/netting'
import { PaperUse } from '../../model/forex/papers'
import { results } from '../../model/forex/result'

const keys = <T extends string>(of: Readonly<Record<T, unknown>>) => Object.keys(of) as [T, ...T[]]

/** Where a receipt stands: nobody said what it is, it left the flow, it waits for its papers, it was handed to the bank. */
export const creditStages = ['unclaimed', 'inFlow', 'outOfFlow', 'presented'] as const
export type CreditStage = (typeof creditStages)[number]

/** 认领: what a credit is. Earlier claims of it stay in the journal. */
export const CreditClaim = z.object({
  nature: z.enum(keys<CreditNature>(creditNatures)),
  shop: z.string().optional(),
  customer: field(z.string().optional(), 'personal', '客户', 'Customer'),
  reason: z.string().optional(),
  by: z.string(),
  at: instant,
})
export type CreditClaim = z.infer<typeof CreditClaim>

/** What an officer knows of a credit and no file tells. Absent: nobody has said so, and it is not examined. */
export const CreditAnswers = BankCredit.pick({
  payer: true,
  charges: true,
  natures: true,
  isAdvance: true,
  declaredOn: true,
  riskAnswers: true,
})
  .partial()
  .extend({
    /** Registered institution that paid, by its name in the settings of the room; '' where none did. */
    institution: z.string().optional(),
    /** The bank asked, how much is converted, and at which rate it was booked. */
    conversion: z
      .object({ bank: z.string(), convert: decimalText, bookedRate: decimalText.optional() })
      .optional(),
    form: DraftForm.omit({ creditId: true }).optional(),
    rmb: RmbStatement.omit({ creditId: true }).optional(),
  })
export type CreditAnswers = z.infer<typeof CreditAnswers>

/** A part of a credit that paid an order. */
export const CreditLine = z.object({
  id: field(z.string().min(1), 'business', '支付流水', 'Payment number'),
  orderId: field(z.string().nullable(), 'business', '订单号', 'Order number'),
  amount: decimalText,
  /** How it was found, where it was not linked by hand. */
  why: z.object({ zh: z.string(), en: z.string() }).optional(),
})
export type CreditLine = z.infer<typeof CreditLine>

/** What a person says of the statement behind a netted credit. Costs by the id of the cost. */
export const NettingAnswers = z.object({
  counterparty: z.string().optional(),
  declaredValueOfSoldGoods: decimalText.optional(),
  costs: z.record(
    z.string(),
    z.object({
      class: costClass,
      documentId: z.string().nullable().optional(),
      ownGoods: z.boolean().optional(),
      counterparty: z.string().optional(),
    }),
  ),
})
export type NettingAnswers = z.infer<typeof NettingAnswers>

/** A conversion the bank did; `application`: the number of the application it answers. */
export const Conversion = z.object({
  on: day,
  amount: decimalText,
  cny: decimalText,
  application: z.int().positive().optional(),
  by: z.string(),
})
export type Conversion = z.infer<typeof Conversion>

const DealtWith = z.record(z.string(), z.object({ reason: z.string().min(1), who: z.string(), at: instant }))

/** Everything somebody did about one credit. `importIds`: imports it rests on, none of which is undone under it. */
export const ForexCredit = z.object({
  creditId: field(z.string().min(1), 'business', '收款流水号', 'Credit number'),
  importIds: z.array(z.string()),
  claim: CreditClaim.optional(),
  answers: CreditAnswers,
  lines: z.array(CreditLine),
  netting: NettingAnswers.optional(),
  differences: z.array(
    z.object({
      reason: z.enum(keys<DifferenceReason>(differenceReasons)),
      amount: decimalText,
      note: z.string().optional(),
    }),
  ),
  /** Answers of the forms it is presented with; none was stored while it is absent. */
  forms: KeptForms.optional(),
  /** Month of its value date and its currency: by which 锁账 finds it. Absent in what was written before. */
  place: z.object({ month, currency }).optional(),
  /** Findings somebody has dealt with, by their id. */
  dealt: DealtWith,
  /** Conversions of it that were done. */
  converted: z.array(Conversion),
  /** Handed to the bank: it leaves the checks with its verdict, and what it used serves no other receipt. */
  presented: z
    .object({
      on: day,
      by: z.string(),
      run: z.int(),
      result: z.enum(results),
      eligible: decimalText,
      eligibleUsd: decimalText.nullable(),
      uses: z.array(PaperUse),
      packed: z.string(),
    })
    .optional(),
})
export type ForexCredit = z.infer<typeof ForexCredit>

/**
 * What ties a movement of an account at an institution to the other two levels: the settlement whose payout it is, the
 * credit a withdrawal became, and by hand the inflows it drew on. `key`: of the movement in the book. Without an account it
 * ties a settlement, named by its number, to the credit it was paid straight to.
 */
export const ForexTie = z.object({
  account: field(z.string(), 'business', '机构账户', 'Account'),
  key: z.string().min(1),
  importIds: z.array(z.string()),
  settlementId: z.string().optional(),
  creditId: z.string().optional(),
  draws: z.array(z.object({ inId: z.string(), amount: decimalText })).optional(),
})
export type ForexTie = z.infer<typeof ForexTie>

/** One pre-check of all receipts in the flow. `packed`: input and result, compressed; `rests`: what it rested on. */
export const ForexRun = z.object({
  run: z.int().positive(),
  at: instant,
  who: z.string(),
  asOf: day,
  lawAsOf: z.string(),
  /** The table of 折算率 that was used, with its day. */
  rates: z.string().optional(),
  /** The edition of the 工作日历 that was used, with its day; absent where only the shipped one was. */
  calendar: z.string().optional(),
  receipts: z.int(),
  results: z.record(z.enum(results), z.int()),
  totals: z.object({ eligibleUsd: decimalText, heldUsd: decimalText, sumUsd: decimalText }),
  rests: z.string(),
  packed: z.string(),
  /** What the desk of a single window said of the same facts; `differing`: receipts it judges otherwise. */
  desk: z
    .object({ at: instant, service: z.string(), receipts: z.int(), differing: z.array(z.string()) })
    .optional(),
})
export type ForexRun = z.infer<typeof ForexRun>

const stepIds = [
  'settlement',
  'institution',
  'bank',
  'customs',
  'tax',
  'vat',
  'receipts',
] as const satisfies readonly StepId[]

export const ToldDifference = z.object({
  step: z.enum(stepIds),
  reason: z.enum(keys<BridgeReason>(bridgeReasons)),
  amount: decimalText,
  refs: z.array(z.string()).optional(),
  note: z.string().optional(),
})
export type ToldDifference = z.infer<typeof ToldDifference>

const figureName = z.enum(figureNames as readonly [FigureName, ...FigureName[]])

/** A correction as it stands in the month it was made in. */
export const MonthCorrection = z.object({
  about: month,
  figure: figureName,
  amount: decimalText,
  reason: z.string().min(1),
  by: z.string(),
  at: instant,
})

/**
 * 月结 of one month, shop and currency as far as a person said something. A closed one keeps its figures as they stood:
 * what is imported later shows as a difference and changes nothing.
 */
export const ForexMonth = z.object({
  month: field(month, 'business', '月份', 'Month'),
  shop: field(z.string(), 'business', '店铺', 'Shop'),
  currency,
  told: z.array(ToldDifference),
  /** Sales in the VAT return, as typed. */
  vatSales: decimalText.optional(),
  corrections: z.array(MonthCorrection),
  closed: z
    .object({
      by: z.string(),
      at: instant,
      /** Figures that came to the sheet later are not there. */
      figures: z.partialRecord(figureName, decimalText),
      carriedIn: z.array(z.object({ step: z.enum(stepIds), amount: decimalText })),
    })
    .optional(),
})
export type ForexMonth = z.infer<typeof ForexMonth>

/** How this enterprise checks. `ownNames`: names of its own accounts; `institutions`: under which name each pays. */
export const ForexRules = z.object({
  settings: ForexSettings.partial(),
  ownNames: z.array(z.string()),
  institutions: z.array(z.object({ name: z.string().min(1), fxRegistered: z.boolean().optional() })),
  /** Working days before a declaration is due from which the home page counts it. */
  warnDays: z.int().positive(),
})
export type ForexRules = z.infer<typeof ForexRules>
export const defaultForexRules: ForexRules = { settings: {}, ownNames: [], institutions: [], warnDays: 2 }

/** What is stated of the enterprise itself; name and code are those of the book. */
export const ForexSubject = Subject.omit({ name: true, uscc: true })
export type ForexSubject = z.infer<typeof ForexSubject>
