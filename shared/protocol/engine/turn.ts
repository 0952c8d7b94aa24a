import { untakenBy } from '../negotiation'
import { READER_VERSION } from '../receipts'
import { median, withSkew } from '../told'
import { callRecord, mood } from './call'
import { compose } from './compose'
import { alongside, decide, type Effect } from './decide'
import type { Memory } from './memory'
import { compareFilings, file, pullFilings } from './filing'
import { unfitService } from './fitness'
import { backoff } from './pace'
import { Fenced, type Fence, type Outcome, type Ports } from './ports'
import { FIRST_LOOK_MS, pull, readFacts } from './pull'
import { listAnswered, recheckBatch } from './recheck'
import type { BatchHead, Work } from './records'
import { reasonOf, settleOutcome, type Around } from './settle'

export const newMemory = (): Memory => ({
  lastPulled: false,
  skews: [],
  filingsAt: 0,
  filingTries: new Map(),
  pausedUntil: 0,
})

/** An AbortSignal fits. */
export type StopSignal = { readonly aborted: boolean }

/** Queued submissions read at once; two batches' worth, so that one that does not fit has a successor. */
const WINDOW = 400
/** Stored receipt messages read again in one step. */
const REREAD = 100

/**
 * One step: read the work, choose, do, write the result. Whatever happens in between (kill, throw), the next step
 * starts from the store alone.
 * @returns until when there is nothing to do (ms since 1970); undefined when there may be more
 * @throws what the store throws (disk full, closed); nothing that a network does
 */
export async function turn(
  given: Ports,
  memory: Memory,
  signal: StopSignal = { aborted: false },
): Promise<number | undefined> {
  const ports = { ...given, transport: attentive(given, memory) }
  const work = await ports.store.nextWork(ports.clock.now(), WINDOW)
  const fence = { epoch: work.epoch }
  try {
    if (memory.journalEpoch !== work.epoch) {
      await ports.store.adopt(await ports.transport.journal(), ports.clock.now(), fence)
      memory.journalEpoch = work.epoch
      return undefined
    }
    if (signal.aborted) return undefined
    const unsigned = (await ports.signer.messages?.unsigned()) ?? []
    if (unsigned.join() !== work.unsigned.join()) {
      await ports.store.learnUnsigned(unsigned, fence)
      return undefined
    }
    const now = ports.clock.now()
    const effect = decide(work, memory, now, ports.sender.zone)
    const others = alongside(effect, work, memory, now, ports.sender.zone)
    if (talks.has(effect.do)) memory.lastPulled = effect.do === 'pull'
    const effects = [effect, ...others]
    let isOver = effects.length === 1 || signal.aborted
    const pages = (first: Pull) =>
      pullPages(first, work, fence, ports, memory, () => isOver || signal.aborted)
    const begun = effects.map((one) =>
      one.do === 'pull' ? pages(one) : perform(one, work, fence, ports, memory),
    )
    const besides = begun.filter((_, n) => effects[n]!.do !== 'pull')
    void Promise.allSettled(besides).then(() => (isOver = true))
    return await all(begun)
  } catch (error) {
    if (error instanceof Fenced) return undefined
    throw error
  }
}

/**
 * Wait for everything that was begun, also when a part of it fails: nothing may go on unseen beside the next step.
 * @returns what the first says
 * @throws the first failure; that the account changed only when there is no other
 */
async function all<T>(begun: readonly Promise<T>[]): Promise<T> {
  const ended = await Promise.allSettled(begun)
  const errors = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  if (errors.length > 0) throw errors.find((error) => !(error instanceof Fenced)) ?? errors[0]
  return begun[0]!
}

type Pull = Effect & { do: 'pull' }

/** Pages of receipts one after the other for as long as something else is under way anyway; at least one. */
async function pullPages(
  first: Pull,
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Memory,
  isOver: () => boolean,
): Promise<undefined> {
  let { cursor } = first
  do cursor = await pull({ ...first, cursor }, work, fence, ports, memory)
  while (cursor !== undefined && !isOver())
}

async function perform(
  effect: Exclude<Effect, Pull>,
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Memory,
): Promise<number | undefined> {
  switch (effect.do) {
    case 'idle': {
      const { until, obstacle } = effect
      ports.observe?.({ kind: 'idle', until, ...(obstacle && { obstacle }) })
      return until
    }
    case 'capabilities':
      await askCapabilities(work, fence, ports, memory)
      return undefined
    case 'file':
      await file(effect.submission, work, fence, ports, memory)
      return undefined
    case 'pullFilings':
      memory.filingsAt = await pullFilings(work, fence, ports, memory)
      return undefined
    case 'compareFilings':
      await compareFilings(work, fence, ports, memory)
      return undefined
    case 'list':
      await listAnswered(effect, work, fence, ports)
      return undefined
    case 'recheck':
      await recheckBatch(effect, work, fence, ports, memory)
      return undefined
    case 'readmit':
      await ports.store.readmit(WINDOW, fence)
      return undefined
    case 'reread':
      await reread(effect.after, work, fence, ports)
      return undefined
    case 'compose': {
      if (await guarded(fence, ports)) return undefined
      const composed = await compose(ports, work, effect.submissions, memory.capabilities!.value.limits)
      if (!composed) return undefined
      if ('fixed' in composed) await ports.store.fixBatch(composed.fixed, fence)
      else await ports.store.park({ submission: composed.tooLarge.id }, composed.reason, fence)
      return undefined
    }
    case 'send':
      if (!(await guarded(fence, ports))) await send(effect.batch, work, fence, ports, memory)
      return undefined
    case 'query': {
      const started = ports.clock.now()
      const outcome = await ports.transport.queryBatch(effect.batch.id, work.account)
      await commit('query', effect.batch, outcome, started, work, fence, ports, memory)
    }
  }
}

const talks: ReadonlySet<Effect['do']> = new Set(['send', 'query', 'pull', 'compose', 'file', 'pullFilings'])

/** A transport whose answers are also heard for the clock of the service and for how much it can bear. */
function attentive({ transport, clock, observe }: Ports, memory: Memory): Ports['transport'] {
  const { filings } = transport
  const hear = async <T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await asked
    const { skewMs, pauseMs } = outcome.told ?? {}
    if (pauseMs !== undefined) memory.pausedUntil = clock.now() + pauseMs
    if (skewMs !== undefined) {
      memory.skews = withSkew(memory.skews, skewMs)
      observe?.({ kind: 'skew', ms: median(memory.skews)! })
    }
    return outcome
  }
  return {
    capabilities: () => hear(transport.capabilities()),
    putBatch: (put) => hear(transport.putBatch(put)),
    queryBatch: (id, account) => hear(transport.queryBatch(id, account)),
    receipts: (cursor, limit) => hear(transport.receipts(cursor, limit)),
    ...(filings && {
      filings: {
        put: (filing) => hear(filings.put(filing)),
        page: (cursor, limit) => hear(filings.page(cursor, limit)),
      },
    }),
    journal: () => transport.journal(),
  }
}

/** Receipts an older version stored, with what we make of them today. */
async function reread(after: string, work: Work, fence: Fence, { store, codec }: Ports): Promise<void> {
  const originals = await store.originals(after, REREAD)
  const facts = originals.flatMap((original) => readFacts(original, codec))
  const last = originals.length < REREAD ? undefined : originals.at(-1)!.id
  const reading = last === undefined ? { version: READER_VERSION } : { ...work.reading, after: last }
  await store.applyReading(facts, reading, fence)
}

/** A database that shows less than what left this machine may ask and receive, but not send. */
async function guarded(fence: Fence, { guard, store }: Ports): Promise<boolean> {
  const reason = await guard()
  if (reason) await store.hold({ kind: 'guard', reason }, fence)
  return reason !== undefined
}

async function send(batch: BatchHead, work: Work, fence: Fence, ports: Ports, memory: Memory): Promise<void> {
  const started = ports.clock.now()
  const bytes = await ports.store.markSending(batch.id, new Date(started).toISOString(), fence)
  if (!bytes) return
  const outcome = await ports.transport.putBatch({
    batchId: batch.id,
    bytes,
    sha256: batch.sha256,
    marks: batch.marks,
    account: work.account,
    epoch: work.epoch,
  })
  await commit('send', batch, outcome, started, work, fence, ports, memory)
}

async function commit(
  kind: 'send' | 'query',
  batch: BatchHead,
  outcome: Parameters<typeof settleOutcome>[2],
  started: number,
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Memory,
): Promise<void> {
  const { store } = ports
  if (outcome.ok && outcome.value.items.length > 0) {
    memory.newsAt ??= ports.clock.now() + FIRST_LOOK_MS
    memory.looks = 0
  }
  const call = callRecord(kind, outcome, started, ports, {
    batch: batch.id,
    bytes: kind === 'send' ? batch.size : 0,
  })
  const at = new Date(ports.clock.now()).toISOString()
  const around: Around = { now: ports.clock.now(), at, line: work.line, mood: mood(ports), call }
  for (const step of settleOutcome(kind, batch, outcome, around)) {
    if (step.verb === 'applyAnswer') await store.applyAnswer(batch.id, step.answer, step.next, fence)
    else if (step.verb === 'markUnsent') await store.markUnsent(batch.id, step.note, fence)
    else if (step.verb === 'markSent') await store.markSent(batch.id, step.note, fence)
    else if (step.verb === 'dissolve') await store.dissolve(batch.id, step.how, fence)
    else if (step.verb === 'park') await store.park({ batch: batch.id, at }, step.reason, fence)
    else if (step.verb === 'line') await store.schedule('line', step.pace, undefined, fence)
    else await store.hold(step.hold, fence)
  }
}

async function askCapabilities(work: Work, fence: Fence, ports: Ports, memory: Memory): Promise<void> {
  const { clock, store, sender } = ports
  const started = clock.now()
  const outcome = await ports.transport.capabilities()
  const call = callRecord('capabilities', outcome, started, ports)
  if (!outcome.ok) {
    const { failure } = outcome
    const nextAt = clock.now() + backoff(work.line.failures + 1, mood(ports), failure.retryAfterSeconds)
    await store.schedule('line', { failures: work.line.failures + 1, nextAt }, call, fence)
    if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
    return
  }
  const { functions } = outcome.value
  const carried = ports.transport.filings ? functions : functions.filter((name) => name !== 'filings')
  const value = { ...outcome.value, functions: carried }
  await store.schedule('line', { failures: 0, nextAt: 0 }, call, fence)
  const unfit = unfitService(value, sender.book)
  if (unfit) return store.hold(unfit, fence)
  const untaken = untakenBy(value)
  if (untaken.join() !== work.untaken.join()) await store.learn(untaken, fence)
  const skewMs = Date.parse(value.serverTime) - (started + clock.now()) / 2
  memory.capabilities = { value, at: clock.now(), epoch: work.epoch, skewMs }
}
