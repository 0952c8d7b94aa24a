import { correctList } from '#shared/declaration/correct-list'
import { sameContent, sameList } from '#shared/declaration/same-content'
import { correctionUnchecked } from '#shared/people/checking'
import { isListMessage, slots } from '#shared/declaration/dossier-messages'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import type { Reason } from '#shared/protocol/engine/records'
import type { BuildFault } from '#shared/declaration/build-fault'
import type { Book } from '../../data/book'
import { checkRules } from '../../data/people-rules'
import type { DeclareSummary, WorkProgress } from '../../data/port'
import { command } from '../../data/write/command'
import type { StopSignal } from '../job'
import { newGuid } from './build'
import { documentsOf, isUnderWay } from './documents'
import type { ListDocument } from './documents'
import { historiesOf, keyOf, standingOf } from './histories'
import type { Histories } from './histories'
import { OrderInputs } from './order-inputs'
import type { OrderInput } from './order-inputs'
import { declaring, Queue } from './queue'
import type { Planned, Queueing, StoredOne } from './queue'
import { paperCheck } from './papers'
import { reasons } from './reasons'
import { partOf } from './rebuild'
import type { ListTask } from './rebuild'
import { withPersonYears } from './person-years'
import { loadSources } from './sources'
import type { Sources } from './sources'

/**
 * Correct 清单 that were sent back: build each again from its mended sources and queue just what has to go, the
 * documents at fault before the 清单. Same copNo and order number; every earlier attempt stays. Papers and the leave of an
 * agent are looked at as for the first sending: weeks may lie between the two.
 */
export async function correctLists(
  book: Book,
  who: string,
  { lists, cancellations, why }: ListTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<DeclareSummary> {
  const sources = await withPersonYears(book, await loadSources(book))
  const inputs = await OrderInputs.open(book, cancellations)
  const stoppedBy = await paperCheck(book, who, sources)
  const { checking } = await checkRules(book.context)
  const queue = new Queue(book, who, why, sources.enterprise.value)
  const allowed = async (planned: Planned): Promise<Planned> => {
    if ('reason' in planned) return planned
    const reason = await stoppedBy(planned.keep([], '').list)
    if (reason) return { stored: planned.stored, reason }
    return checking ? unlessUnchecked(book, who, why, planned) : planned
  }
  return queue.work(lists, signal, progress, 'correcting', async (part) => {
    const refused = part.filter(({ record }) => record.state === 'refused')
    const read = await inputs.read(refused.flatMap(({ record }) => record.orders.slice(0, 1)))
    const histories = await historiesOf(book, refused)
    const planned = part.map((stored) =>
      stored.record.state === 'refused'
        ? planCorrection(
            stored,
            read.get(stored.record.orders[0] ?? ''),
            sources,
            histories,
            book.context.now(),
          )
        : { stored, reason: reasons.notRefused },
    )
    return eachInTurn(planned, allowed)
  })
}

/**
 * Where documents are checked, a correction goes out in two strides: built again it is kept, unchecked, under the name of who
 * did it; once somebody else has checked just that, it is queued.
 */
async function unlessUnchecked(book: Book, who: string, why: string, planned: Queueing): Promise<Planned> {
  const { stored } = planned
  const { batchNo: _none, list: built, ...kept } = planned.keep([], '')
  const { record } = stored
  const list = { ...built, attempt: record.list.attempt }
  if (sameList(list, record.list)) {
    if (record.checked) return planned
    if (record.author !== undefined) return { stored, reason: correctionUnchecked(record.author) }
  }
  await command(book.context, 'list.correct', who, why, async (draft) => {
    const found = await draft.get('lists', stored.id)
    if (found?.rev !== stored.rev) return
    const { batchNo } = found.record
    await draft.put('lists', { ...kept, list, ...(batchNo !== undefined && { batchNo }) }, stored.id)
  })
  return { stored, reason: correctionUnchecked(who) }
}

async function eachInTurn<T>(all: readonly T[], settle: (one: T) => Promise<T>): Promise<T[]> {
  const settled: T[] = []
  for (const one of all) settled.push(await settle(one))
  return settled
}

function planCorrection(
  stored: StoredOne,
  input: OrderInput | undefined,
  sources: Sources,
  histories: Histories,
  now: string,
): Planned {
  const { record } = stored
  if (record.declaredBy) return { stored, reason: reasons.otherDesk }
  const part = partOf(record, input, sources, now)
  if ('faults' in part) return { stored, reason: faultReason(part.faults) }
  const situation = (one: ListDocument) => {
    const history = histories.get(keyOf(one))
    return history ? standingOf(history) : 'draft'
  }
  const before = documentsOf(record.list)
  const own = before.find(({ message }) => isListMessage(message))!
  const rejected = situation(own) === 'rejected'
  const held = before.filter((one) => situation(one) === 'good').map(({ message }) => message)
  const corrected = correctList({
    ...sources,
    ...part.documents,
    ...part.source,
    previous: record.list,
    refusal: rejected ? 'rejected' : 'refused',
    stored: new Set<DossierMessage>(held),
    guid: newGuid,
    now,
  })
  if (!corrected.list) return { stored, reason: faultReason(corrected.faults) }
  const { list } = corrected
  const documents = documentsOf(list)
  const moving = documents.filter((one) => isUnderWay(situation(one)))
  const changed = moving.filter(
    ({ message, document }) => !sameContent(document, record.list.documents[slots[message]]),
  )
  if (changed.length > 0) return { stored, reason: reasons.underWay }
  const send = documents.filter((one) => corrected.send.includes(one.message) && !moving.includes(one))
  const replaces = send.flatMap((one) => {
    const last = histories.get(keyOf(one))?.last
    return last && situation(one) === 'in-queue' ? [last.id] : []
  })
  // What stands at customs as it was sent is what the 清单 keeps.
  const kept = Object.fromEntries(
    moving.map(({ message }) => [slots[message], record.list.documents[slots[message]]]),
  )
  // What is under way has been taken in before; only what changes now has to be stored first.
  return declaring(
    { ...stored, record: { ...record, template: part.source.template.id } },
    { ...list, documents: { ...list.documents, ...kept } },
    { send, awaited: [], kind: 'correct' },
    replaces,
  )
}

function faultReason(faults: readonly BuildFault[]): Reason {
  const [first] = faults
  if (!first) return reasons.gone
  const { rule, message, fix, source, value } = first
  const where = `${source.record} ${source.key} ${source.field}`
  return {
    code: rule,
    text: { zh: `${message.zh}（${where} ${value}）`, en: `${message.en} (${where} ${value})` },
    fix,
  }
}
