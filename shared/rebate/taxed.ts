import { z } from 'zod'
import type { Text } from '../model/text'
import type { Explained } from '../rules/explain'
import { addDays, addMonths, nextMonth } from '../rules/days'
import { deemedDomestic, deemedRules } from './amounts/deemed-domestic'
import { levyRatesOn } from './amounts/rates-on'
import { layerOf } from './layers'
import { decimalText } from '../model/rebate/common'
import { day } from '../model/field'

/**
 * How goods that are taxed after all were accounted for: the 所属期 they were reported in, input that goes back, and the
 * certificate of sale at home (转内销证明) by which a trading company credits its input.
 */
export const TaxedRecord = z.object({
  period: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  outputVat: decimalText.optional(),
  restored: decimalText.optional(),
  certificateNo: z.string().optional(),
  certificateOn: day.optional(),
  note: z.string().optional(),
})
export type TaxedRecord = z.infer<typeof TaxedRecord>

export type TaxedGiven = {
  exportDate: string
  /** Rule that made it taxed. */
  decidedBy: string
  taxpayer: 'general' | 'small'
  trading: boolean
  /** Absent while FOB or its exchange rate is missing: then no tax is computed. */
  fobCny?: string | undefined
  bondedMaterial?: string | undefined
  /** Levy rate of the goods by the 文库; else the standard rate of the export day. */
  levyRate?: string | undefined
  record?: TaxedRecord | undefined
}

export type Taxed = {
  outputVat?: string
  figures: Explained[]
  /** The day the tax falls due, or the month of whose return it is part. */
  dueOn?: string
  dueMonth?: string
  state: 'open' | 'overdue' | 'accounted'
  /** What is still to be done, in the order it is done. */
  todo: Text[]
}

/** Goods neither claimed nor declared exempt in time. */
const DEEMED = 'RB-B25'

/** 视同内销 of one item: output VAT with its formula (D13, D14), when it is due (B25: the day after the term; else F01), what is left to do. */
export function taxedSale(given: TaxedGiven, asOf: string): Taxed {
  const { exportDate, decidedBy, taxpayer, trading, fobCny, bondedMaterial, record } = given
  const band = levyRatesOn(exportDate)
  const levyRate = taxpayer === 'small' ? band?.small : (given.levyRate ?? band?.standard)
  const made =
    fobCny === undefined || levyRate === undefined
      ? undefined
      : deemedDomestic({
          taxpayer,
          fobCny,
          bondedMaterial,
          levyRate,
          nonCreditableReversed: record?.restored,
        })
  const months = layerOf(exportDate)?.deemedSaleMonths
  const due =
    decidedBy === DEEMED && months !== undefined
      ? { dueOn: addDays(addMonths(exportDate, months), 1) }
      : { dueMonth: nextMonth(exportDate).slice(0, 7) }
  const late = 'dueOn' in due ? asOf > due.dueOn! : asOf.slice(0, 7) > due.dueMonth!
  const accounted = record?.period !== undefined
  return {
    ...(made?.outputVat !== undefined && { outputVat: made.outputVat }),
    figures: made?.figures ?? [],
    ...due,
    state: accounted ? 'accounted' : late ? 'overdue' : 'open',
    todo: [
      ...(accounted ? [] : [deemedRules.d13.fix]),
      ...(trading && taxpayer === 'general' && !record?.certificateNo ? [deemedRules.d16.fix] : []),
    ],
  }
}
