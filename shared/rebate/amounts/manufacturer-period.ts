import { z } from 'zod'
import { decimalText, rate } from '../../model/rebate/common'

/** One period of a manufacturer: exports, what was bought free of tax, and the VAT of the period. */
export const ManufacturerPeriod = z.object({
  /** YYYY-MM. */
  period: z.string().optional(),
  exports: z.array(
    z.object({
      line: z.string().optional(),
      /** What of the item it is, where it is not all of it. */
      part: z.string().optional(),
      fobCny: decimalText.optional(),
      fobForeign: decimalText.optional(),
      currency: z.string().optional(),
      fx: rate.optional(),
      levyRate: rate.optional(),
      rebateRate: rate,
      bondedProcessing: z.boolean().optional(),
      /** 手（账）册 the export went out under, with the ratio of bonded material that counts. */
      handbook: z.object({ number: z.string(), ratio: rate }).optional(),
    }),
  ),
  outputVat: decimalText.optional(),
  inputVat: decimalText.optional(),
  carryIn: decimalText.optional(),
  exemptMaterial: z
    .object({
      amount: decimalText.optional(),
      foreign: decimalText.optional(),
      fx: rate.optional(),
      domestic: decimalText.optional(),
      plannedImport: decimalText.optional(),
      plannedExport: decimalText.optional(),
    })
    .optional(),
  broughtForward: z
    .object({ nonCreditableOffset: decimalText.optional(), ecrOffset: decimalText.optional() })
    .optional(),
  vatReturn: z.object({ taxPayable: decimalText.optional(), endCredit: decimalText.optional() }).optional(),
  vatReturnFiled: z.boolean().optional(),
  urbanMaintenanceRate: rate.optional(),
})
export type ManufacturerPeriod = z.infer<typeof ManufacturerPeriod>
