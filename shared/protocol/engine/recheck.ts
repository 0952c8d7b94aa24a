import { callRecord, mood } from './call'
import type { Memory } from './memory'
import { backoff } from './pace'
import type { Fence, Ports } from './ports'
import type { Recheck, Work } from './records'
import { reasonOf } from './settle'

/** Looking again at what was answered: the list of it, or one batch. `probe`: only to see whether it is there. */
export type RecheckStep =
  { do: 'list'; after: string } | { do: 'recheck'; batch: string; probe: boolean } | { do: 'compareFilings' }

/** How often the last answered batch is asked about while nothing happens. */
const PROBE_EVERY_MS = 15 * 60_000
/** Nobody puts back a state older than this, and a service may forget what is older. */
const LOOK_BACK_MS = 30 * 86_400_000
/** Batches that are named at once. */
const LIST = 500
const LATER_MS = 60_000
/** A service that cannot say how a batch stands is asked this often, then the others follow. */
const MOST_TRIES = 4

/**
 * The next batch that has its answer and is asked about again: all of them, oldest first, once the service turned out
 * to have been put back to an older state. Before that is known: each batch once after the next one was answered, for the
 * service may have been put back between any two of them without a sign, and the last one now and then. What goes again
 * holds the rest up, so that no list comes before its order. Filings come first, because orders rest on them.
 */
export function recheckStep(
  { recheck, sample, batches }: Work,
  hasFilings: boolean,
): RecheckStep | undefined {
  const [oldest] = sample
  if (!recheck) return oldest === undefined ? undefined : { do: 'recheck', batch: oldest, probe: true }
  if (hasFilings && !recheck.filed) return { do: 'compareFilings' }
  if (batches.some(({ again }) => again)) return undefined
  const [batch] = recheck.batches
  return batch === undefined
    ? { do: 'list', after: recheck.after ?? '' }
    : { do: 'recheck', batch, probe: false }
}

/** Name the next batches to be asked about; none left ends it. */
export async function listAnswered(
  { after }: RecheckStep & { do: 'list' },
  work: Work,
  fence: Fence,
  { store, clock }: Ports,
): Promise<void> {
  const since = new Date(clock.now() - LOOK_BACK_MS).toISOString()
  const isLast = work.recheck?.after === undefined
  const found = isLast ? [] : await store.answered(after > since ? after : since, LIST)
  const batches = found.map((key) => key.slice(key.indexOf(' ') + 1))
  const last = found.at(-1)
  const named = (work.recheck?.named ?? 0) + batches.length
  const filed = work.recheck?.filed
  const next: Recheck = {
    batches,
    named,
    ...(found.length === LIST && last && { after: last }),
    ...(filed && { filed }),
  }
  await store.recheck(found.length === 0 ? undefined : next, fence)
}

/** Ask about a batch that has its answer. What the service no longer has of it goes again. */
export async function recheckBatch(
  { batch, probe }: RecheckStep & { do: 'recheck' },
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Memory,
): Promise<void> {
  const { store, transport, clock } = ports
  const started = clock.now()
  const outcome = await transport.queryBatch(batch, work.account)
  const call = callRecord('query', outcome, started, ports, { batch })
  const now = clock.now()
  const isUnknown = !outcome.ok && outcome.failure.status === 404 && outcome.failure.code === 'unknown-batch'
  if (!outcome.ok && !isUnknown && (outcome.failure.line || outcome.failure.kind === 'auth')) {
    const { failure } = outcome
    const failures = work.line.failures + 1
    const nextAt = now + backoff(failures, mood(ports), failure.retryAfterSeconds)
    await store.schedule('line', { failures, nextAt }, call, fence)
    if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
    return
  }
  const line = { failures: 0, nextAt: 0 }
  if (outcome.ok ? outcome.value.state === 'received' : !isUnknown) {
    // It cannot say: later, and after some tries never mind.
    const tries = (memory.recheckTries ?? 0) + 1
    memory.recheckTries = tries < MOST_TRIES ? tries : 0
    if (probe) memory.probeAt = now + PROBE_EVERY_MS
    else memory.recheckAt = now + (tries < MOST_TRIES ? backoff(tries, mood(ports)) : 0)
    await store.schedule('line', line, call, fence)
    if (tries >= MOST_TRIES && work.recheck) await store.recheck(without(work.recheck, batch), fence)
    return
  }
  if (work.line.failures > 0) await store.schedule('line', line, undefined, fence)
  const answer = outcome.ok ? outcome.value : undefined
  const at = new Date(now).toISOString()
  const isDone = await store.applyRecheck(batch, answer, { call, at, probe }, fence)
  memory.recheckTries = 0
  if (probe) memory.probeAt = now + PROBE_EVERY_MS
  else memory.recheckAt = now + (isDone ? 0 : LATER_MS)
}

/** How far the asking is, for the screens. @param named so many batches were named so far */
export const progressOf = ({ batches, after }: Recheck, named: number) => ({
  done: named - batches.length,
  of: named,
  more: after !== undefined,
})

export const without = (recheck: Recheck, batch: string): Recheck => ({
  ...recheck,
  batches: recheck.batches.filter((id) => id !== batch),
})
