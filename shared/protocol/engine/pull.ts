import type { ReceiptPage } from '../api'
import { receiptFacts, type ReceiptFact } from '../receipts'
import { callRecord, mood } from './call'
import type { Effect } from './decide'
import type { Memory, PageAhead } from './memory'
import { backoff } from './pace'
import type { Fence, Ports } from './ports'
import type { CallRecord, Pace, Work } from './records'
import { reasonOf } from './settle'

/**
 * How soon to look after something came or was taken in, because the next states of the same documents follow. Each look
 * in vain is followed by a wait four times as long, up to the quiet one: a fast service is not waited for, a slow one is
 * asked three times.
 */
export const FIRST_LOOK_MS = 250
const SLOWER = 4
const QUIET_FOREGROUND_MS = 15_000
const QUIET_BACKGROUND_MS = 60_000

/**
 * Fetch one page of receipts and store it together with its cursor. Where more follow, the next is asked for before this
 * one is read: it is on its way while we work, and counts only once this one is stored.
 * @returns the cursor of the next page, where one follows
 */
export async function pull(
  { cursor, limit }: Effect & { do: 'pull' },
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Pick<Memory, 'ahead' | 'newsAt' | 'looks'>,
): Promise<string | undefined> {
  const { store, clock, codec } = ports
  const { ahead } = memory
  delete memory.ahead
  const isAhead = ahead?.epoch === work.epoch && ahead.cursor === cursor && ahead.limit === limit
  const { started, outcome: asked } = isAhead ? ahead : ask(cursor, limit, work.epoch, ports)
  // A page that was asked for before the news cannot hold it.
  if (started >= (memory.newsAt ?? Infinity)) delete memory.newsAt
  const outcome = await asked
  const call = callRecord('receipts', outcome, started, ports)
  if (!outcome.ok) {
    const { failure } = outcome
    const lane = failure.line ? 'line' : 'pull'
    const failures = work[lane].failures + 1
    const nextAt = clock.now() + backoff(failures, mood(ports), failure.retryAfterSeconds)
    if (cursor && failure.kind === 'refused') {
      await startOver(cursor, { failures, nextAt }, call, fence, ports)
      return undefined
    }
    await store.schedule(lane, { failures, nextAt }, call, fence)
    if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
    return undefined
  }
  if (work.line.failures > 0) await store.schedule('line', { failures: 0, nextAt: 0 }, undefined, fence)
  const { receipts, cursor: next, more, restarted } = outcome.value
  // More without getting on is no more: it would never end.
  const goesOn = more && next !== cursor
  if (goesOn) memory.ahead = ask(next, limit, work.epoch, ports)
  if (receipts.length > 0) memory.looks = 0
  const isStored = await store.applyReceipts(
    {
      from: cursor,
      cursor: next,
      facts: receipts.flatMap((receipt) => readFacts(receipt, codec)),
      originals: receipts,
      ...(restarted && { restarted }),
      at: new Date(clock.now()).toISOString(),
      pull: { failures: 0, nextAt: clock.now() + (goesOn ? 0 : nextLook(memory, ports)) },
      call,
    },
    fence,
  )
  return goesOn && isStored ? next : undefined
}

function ask(
  cursor: string | undefined,
  limit: number,
  epoch: number,
  { transport, clock }: Ports,
): PageAhead {
  const outcome = transport.receipts(cursor, limit)
  // What it throws is thrown where it is waited for, if it ever is.
  outcome.catch(() => undefined)
  return { epoch, cursor, limit, started: clock.now(), outcome }
}

/**
 * The service does not know this cursor: it was put back to an older state, or is another behind the same name. From
 * the beginning then; receipts that are stored already are told by their ids.
 */
async function startOver(
  from: string,
  pull: Pace,
  call: CallRecord,
  fence: Fence,
  { store, clock }: Ports,
): Promise<void> {
  const at = new Date(clock.now()).toISOString()
  await store.applyReceipts(
    { from, cursor: '', facts: [], originals: [], at, pull, call, restarted: true },
    fence,
  )
}

/** A receipt we cannot read is kept as it came and read again by a newer version; it stops nothing. */
export function readFacts(receipt: ReceiptPage['receipts'][number], codec: Ports['codec']): ReceiptFact[] {
  try {
    return receiptFacts(receipt, codec.decode(receipt.xml))
  } catch {
    return []
  }
}

/** Time to the next look; one that follows looks in vain is later. Nothing was heard since the start: the quiet one. */
function nextLook(memory: Pick<Memory, 'looks'>, { foreground }: Ports): number {
  const quiet = (foreground?.() ?? true) ? QUIET_FOREGROUND_MS : QUIET_BACKGROUND_MS
  const { looks = Infinity } = memory
  memory.looks = looks + 1
  return Math.min(quiet, FIRST_LOOK_MS * SLOWER ** looks)
}
