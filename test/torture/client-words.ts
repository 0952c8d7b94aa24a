export type ClientOptions = {
  directory: string
  url: string
  token: string
  /** Start of the round and how much faster than real time its clock goes. */
  epochMs: number
  speed: number
  /** Kill yourself the n-th time you come by there. */
  kill?: { point: string; times: number }
}

/** `accept`: the officer checked the older database and lets it send again. */
export type Order = { kind: 'declare'; orders: string[] } | { kind: 'look' } | { kind: 'accept' }

export type State = {
  kind: 'state'
  stages: string[]
  /** Status code by document. */
  states: Record<string, string>
  batches: number
  ghosts: number
  /** The counters outside say that the database is older than it was. */
  suspect: boolean
  /** The send journal was compared with the database since this process started. */
  compared: boolean
  hold?: string
}

export type Said =
  | { kind: 'ready' }
  | { kind: 'declared'; orderNo: string }
  | { kind: 'refused'; orderNo: string; code: string }
  | { kind: 'failure'; code: string }
  | { kind: 'failed'; message: string }
  | State

/** Where a client can be killed. */
export const killPoints = [
  'enqueue:before',
  'enqueue:after',
  'adopt:after',
  'fixBatch:before',
  'fixBatch:after',
  'markSending:before',
  'markSending:after',
  'journal:before',
  'journal:after',
  'request:before',
  'answer:before',
  'markSent:before',
  'markSent:after',
  'applyAnswer:before',
  'applyAnswer:after',
  'applyReceipts:before',
  'applyReceipts:after',
  'applyRecheck:after',
] as const
