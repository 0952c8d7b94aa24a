import { z } from 'zod'
import { day, decimalText, field, instant } from './field'
import { Source } from './order'

/** One row of a warehouse's 称重装袋表: what a parcel weighed, in which bag and on which bill and voyage it goes. Immutable. */
export const Weighing = z.object({
  record: z.literal('weighing'),
  kind: field(z.enum(['weighing']), 'public', '类型', 'Kind'),
  logisticsNo: field(z.string().min(1), 'business', '运单号', 'Waybill number'),
  grossWeight: field(decimalText, 'business', '毛重(千克)', 'Gross weight (kg)'),
  totalPackageNo: field(z.string().optional(), 'business', '总包号', 'Bag number'),
  billNo: field(z.string().optional(), 'business', '提运单号', 'Bill of lading'),
  voyageNo: field(z.string().optional(), 'business', '航班航次号', 'Voyage'),
  trafName: field(z.string().optional(), 'business', '运输工具名称', 'Means of transport'),
  weighedAt: field(instant.optional(), 'business', '称重时间', 'Weighed at'),
  fileTime: field(z.string().optional(), 'business', '文件原时间', 'Time in the file'),
  businessDay: field(day.optional(), 'public', '业务日期', 'Business day'),
  source: Source,
})
export type Weighing = z.infer<typeof Weighing>
