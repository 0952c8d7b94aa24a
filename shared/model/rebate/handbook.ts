import { z } from 'zod'
import { field } from '../field'
import { day, decimalText, rate } from './common'

/**
 * 手册 or 账册 of processing trade as far as 免抵退 needs it. Planned sums are of the whole handbook, in one currency; the
 * adjusted ratio is that of its 核销.
 */
export const Handbook = z.object({
  number: field(z.string().min(1), 'business', '手（账）册号', 'Handbook number'),
  kind: field(z.enum(['purchased', 'supplied']), 'business', '加工贸易方式', 'Kind'),
  plannedImport: field(decimalText, 'business', '计划进口总值', 'Planned import'),
  plannedExport: field(decimalText, 'business', '计划出口总值', 'Planned export'),
  currency: field(z.string().optional(), 'business', '币制', 'Currency'),
  validTo: field(day.optional(), 'business', '有效期至', 'Valid to'),
  writtenOffOn: field(day.optional(), 'business', '核销日期', 'Written off on'),
  adjustedRatio: field(rate.optional(), 'business', '调整后计划分配率', 'Adjusted ratio'),
})
export type Handbook = z.infer<typeof Handbook>
