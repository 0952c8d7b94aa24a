import { z } from 'zod'

/** What a request does at the service, as fault switches name it: the operationId of openapi.json. */
export const operations = [
  'capabilities',
  'challenge',
  'signIn',
  'refresh',
  'putBatch',
  'queryBatch',
  'uploadOffset',
  'uploadChunk',
  'receipts',
  'documents',
  'referenceCatalogue',
  'referenceDelta',
  'putFiling',
  'filings',
  'hasAttachment',
  'putAttachment',
  'getAttachment',
  'verify',
  'selfCheck',
  'forexPrecheck',
  'registerDesk',
  'moveDeskOut',
  'putDeskRecords',
  'deskRecords',
] as const
export type Operation = (typeof operations)[number]

/**
 * Faults that a test or an operator can order. `latency`: wait `value` ms first. `cut-before`: the connection breaks
 * before anything is done. `cut-after`: everything is done and kept, the answer is lost. `slow-body`: the answer trickles
 * in over `value` ms. `rate-limited`, `busy`: 429, 503 with Retry-After `value` s. `token-expired`: 401, as if the
 * session had ended. `short-token`: a session that is begun or renewed lasts `value` s. `unknown-code`: an error code that
 * no table knows; of a batch every second document is refused with one. `half-accepted`: every second document of a batch
 * is refused for now. `duplicate`: the page's receipts come twice, with up to `value` older ones. `reorder`: the page comes
 * in reverse. `restore`: the enterprise's data first go back to their last snapshot, or to nothing.
 */
export const faultKinds = [
  'latency',
  'cut-before',
  'cut-after',
  'slow-body',
  'rate-limited',
  'busy',
  'token-expired',
  'short-token',
  'unknown-code',
  'half-accepted',
  'duplicate',
  'reorder',
  'restore',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** One switch: for `times` requests of an operation, of one enterprise or of all. */
export const FaultSwitch = z.object({
  kind: z.enum(faultKinds),
  operation: z.enum(operations),
  enterprise: z.string().min(1).max(64).optional(),
  value: z.int().nonnegative().max(600_000).optional(),
  times: z.int().positive().max(1_000_000).default(1),
})
export type FaultSwitch = z.infer<typeof FaultSwitch>

/** The faults that one request has to suffer, with their values. */
export type ActiveFaults = ReadonlyMap<FaultKind, number | undefined>

/** Header form for one request: `x-practice-fault: latency=200, cut-after`. Undefined when a part is not understood. */
export function parseFaultHeader(header: string): Map<FaultKind, number | undefined> | undefined {
  const faults = new Map<FaultKind, number | undefined>()
  for (const part of header.split(',')) {
    const [name = '', value] = part.trim().split('=')
    const kind = faultKinds.find((known) => known === name)
    if (!kind || (value !== undefined && !/^\d{1,6}$/.test(value))) return undefined
    faults.set(kind, value === undefined ? undefined : Number(value))
  }
  return faults
}
