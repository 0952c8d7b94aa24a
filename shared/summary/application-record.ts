import { z } from 'zod'
import { decimalText, instant } from '../model/field'
import { CebDocument } from '../model/list'

/**
 * Where a 汇总申请 stands. `draft`: taken back before it left. `waiting`: queued, or customs is at work. `accepted`: customs
 * grouped it (399), its 报关单 come by 792. `void`: given up; its lists are free again.
 */
export const applicationStates = ['draft', 'waiting', 'refused', 'accepted', 'void'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const SummaryTotalsRecord = z.object({
  lists: z.int(),
  lines: z.int(),
  pieces: decimalText,
  grossWeight: decimalText,
  netWeight: decimalText,
  amounts: z.array(z.object({ currency: z.string(), amount: decimalText })),
})

/** 汇总申请 (CEB701) as it was sent: what it names, how customs is asked to group, and what customs said. */
export const Application = z.object({
  copNo: z.string(),
  /** 所属期 YYYYMM. */
  period: z.string().regex(/^\d{6}$/),
  customsCode: z.string(),
  grouping: z.object({ summaryFlag: z.enum(['1', '2']), itemNameFlag: z.enum(['0', '1']) }),
  declarant: z.object({ code: z.string(), name: z.string() }),
  /** Record id and 清单编号 of each list; while it is not void no other application may name them. */
  lists: z.array(z.object({ id: z.string(), invtNo: z.string() })).min(1),
  totals: SummaryTotalsRecord,
  /** 报关单 that were previewed when it was sent. */
  entries: z.int(),
  documents: z.array(CebDocument).min(1),
  state: z.enum(applicationStates),
  batchNo: z.string().optional(),
  queuedAt: instant.optional(),
  preNo: z.string().optional(),
  /** Since when its deletion (appType 3) is asked for: once customs agrees it is void; turned down it stands. */
  deletionAt: instant.optional(),
  /** Last code and text as received. */
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
})
export type Application = z.infer<typeof Application>
