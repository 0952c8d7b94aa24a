import { z } from 'zod'
import { day, field } from '../field'

export const taxpayer = z.enum(['general', 'small'])

/** What a rebate needs to know of the enterprise. */
export const RebateEnterprise = z.object({
  name: field(z.string().optional(), 'business', '企业名称', 'Name'),
  taxNo: field(z.string().optional(), 'business', '纳税人识别号', 'Taxpayer number'),
  type: field(z.enum(['trading', 'manufacturer']), 'business', '企业类型', 'Type'),
  taxpayer: field(taxpayer.optional(), 'business', '纳税人类型', 'Taxpayer'),
  taxpayerHistory: z.array(z.object({ taxpayer, from: day })).optional(),
  rebateFiled: field(z.boolean().optional(), 'business', '已办出口退（免）税备案', 'Filed for refunds'),
  rebateFiledOn: field(day.optional(), 'business', '备案日期', 'Filed on'),
  /** A change of what was filed: when it came, and when the filing was brought up to it. */
  filingChange: z.object({ on: day, updatedOn: day.optional() }).optional(),
  method: field(
    z.enum(['exempt-refund', 'exempt-credit-refund']).optional(),
    'business',
    '退税办法',
    'Refund method',
  ),
  class: field(z.int().min(1).max(4).optional(), 'business', '分类管理类别', 'Class'),
  /** Wants to file without paper. */
  paperless: z.boolean().optional(),
  zone: z.object({ name: z.string().optional(), registered: z.boolean() }).optional(),
  platformRegistered: field(z.boolean().optional(), 'business', '已在综试区平台登记', 'On the zone platform'),
  listedManufacturer: field(z.boolean().optional(), 'business', '列名生产企业', 'Listed manufacturer'),
  marketProcurementFiled: field(
    z.boolean().optional(),
    'business',
    '市场采购备案',
    'Filed for market procurement',
  ),
  waiver: z.object({ from: day, choice: z.enum(['exempt', 'taxed']), resumedOn: day.optional() }).optional(),
})
export type RebateEnterprise = z.infer<typeof RebateEnterprise>

/** General or small-scale on a day: the last entry of the history that had begun, else what is stated without date. */
export function taxpayerOn(
  { taxpayer, taxpayerHistory = [] }: RebateEnterprise,
  on: string,
): 'general' | 'small' | undefined {
  let last: { taxpayer: 'general' | 'small'; from: string } | undefined
  for (const entry of taxpayerHistory) {
    if (entry.from <= on && (last === undefined || entry.from >= last.from)) last = entry
  }
  return last?.taxpayer ?? taxpayer
}
