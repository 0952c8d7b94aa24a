import type { ServiceFunction } from '../api'
import { isFiling } from '../dependencies'
import { obstacleTo, type Obstacle } from '../hours'
import { READER_VERSION } from '../receipts'
import type { Memory } from './memory'
import { isDue } from './pace'
import { pickBatch } from './pick'
import { recheckStep, type RecheckStep } from './recheck'
import type { BatchHead, SubmissionHead, Work } from './records'

/** One thing the engine does next. Everything it does to the world is one of these. */
export type Effect =
  | { do: 'capabilities' }
  | { do: 'send'; batch: BatchHead }
  | { do: 'query'; batch: BatchHead }
  | { do: 'pull'; cursor: string | undefined; limit: number }
  | { do: 'compose'; submissions: SubmissionHead[] }
  | { do: 'file'; submission: SubmissionHead }
  | { do: 'pullFilings' }
  /** What was answered is asked about again. */
  | RecheckStep
  /** Look again at what waits. */
  | { do: 'readmit' }
  /** Read stored receipts again, those behind an id. */
  | { do: 'reread'; after: string }
  | { do: 'idle'; until: number; obstacle?: Obstacle }

export const CAPABILITIES_LAST_MS = 3_600_000
const MOST_OPEN_BATCHES = 8
const MOST_RECEIPTS = 500
/** Answered batches that may wait to be probed while there is better to do; half of what a store keeps of them. */
const MOST_UNPROBED = 32
const LONGEST_IDLE_MS = 15 * 60_000

/**
 * Choose the next step from what is stored. Pure. Order: what may already have left (asked about before anything new
 * goes), receipts and new batches in turn. A batch whose result is unknown is only ever asked about or sent again as it
 * is. What needs no line is done while there is nothing else to do.
 */
export function decide(work: Work, memory: Memory, now: number, zone = ''): Effect {
  if (work.pass !== undefined) return { do: 'readmit' }
  const next = overTheLine(work, memory, now, zone)
  const { version, after = '' } = work.reading
  return next.do === 'idle' && version < READER_VERSION ? { do: 'reread', after } : next
}

/**
 * What is done at the same time as `first`: nothing waits for the line that need not. A page of receipts comes while a
 * batch leaves, and the next batch is made while one is on its way. Each of them is transactions of its own, about other
 * documents or in any order right, so it does not matter which ends first. Over a line that failed one thing is tried.
 */
export function alongside(first: Effect, work: Work, memory: Memory, now: number, zone = ''): Effect[] {
  if (work.line.failures > 0 || work.pass !== undefined) return []
  if (first.do !== 'pull' && !ofBatches.has(first.do)) return []
  const other = overTheLine(work, { ...memory, lastPulled: first.do === 'pull' }, now, zone)
  const isOther = first.do === 'pull' ? ofBatches.has(other.do) : other.do === 'pull'
  const found = isOther ? [other] : []
  const sent = [first, ...found].find((effect) => effect.do === 'send')
  if (!sent || work.batches.some((batch) => batch !== sent.batch && isDue(batch.nextAt, now))) return found
  const next = overTheLine(
    { ...work, batches: work.batches.filter((batch) => batch !== sent.batch) },
    { ...memory, lastPulled: true },
    now,
    zone,
  )
  return next.do === 'compose' && work.batches.length < MOST_OPEN_BATCHES ? [...found, next] : found
}

const ofBatches: ReadonlySet<Effect['do']> = new Set(['send', 'query', 'compose'])

function overTheLine(work: Work, memory: Memory, now: number, zone: string): Effect {
  if (work.hold && work.hold.kind !== 'guard') return idle(now, [])
  if (!isDue(work.line.nextAt, now)) return idle(now, [work.line.nextAt])
  if (!isDue(memory.pausedUntil, now)) return idle(now, [memory.pausedUntil])
  const known = memory.capabilities
  if (!known || known.epoch !== work.epoch || now - known.at > CAPABILITIES_LAST_MS || now < known.at) {
    return { do: 'capabilities' }
  }
  const { limits } = known.value
  const serviceNow = now + known.skewMs
  const obstacle = (name: ServiceFunction) => obstacleTo(name, known.value, zone, serviceNow)
  const closed = obstacle('batches')
  const maySend = work.hold === undefined && !closed
  // A line that failed is tried with a harmless question first, so that a day offline leaves no batch in doubt.
  const failing = work.line.failures > 0
  const due = closed
    ? []
    : work.batches.filter((batch) => isDue(batch.nextAt, now)).sort((a, b) => a.nextAt - b.nextAt)
  const newsAt = work.pull.failures === 0 ? (memory.newsAt ?? Infinity) : Infinity
  const pull: Effect | undefined =
    (isDue(work.pull.nextAt, now) || newsAt <= now) && !obstacle('receipts')
      ? { do: 'pull', cursor: work.cursor, limit: Math.min(MOST_RECEIPTS, limits.maxReceiptPage) }
      : undefined
  if (pull && !memory.lastPulled) return pull
  const { recheckAt = 0, probeAt = 0, filingsComparedAt = 0 } = memory
  const keeps = known.value.functions.includes('documents')
  const noFilings = obstacle('filings')
  const recheck = !closed && keeps ? recheckStep(work, !noFilings) : undefined
  const isProbeDue = isDue(probeAt, now) || (work.sample.length > 1 && !memory.recheckTries)
  // No more are kept than fit: a queue that never ends must not push out what nobody looked at yet.
  if (recheck && !work.recheck && isProbeDue && !failing && work.sample.length >= MOST_UNPROBED)
    return recheck
  for (const batch of due) {
    const effect = nextOf(batch)
    if (effect.do === 'query') return effect
    if (maySend) return failing ? { do: 'capabilities' } : effect
  }
  const isComparing = recheck?.do === 'compareFilings'
  if (recheck && isComparing) return failing ? { do: 'capabilities' } : recheck
  const filing = work.hold || noFilings ? undefined : filingStep(work, memory, now)
  if (filing) return failing ? { do: 'capabilities' } : filing
  if (recheck && work.recheck && isDue(recheckAt, now)) return failing ? { do: 'capabilities' } : recheck
  if (maySend && !(work.recheck && keeps) && work.batches.length < MOST_OPEN_BATCHES) {
    const submissions = pickBatch(work.queued, limits, now)
    if (submissions.length > 0) return failing ? { do: 'capabilities' } : { do: 'compose', submissions }
  }
  if (pull) return pull
  if (recheck && !work.recheck && isProbeDue) return failing ? { do: 'capabilities' } : recheck
  // A service may lose filings and nothing else: no batch and no cursor shows that.
  const hasFiled = work.hasFiled && !work.hold && !noFilings
  if (hasFiled && isDue(filingsComparedAt, now)) return { do: failing ? 'capabilities' : 'compareFilings' }
  const filingsAt = looksForReviews(work, memory) ? [memory.filingsAt] : []
  const times = [work.pull.nextAt, newsAt, ...work.batches.map((batch) => batch.nextAt), ...filingsAt]
  times.push(...work.queued.flatMap(({ restsUntil = [] }) => restsUntil))
  if (hasFiled) times.push(filingsComparedAt)
  if (recheck) times.push(work.recheck ? recheckAt : probeAt)
  if (!closed) return idle(now, times)
  const { at, ...rest } = closed
  return { ...idle(now, [...times, now + at - serviceNow]), obstacle: rest }
}

/** A change of what was approved holds nobody back, but its review is awaited like a first one. */
const looksForReviews = ({ openFilings }: Work, { awaitsReview = false }: Memory): boolean =>
  openFilings.length > 0 || awaitsReview

/** Filings go one by one; while any is not reviewed its review is looked for. */
function filingStep(work: Work, memory: Memory, now: number): Effect | undefined {
  const submission = work.queued.find(({ message }) => isFiling(message))
  if (submission) return { do: 'file', submission }
  return looksForReviews(work, memory) && isDue(memory.filingsAt, now) ? { do: 'pullFilings' } : undefined
}

/** Fixed and never sent: send. Else ask, unless the service just said that it lacks it. */
function nextOf(batch: BatchHead): Effect & { do: 'send' | 'query' } {
  if (batch.ghost) return { do: 'query', batch }
  if (batch.stage === 'fixed') return { do: 'send', batch }
  const again = batch.resend && batch.verdict === undefined
  return { do: again ? 'send' : 'query', batch }
}

function idle(now: number, times: number[]): Effect & { do: 'idle' } {
  const next = Math.min(...times.filter((time) => time > now), now + LONGEST_IDLE_MS)
  return { do: 'idle', until: next }
}
