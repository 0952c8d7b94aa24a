import type { BookPort, ExchangeFacts } from '../data/port'
import { useBookState } from './book'
import { useDevice } from './device'

/** How many batches are looked back at when the queue has become empty. */
const recent = 50

function announce(kind: 'refused' | 'batch-done', count: number): void {
  const { book } = useBookState.getState()
  const { systemNotices, language } = useDevice.getState()
  if (!systemNotices || book.phase !== 'open' || count === 0) return
  const practice = book.session.entry.kind === 'practice'
  void window.yiguan.invoke('app.notify', { kind, count, practice, language })
}

/** Since when something waits or is unknown; undefined while nothing does. */
let pendingSince: string | undefined
/** Whether this window runs the exchange: of several windows only that one speaks to the system. */
let isHere = false

/** 清单 that customs sent back. */
export function announceRefused(count: number): void {
  if (isHere) announce('refused', count)
}

/** Told whenever the facts of the exchange change: when nothing waits any more, the batches since then are finished. */
export async function watchBatches(port: BookPort, facts: ExchangeFacts, now: string): Promise<void> {
  isHere = facts.engine === 'here'
  const isPending = facts.queued + facts.unknownOutcome > 0
  if (isPending) pendingSince ??= now
  if (isPending || pendingSince === undefined) return
  const since = pendingSince
  pendingSince = undefined
  if (!isHere) return
  const { rows } = await port.batches({ offset: 0, limit: recent })
  announce('batch-done', rows.filter(({ createdAt }) => createdAt >= since).length)
}

export function forgetBatches(): void {
  pendingSince = undefined
  isHere = false
}
