import { isListMessage, slots } from '#shared/declaration/dossier-messages'
import { sameContent } from '#shared/declaration/same-content'
import type { CebDocument } from '#shared/model/list'
import { unchecked } from '#shared/people/checking'
import type { Book } from '../../data/book'
import { readQueued } from '../../data/engine/dossier'
import { readResults } from '../../data/facts/results'
import { checkRules } from '../../data/people-rules'
import type { DeclareSummary, WorkProgress } from '../../data/port'
import type { StopSignal } from '../job'
import { documentsOf, isBack } from './documents'
import type { ListDocument } from './documents'
import { firstFault } from './first-fault'
import { historiesOf, keyOf, standingOf } from './histories'
import type { Histories } from './histories'
import { OrderInputs } from './order-inputs'
import { declaring, Queue } from './queue'
import type { Planned, StoredOne } from './queue'
import { paperCheck } from './papers'
import { reasons } from './reasons'
import type { ListTask } from './rebuild'
import { outdatedCheck } from './revisions'
import { loadSources, rememberCodes } from './sources'

/** 申报（入发送队列）: check in full, then queue part by part. A kill between parts leaves whole 清单 on both sides. */
export async function declareLists(
  book: Book,
  who: string,
  { lists, cancellations, why }: ListTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<DeclareSummary> {
  const sources = await loadSources(book)
  const inputs = await OrderInputs.open(book, cancellations)
  const outdated = outdatedCheck(sources, inputs)
  const stoppedBy = await paperCheck(book, who, sources)
  const { checking } = await checkRules(book.context)
  const queue = new Queue(book, who, why, sources.enterprise.value)
  const summary = await queue.work(lists, signal, progress, 'declaring', async (part) => {
    const [histories, cancelled] = await Promise.all([
      historiesOf(book, part),
      cancelledOrders(book, inputs, part),
    ])
    const held = await documentsHeld(book, part, histories)
    const stops = await Promise.all(part.map(({ record }) => stoppedBy(record.list)))
    return part.map((stored, at) => {
      const { list, state, orders } = stored.record
      if (state !== 'draft') return { stored, reason: reasons.notDraft }
      if (stored.record.held) return { stored, reason: reasons.held }
      if (outdated(list)) return { stored, reason: reasons.outdated }
      if (orders.some((id) => cancelled.has(id))) return { stored, reason: reasons.cancelled }
      const stop = stops[at]
      if (stop) return { stored, reason: stop }
      if (checking && !stored.record.checked) return { stored, reason: unchecked(stored.record) }
      const fault = firstFault(documentsOf(list), sources, book.context.now())
      return fault ? { stored, reason: fault } : planDraft(stored, histories, held)
    })
  })
  // What is queued is queued: a code that could not be remembered is met again with the next list.
  await rememberCodes(sources.unlisted, book.context.now()).catch(() => undefined)
  return summary
}

/** What customs holds of these 清单, as it was sent: by the submission that brought it. */
async function documentsHeld(
  { context }: Book,
  part: readonly StoredOne[],
  histories: Histories,
): Promise<ReadonlyMap<string, CebDocument>> {
  const drafts = part.filter(({ record }) => record.state === 'draft')
  const held = drafts.flatMap(({ record }) =>
    documentsOf(record.list).flatMap((one) => {
      const history = histories.get(keyOf(one))
      return history?.last && standingOf(history) === 'good' ? [history.last.id] : []
    }),
  )
  return held.length > 0 ? readQueued(context, held) : new Map()
}

/**
 * A draft sends what customs has not got yet, and what differs from what it has as a change; what is on its way for the
 * same order is waited for.
 */
function planDraft(stored: StoredOne, histories: Histories, held: ReadonlyMap<string, CebDocument>): Planned {
  const { list } = stored.record
  const documents = { ...list.documents }
  const send: ListDocument[] = []
  const awaited: ListDocument[] = []
  for (const one of documentsOf(list)) {
    const history = histories.get(keyOf(one))!
    const situation = standingOf(history)
    if (situation === 'draft' || isBack(situation)) send.push(one)
    else if (isListMessage(one.message)) return { stored, reason: reasons.underWay }
    else if (situation !== 'good') awaited.push(one)
    else {
      const before = held.get(history.last!.id)
      if (before && sameContent(before, one.document)) documents[slots[one.message]] = before
      else send.push(asChange(one))
    }
  }
  return declaring(stored, { ...list, documents }, { send, awaited, kind: 'declare' })
}

const asChange = (one: ListDocument): ListDocument => ({
  ...one,
  document: { ...one.document, head: { ...one.document.head, appType: '2' } },
})

async function cancelledOrders(
  { context }: Book,
  inputs: OrderInputs,
  part: readonly StoredOne[],
): Promise<Set<string>> {
  const ids = part.flatMap(({ record }) => record.orders)
  const results = await readResults(context, ids)
  const cancelled = ids.filter((id) => {
    const aspects = inputs.overlaysOf(id).map(({ record }) => record.aspect)
    if (aspects.includes('reinstated')) return false
    return aspects.includes('cancelled') || results.get(id)?.state === 'cancelled'
  })
  return new Set(cancelled)
}
