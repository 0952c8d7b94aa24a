/**
 * What one run of a client of ours is to do. `wave`: so many documents are queued at a time, and the rows of what is done
 * are dropped before the next, which shows what is held besides them; else all are queued at once and kept.
 */
export type ClientTask = {
  url: string
  token: string
  directory: string
  documents: number
  wave?: number
  /** Nothing is queued after so many seconds. */
  seconds?: number
  /** The service, whose memory is read after each wave. */
  servicePid?: number
}

/** After a wave: documents done so far, and what is held once garbage was collected. Sizes in bytes. */
export type Wave = {
  documents: number
  ms: number
  heap: number
  rss: number
  serviceRss: number | undefined
}

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
  waves: Wave[]
}
