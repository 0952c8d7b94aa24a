import { z } from 'zod'
import type { CebDocument } from '../model/list'

/** 入库明细单 (711) of a supervised site: which parcels of a bill it took in. It is the site's message, read here and never made. */
export const Delivery = z.object({
  /** What names it: copNo, or 入库单编号, or its guid. */
  number: z.string(),
  rkdNo: z.string().optional(),
  operatorCode: z.string(),
  operatorName: z.string(),
  billNo: z.string(),
  voyageNo: z.string(),
  trafNo: z.string(),
  logisticsCode: z.string(),
  logisticsName: z.string(),
  unloadLocation: z.string().optional(),
  /** appTime, 14 digits: the newest telling of one number stands. */
  at: z.string(),
  logisticsNos: z.array(z.string()),
})
export type Delivery = z.infer<typeof Delivery>

/** What one 711 tells; undefined without a number or without parcels. */
export function deliveryOf({ head, lines = [] }: CebDocument): Delivery | undefined {
  const text = (element: string) => (head[element] ?? '').trim()
  const number = text('copNo') || text('rkdNo') || text('guid')
  const logisticsNos = [...new Set(lines.map((line) => (line['logisticsNo'] ?? '').trim()))].filter(Boolean)
  if (number === '' || logisticsNos.length === 0) return undefined
  return {
    number,
    ...(text('rkdNo') && { rkdNo: text('rkdNo') }),
    operatorCode: text('operatorCode'),
    operatorName: text('operatorName'),
    billNo: text('billNo'),
    voyageNo: text('voyageNo'),
    trafNo: text('trafNo'),
    logisticsCode: text('logisticsCode'),
    logisticsName: text('logisticsName'),
    ...(text('unloadLocation') && { unloadLocation: text('unloadLocation') }),
    at: text('appTime'),
    logisticsNos,
  }
}

/** Of two tellings of one number the newer one. */
export const newerDelivery = (a: Delivery, b: Delivery): Delivery =>
  b.at > a.at || (b.at === a.at && JSON.stringify(b) > JSON.stringify(a)) ? b : a
