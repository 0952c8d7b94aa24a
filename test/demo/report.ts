/** Counts by the words the screen uses, e.g. `{ 商品: 70, 赠品: 1 }`. */
export type Counts = Record<string, number>

export type FileRead = {
  file: string
  kind: string
  profile: string
  /** What the file does not say and the officer answered. */
  answers: Record<string, string>
  read: number
  accepted: number
  refused: number
  duplicates: number
  records: Counts
  classes: Counts
}
export type RefusedRows = { file: string; reason: string; rows: number }

/** One cause behind rejections, mended once at its source. `copNo` is one of the 清单 it stopped. */
export type Correction = {
  cause: string
  lists: number
  copNo: string
  change: string
  resent: number
  attempts: string[]
}

/** What happened, as the screens told it. Absent parts were not reached. */
export type Report = {
  input: string
  rows: FileRead[]
  refusedRows: RefusedRows[]
  matching?: { orders: Counts; breaks: Counts; effects: Counts }
  missingGoods?: { sku: string; orders: number }[]
  lists?: Counts
  /** Where every order stands, by 日清表, after each part of the day. */
  daily: { when: string; states: Counts; imported: number }[]
  batches: { when: string; text: string }[]
  /** 清单 by the state their receipts brought them to, as the book has them. */
  receipts?: Counts
  /** Receipts that came: all, unread, rejections. */
  received?: Counts
  corrections: Correction[]
  /** Rows of the 出口清单批次表 that was saved as Excel. */
  printed?: number
  /** Documents by message and state as the service answers, and the sums of both sides. */
  comparison?: { verdict: string; ours: number; theirs: number; byState: Counts }
  /** Everything written, in order. */
  files: string[]
  /** Every point at which two sources did not agree, or something stayed open; empty = all is well. */
  open: string[]
}

export const emptyReport = (input: string): Report => ({
  input,
  rows: [],
  refusedRows: [],
  daily: [],
  batches: [],
  corrections: [],
  files: [],
  open: [],
})
