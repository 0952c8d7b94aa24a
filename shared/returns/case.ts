import { z } from 'zod'
import { Tick } from '../departure/departure'
import { day, decimalText, instant } from '../model/field'
import { CebDocument } from '../model/list'
import { applicationStates } from '../summary/application-record'
import { ReplacementLink } from './replacement'
import { returnActs, returnBooks, returnEvents } from './routes'

/** How returned goods come in; only a 213 names it. */
export const ReturnTransport = z.object({
  /** Where the return is declared; may be another district than that of the 清单 where a notice allows it. */
  customsCode: z.string(),
  loctNo: z.string().optional(),
  logisticsNo: z.string(),
  logisticsCode: z.string(),
  logisticsName: z.string(),
  billNo: z.string(),
  trafMode: z.string(),
  trafName: z.string(),
  voyageNo: z.string(),
  portCode: z.string(),
  /** 启运国, code of customs. */
  country: z.string(),
})
export type ReturnTransport = z.infer<typeof ReturnTransport>

/** `noted`: nothing is declared about it, the case stands as it was written down. Otherwise as a document that was sent. */
export const returnStates = [...applicationStates, 'noted'] as const
export type ReturnState = (typeof returnStates)[number]

/** 退货 of one 清单: what happened, what is done at customs, and what it leaves to do in the other two books. */
export const ReturnCase = z.object({
  /** Own number: coElNo of a 213, copNo of a 625. */
  copNo: z.string(),
  /** Record id, own number and customs number of the 清单, and the number of its order. */
  list: z.string(),
  listCopNo: z.string(),
  invtNo: z.string(),
  orderNo: z.string(),
  /** Counts the cases of one 清单 from 1: two windows cannot both be the next. */
  serial: z.int().positive(),
  direction: z.enum(['export', 'import']),
  mode: z.string(),
  event: z.enum(returnEvents),
  act: z.enum(returnActs),
  reason: z.string().min(1),
  items: z.array(
    z.object({
      gnum: z.string(),
      qty: decimalText,
      qty1: decimalText.optional(),
      qty2: decimalText.optional(),
    }),
  ),
  transport: ReturnTransport.optional(),
  /** 换货: the order of what is sent instead. */
  replacement: ReplacementLink.optional(),
  releasedOn: day.optional(),
  exportedOn: day.optional(),
  food: z.boolean().optional(),
  /** Books that a person has settled. */
  settled: z.partialRecord(
    z.enum(returnBooks),
    z.object({ who: z.string(), at: instant, note: z.string().optional() }),
  ),
  notedAt: instant,
  documents: z.array(CebDocument),
  state: z.enum(returnStates),
  batchNo: z.string().optional(),
  queuedAt: instant.optional(),
  preNo: z.string().optional(),
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
  /** 215 理货, which the site transmits. */
  tallied: Tick.optional(),
})
export type ReturnCase = z.infer<typeof ReturnCase>

/** Whether a 清单 is one of export (603) or import (621), as its head says. */
export const directionOfList = ({ head }: CebDocument): 'export' | 'import' =>
  head['ieFlag'] === 'I' ? 'import' : 'export'

/** The message that declares a return. */
export const returnMessage = ({ direction }: Pick<ReturnCase, 'direction'>): 'CEB213' | 'CEB625' =>
  direction === 'export' ? 'CEB213' : 'CEB625'

/** Whether what a case takes from its 清单 is taken: a refused one may go again, only a void one gives it back. */
export const takesGoods = ({ state }: Pick<ReturnCase, 'state'>): boolean => state !== 'void'
