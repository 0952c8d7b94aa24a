import type { CebDocument } from '#shared/model/list'
import type { Filed } from './filed-document'

/** One thing a desk did: a decision that becomes a receipt, or (without `status`) only another look at `nextAt`. */
export type Step = {
  document: Filed
  at: number
  nextAt?: number
  status?: string
  info?: string
  takenIn?: boolean
  withdrawn?: boolean
  /** 汇总结果单 (792) that come with it, unasked. */
  results?: CebDocument[]
}

/** Milliseconds between the stations of a document; a practice window need not take the days that customs takes. */
export type Timings = {
  /** 2 → 3 */
  forward: number
  /** 3 → 120, or 100 */
  examine: number
  /** 3 → 120 for an order or waybill whose 清单 does not come */
  alone: number
  /** 120 → 399, or → 300 / 500 */
  review: number
  /** 300 / 500 → 399: long enough for whoever practises to do something about it, as 撤销申请 */
  inspect: number
  /** 399 → 800 */
  release: number
  /** 800 → 899 */
  close: number
}

const practiceTimings: Timings = {
  forward: 300,
  examine: 700,
  alone: 5000,
  review: 800,
  inspect: 30_000,
  release: 800,
  close: 1500,
}

/** @param pace 1 is the practice default, 0 everything at once, 10 ten times slower */
export function timingsAt(pace: number): Timings {
  const scaled = Object.entries(practiceTimings).map(([name, ms]) => [name, Math.round(ms * pace)])
  return Object.fromEntries(scaled) as Timings
}
