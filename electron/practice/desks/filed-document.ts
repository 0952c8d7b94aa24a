import type { CebDocument } from '#shared/model/list'

/** One document as the service holds it: its last submission and where that stands. Times are epoch milliseconds. */
export type Filed = {
  message: string
  businessKey: string
  /** The last returnStatus that was given and stands; a refused change leaves it alone. */
  status: string
  /** Counts submissions that were looked at, from 1. */
  attempt: number
  guid: string
  /** Digest of what is declared, without guid and appTime, which differ between repeats of the same thing. */
  digest: string
  appTime: string
  batchId: string
  orderKey?: string
  waybillKey?: string
  /** 清单 and 撤销申请单. invtNo is reserved at intake and shown only from 120 on. */
  preNo?: string
  invtNo?: string
  /** Customs has taken it in (120) at least once. */
  takenIn: boolean
  /** A 清单 that a 撤销申请单 has voided. */
  withdrawn: boolean
  /** What was declared; as a document is read for a desk, only the fields that `keptHead` keeps beside it. */
  content: CebDocument
  /** When the desk looks at it next; undefined while it waits for another document or is at its end. */
  nextAt?: number
  updatedAt: number
}
