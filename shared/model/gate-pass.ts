import { z } from 'zod'
import { day, field } from './field'

/** 核放单: goods that left a bonded zone before they were declared (先出区后报关), and how long that may last. */
export const GatePass = z.object({
  passNo: field(z.string().min(1).max(30), 'business', '核放单号', 'Gate pass'),
  leftOn: field(day, 'business', '出区日期', 'Left the zone on'),
  /** No text here gives the limit: the officer writes down what the customs in charge says. */
  limitDays: field(z.int().min(1).max(180), 'business', '申报期限(天)', 'Days to declare'),
  emsNo: field(z.string().max(30).optional(), 'business', '账册编号', 'Bonded account book'),
  vehicle: field(z.string().max(30).optional(), 'business', '车牌号', 'Vehicle'),
  note: field(z.string().max(1000).optional(), 'business', '备注', 'Note'),
  /** Ids of the orders whose goods it covers. */
  orders: z.array(z.string()),
})
export type GatePass = z.infer<typeof GatePass>
