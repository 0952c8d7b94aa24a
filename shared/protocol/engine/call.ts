import type { Outcome, Ports } from './ports'
import type { CallRecord } from './records'

/** What the waiting times depend on right now. */
export const mood = ({ clock, foreground }: Ports) => ({
  foreground: foreground?.() ?? true,
  random: clock.random(),
})

/** The row kept about one request; also tells whoever watches the line. */
export function callRecord(
  kind: CallRecord['kind'],
  outcome: Outcome<unknown>,
  started: number,
  { clock, observe }: Ports,
  more: { batch?: string; bytes?: number } = {},
): CallRecord {
  const status = outcome.ok ? 200 : outcome.failure.status
  const call: CallRecord = {
    at: new Date(started).toISOString(),
    kind,
    code: outcome.ok ? 'ok' : outcome.failure.code,
    ms: Math.max(0, clock.now() - started),
    bytes: more.bytes ?? 0,
    ...(more.batch === undefined ? {} : { batch: more.batch }),
    ...(status === undefined ? {} : { status }),
    ...(outcome.told ? { requestId: outcome.told.requestId } : {}),
  }
  observe?.({ kind: 'call', call, ...(outcome.ok ? {} : { failure: outcome.failure }) })
  return call
}
