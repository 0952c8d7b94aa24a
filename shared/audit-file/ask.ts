import { z } from 'zod'
import { day } from '../model/field'

/** Numbers one 卷宗 takes; an inspector's sample is a few hundred. */
export const mostAsked = 2000
/** Documents one 卷宗 holds: each has a page of its own. */
export const mostDocuments = 12_000

/**
 * What an inspector asked for: numbers of any kind (清单, 报关单, 关联号, 汇总申请, 订单, 运单, 收款流水), or all 清单, 报关单, claims
 * and receipts of money of a period, both days included.
 */
export const AuditAsk = z.union([
  z.strictObject({ numbers: z.array(z.string().min(1).max(60)).min(1).max(mostAsked) }),
  z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, { path: ['to'] }),
])
export type AuditAsk = z.infer<typeof AuditAsk>

/** One spelling of a number, as officers and inspectors write it: full width, blanks, lower case. */
export const numberKey = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
