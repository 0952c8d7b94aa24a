/**
 * What one run of a client of ours is to do. `wave`: so many documents are queued at a time, and the rows of what is done
 * are dropped before the next, which shows what is held besides them; else all are queued at once and kept.
 */
export type ClientTask = { url: string; token: string; directory: string; documents: number; wave?: number }

/** Times in milliseconds, sizes in bytes. */
export type ClientReport = {
  documents: number
  queueMs: number
  exchangeMs: number
  cpuMs: number
  peakRss: number
  sentBytes: number
  receipts: number
  failures: number
}
