import { z } from 'zod'
import { assessedIncomeTax, type IncomeTaxGiven } from '#shared/rebate/amounts/assessed-income-tax'
import { deemedDomestic, type DeemedDomesticGiven } from '#shared/rebate/amounts/deemed-domestic'
import { exchangeCostOf, type ExchangeCostGiven } from '#shared/rebate/amounts/exchange-cost'
import { fobOf, type FobGiven } from '#shared/rebate/amounts/fob'
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
import { CancelledRefund, day, RateEntry } from '#shared/model/rebate/common'
import { RebateEnterprise } from '#shared/model/rebate/enterprise'
import { DeclarationItem, TreatmentLine } from '#shared/model/rebate/export-line'
import { rateFindings, RateIndex, rateTreatment } from '#shared/rebate/rate-lookup'
import { ruleSet, type RuleSet } from '#shared/rebate/rule-set'
import { treatLines } from '#shared/rebate/treatment/treat'
import { warehouse, type WarehouseGiven } from '#shared/rebate/warehouse'
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
  claim: z.object({ exports: z.array(ClaimExport), purchases: z.array(ClaimPurchase) }),
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
const Trading = z.object({ exportDate: day.optional(), lines: z.array(TradingLine) })

/** One adapter for each kind of rebate case, on the rules of a set. */
export const rebateAdaptersOn = (set: RuleSet): Readonly<Record<string, Adapter>> => ({
  'rebate.treatment': (given, asOf) => {
    const lines = treatLines(Treatment.parse(given), asOf, set.treatment)
    return { lines, findings: lines.flatMap(({ findings }) => findings) }
  },
  'rebate.trading': (given) => tradingRefund(Trading.parse(given), set.trading),
  'rebate.manufacturer': (given, asOf) => {
    const { values, findings } = manufacturerRefund(
      ManufacturerPeriod.parse(given),
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
    const { claim, ...papers } = Match.parse(given)
    return matchClaim({ ...papers, ...claim }, set.match)
  },
  'rebate.deadlines': (given, asOf) => deadlinesOf(DeadlineGiven.parse(given), asOf, set.deadlines),
  'rebate.rateLookup': (given) => {
    const { rateLibrary, queries } = Queries.parse(given)
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
  'rebate.fob': (given) => fobOf(given as FobGiven, set.fob.formulas, set.fob.checks),
  'rebate.exchangeCost': (given) => exchangeCostOf(given as ExchangeCostGiven, set.exchangeCost),
  'rebate.warehouse': (given, asOf) => warehouse(given as WarehouseGiven, asOf, set.warehouse),
  'rebate.assessedIncomeTax': (given) =>
    assessedIncomeTax(given as IncomeTaxGiven, set.incomeTax.formulas, set.incomeTax.checks),
  'rebate.deemedDomestic': (given) => deemedDomestic(given as DeemedDomesticGiven, set.deemedDomestic),
})

export const rebateAdapters = rebateAdaptersOn(ruleSet)
