/** What one run of a client of ours is to do. */
export type ClientTask = { url: string; token: string; directory: string; documents: number }

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
