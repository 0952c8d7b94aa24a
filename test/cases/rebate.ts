import { z } from 'zod'
import { assessedIncomeTax } from '#shared/rebate/amounts/assessed-income-tax'
import { deemedDomestic } from '#shared/rebate/amounts/deemed-domestic'
import { exchangeCostOf } from '#shared/rebate/amounts/exchange-cost'
import { fobOf } from '#shared/rebate/amounts/fob'
import { manufacturerRefund } from '#shared/rebate/amounts/manufacturer'
import { ManufacturerPeriod } from '#shared/rebate/amounts/manufacturer-period'
import { tradingRefund } from '#shared/rebate/amounts/trading'
import { TradingLine } from '#shared/rebate/amounts/trading-line'
import { DeadlineGiven, deadlinesOf } from '#shared/rebate/deadlines/terms'
import { matchClaim } from '#shared/rebate/match/match'
import {
  AmountDocument,
  ClaimExport,
  ClaimPurchase,
  FilingDocuments,
  ForexReceipt,
  Ledger,
  PurchaseInvoice,
  RebateSettings,
} from '#shared/model/rebate/claim'
import {
  CancelledRefund,
  currency,
  day,
  decimalText,
  FeeItem,
  rate,
  RateEntry,
  tradeTerms,
} from '#shared/model/rebate/common'
import { RebateEnterprise } from '#shared/model/rebate/enterprise'
import { DeclarationItem, TreatmentLine } from '#shared/model/rebate/export-line'
import { rateFindings, RateIndex, rateTreatment } from '#shared/rebate/rate-lookup'
import { ruleSet, type RuleSet } from '#shared/rebate/rule-set'
import { treatLines } from '#shared/rebate/treatment/treat'
import { warehouse } from '#shared/rebate/warehouse'
import type { Adapter } from './case'

const Treatment = z.object({
  enterprise: RebateEnterprise,
  lines: z.array(TreatmentLine),
  rateLibrary: z.array(RateEntry),
  cancelledRefundList: z.array(CancelledRefund).optional(),
})
const Match = z.object({
  enterprise: RebateEnterprise,
  settings: RebateSettings.optional(),
  declarations: z.array(DeclarationItem),
  invoices: z.array(PurchaseInvoice),
  // Which claim it is; nothing follows of that for what is found in it.
  claim: z.object({
    period: z.string().optional(),
    batch: z.string().optional(),
    exports: z.array(ClaimExport),
    purchases: z.array(ClaimPurchase),
  }),
  ledger: Ledger.optional(),
  exportInvoices: z.array(AmountDocument).optional(),
  contracts: z.array(AmountDocument).optional(),
  forexReceipts: z.array(ForexReceipt).optional(),
  filingDocuments: z.array(FilingDocuments).optional(),
})
const Queries = z.object({
  rateLibrary: z.array(RateEntry),
  queries: z.array(z.object({ hsCode: z.string(), extensionCode: z.string().optional(), date: day })),
})
// The enterprise is one of 免退税 here, whoever it is.
const Trading = z.object({
  enterprise: RebateEnterprise.optional(),
  exportDate: day.optional(),
  lines: z.array(TradingLine),
})

const text = z.string().optional()
const yes = z.boolean().optional()
const Fob = z.object({
  ...{ tradeTerms, amount: decimalText, currency, exportDate: day.optional() },
  ...{ freight: FeeItem.optional(), insurance: FeeItem.optional(), other: FeeItem.optional() },
  ...{ inlandCost: FeeItem.optional(), fxPolicy: z.enum(['saleDay', 'monthFirst']).optional() },
  rates: z.array(z.object({ currency, date: day.optional(), rate })).optional(),
})
const enterpriseType = z.enum(['trading', 'manufacturer']).optional()
const Cost = z.object({
  ...{ basis: z.enum(['taxOffice', 'tradeAccounting']), purchaseNet: text, fobUsd: text, cifUsd: text },
  ...{ freightUsd: text, insuranceUsd: text, fx: text, totalCostCny: text, enterpriseType },
  settings: RebateSettings.optional(),
})
const Warehouse = z.object({
  ...{ enterpriseType, supervisionMode: z.enum(['9810', '9710']).optional(), departed: yes, qty: text },
  ...{ soldQty: text, soldSplitGiven: yes, lostQty: text, stage: z.enum(['declare', 'settle']) },
  ...{ preRefund: text, preRefundDoneOn: day.optional(), settleOn: day.optional(), actualRefund: text },
})
const IncomeTax = z.object({
  ...{ year: z.int(), revenue: decimalText, zoneRegistered: yes, platformRegistered: yes, mixed: yes },
  ...{
    clearedAtZoneCustoms: yes,
    hasValidVoucher: yes,
    vatExempt: yes,
    requestedRate: text,
    smallProfit: yes,
  },
})
const Deemed = z.object({
  ...{ taxpayer: z.enum(['general', 'small']), fobCny: decimalText, levyRate: rate },
  ...{ bondedMaterial: text, nonCreditableReversed: text },
})

/** Paths of what a schema left out of the facts: it does not know them. */
function unknownIn(given: unknown, parsed: unknown, path: string): string[] {
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([key, value]) => {
    const known = (parsed as Record<string, unknown> | null)?.[key]
    const here = path === '' ? key : `${path}.${key}`
    return known === undefined && value !== undefined ? [here] : unknownIn(value, known, here)
  })
}

/** The facts of a case; one that the engine does not know is refused by name, not passed by. */
function understood<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.parse(given)
  const unknown = unknownIn(given, parsed, '')
  if (unknown.length > 0) throw new Error(`facts that are not known: ${unknown.join(', ')}`)
  return parsed
}

/** One adapter for each kind of rebate case, on the rules of a set. */
export const rebateAdaptersOn = (set: RuleSet): Readonly<Record<string, Adapter>> => ({
  'rebate.treatment': (given, asOf) => {
    const lines = treatLines(understood(Treatment, given), asOf, set.treatment)
    return { lines, findings: lines.flatMap(({ findings }) => findings) }
  },
  'rebate.trading': (given) => tradingRefund(understood(Trading, given), set.trading),
  'rebate.manufacturer': (given, asOf) => {
    const { values, findings } = manufacturerRefund(
      understood(ManufacturerPeriod, given),
      asOf,
      set.manufacturer.formulas,
      set.manufacturer.checks,
    )
    const {
      'surtax.urban': urban,
      'surtax.education': education,
      'surtax.localEducation': localEducation,
    } = values
    return { ...values, surtax: { urban, education, localEducation }, findings }
  },
  'rebate.match': (given) => {
    const { claim, ...papers } = understood(Match, given)
    return matchClaim({ ...papers, ...claim }, set.match)
  },
  'rebate.deadlines': (given, asOf) => deadlinesOf(understood(DeadlineGiven, given), asOf, set.deadlines),
  'rebate.rateLookup': (given) => {
    const { rateLibrary, queries } = understood(Queries, given)
    const index = new RateIndex(rateLibrary)
    const asked = queries.map((query) => ({
      query,
      found: index.lookUp(query.hsCode, query.date, query.extensionCode),
    }))
    return {
      results: asked.map(({ query, found }) => ({
        ...query,
        found: found.kind !== 'missing',
        ambiguous: found.kind === 'ambiguous',
        treatment: rateTreatment(found),
        ...(found.kind === 'ambiguous' && { candidates: found.candidates }),
        ...(found.kind === 'found' && {
          rebateRate: found.entry.rebateRate,
          levyRate: found.entry.levyRate,
          specialFlag: found.entry.specialFlag,
          matchedCode: found.entry.code,
        }),
      })),
      findings: asked.flatMap(({ query, found }) => rateFindings(found, 'case', query.date)),
    }
  },
  'rebate.fob': (given) => fobOf(understood(Fob, given), set.fob.formulas, set.fob.checks),
  'rebate.exchangeCost': (given) => exchangeCostOf(understood(Cost, given), set.exchangeCost),
  'rebate.warehouse': (given, asOf) => warehouse(understood(Warehouse, given), asOf, set.warehouse),
  'rebate.assessedIncomeTax': (given) =>
    assessedIncomeTax(understood(IncomeTax, given), set.incomeTax.formulas, set.incomeTax.checks),
  'rebate.deemedDomestic': (given) => deemedDomestic(understood(Deemed, given), set.deemedDomestic),
})

export const rebateAdapters = rebateAdaptersOn(ruleSet)
