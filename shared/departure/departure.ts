import { z } from 'zod'
import { decimalText, instant } from '../model/field'
import { CebDocument } from '../model/list'
import { applicationStates } from '../summary/application-record'

/** A message of somebody else that is known to have gone: as received, read from a file, or ticked by a person. */
export const Tick = z.object({
  how: z.enum(['received', 'imported', 'ticked']),
  who: z.string(),
  at: instant,
  note: z.string().optional(),
})
export type Tick = z.infer<typeof Tick>

/** A parcel on board: its label, its bag, its gross weight in kg, and the 清单 it is of. */
export const Parcel = z.object({
  logisticsNo: z.string(),
  totalPackageNo: z.string(),
  grossWeight: decimalText,
  list: z.string(),
})
export type Parcel = z.infer<typeof Parcel>

/** 清单总分单 (CEB607): the parcels of one bill and voyage, as it was sent, and what became of it. */
export const Departure = z.object({
  copNo: z.string(),
  customsCode: z.string(),
  loctNo: z.string().optional(),
  trafMode: z.string(),
  trafName: z.string(),
  voyageNo: z.string(),
  billNo: z.string(),
  domesticTrafNo: z.string().optional(),
  logisticsCode: z.string(),
  logisticsName: z.string(),
  parcels: z.array(Parcel).min(1),
  grossWeight: decimalText,
  documents: z.array(CebDocument).min(1),
  state: z.enum(applicationStates),
  batchNo: z.string().optional(),
  queuedAt: instant.optional(),
  preNo: z.string().optional(),
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
  /** 507 运抵 and 509 离境, which others transmit. */
  arrived: Tick.optional(),
  left: Tick.optional(),
})
export type Departure = z.infer<typeof Departure>
