import { isNoteFile } from '#shared/model/import-report'
import type { Book } from '../../data/book'
import type { ChangeSet } from '../../data/connection/changes'
import { eachFact, replacedFacts } from '../../data/facts/read'
import { isForexKind, isRebateKind, isTariffKind } from '../../data/facts/kinds'
import type { FactKind } from '../../data/facts/kinds'
import { unsignedDossiers, unsignedMessages } from '../../data/engine/unsigned'
import { eachResult, readResults } from '../../data/facts/results'
import type { Fact, Progress } from '../../data/port'
import { eachRecord, getRecords } from '../../data/read/records'
import { declarationSettings } from '../../data/settings'
import type { Projection } from './projection/projection'

/** Fill the projection, what others refer to first. Progress counts records. */
export async function loadProjection(
  book: Book,
  projection: Projection,
  progress?: (p: Progress) => void,
): Promise<void> {
  const { context } = book
  const total = await book.count(['goods', 'lists', 'payments', 'waybills', 'weighings', 'orders'])
  let done = 0
  const step = (records: readonly unknown[]) => progress?.({ done: (done += records.length), total })
  for await (const chunk of eachRecord(context, 'goods')) {
    projection.putGoods(chunk)
    step(chunk)
  }
  await loadMasters(book, projection)
  for await (const chunk of eachRecord(context, 'overlays')) projection.putOverlays(chunk)
  for await (const chunk of eachRecord(context, 'lists')) {
    projection.putLists(chunk)
    step(chunk)
  }
  for await (const chunk of eachRecord(context, 'applications')) projection.summary.putApplications(chunk)
  for await (const chunk of eachRecord(context, 'customsEntries')) projection.summary.putEntries(chunk)
  for await (const chunk of eachRecord(context, 'taxBills')) projection.after.taxes.put(chunk)
  for await (const chunk of eachRecord(context, 'returns')) projection.after.returns.put(chunk)
  for await (const chunk of eachRecord(context, 'departures')) projection.parcels.putDepartures(chunk)
  for await (const chunk of eachRecord(context, 'exportEntries')) projection.putEntries(chunk)
  for (const kind of ['payments', 'waybills', 'weighings', 'orders'] as const) {
    for await (const chunk of book.facts(kind)) {
      putFacts(projection, kind, chunk)
      step(chunk)
    }
  }
  for await (const chunk of book.results()) projection.putResults(chunk)
  projection.awaits.putTransmitters(await declarationSettings(context))
  await loadUnsigned(book, projection)
  projection.settle()
  // As they were numbered; orders, payments and waybills come back in the order of their files by themselves.
  projection.lists.arrange('copNo')
  projection.goods.arrange('sku')
}

async function loadMasters({ context }: Book, projection: Projection): Promise<void> {
  for await (const chunk of eachRecord(context, 'templates')) projection.putMasters('template', chunk)
  for await (const chunk of eachRecord(context, 'enterprise')) projection.putMasters('enterprise', chunk)
}

function putFacts<K extends FactKind>(projection: Projection, kind: K, facts: Fact<K>[]): void {
  if (kind === 'orders') projection.putOrders(facts as Fact<'orders'>[])
  if (kind === 'payments') projection.putPayments(facts as Fact<'payments'>[])
  if (kind === 'waybills') projection.putWaybills(facts as Fact<'waybills'>[])
  if (kind === 'weighings') projection.parcels.putWeighings(facts as Fact<'weighings'>[])
}

/** Bring the projection to what was committed, here or in another window. */
export async function applyChanges(book: Book, projection: Projection, changes: ChangeSet): Promise<void> {
  const { context } = book
  for (const importId of idsOf(changes, 'facts')) await applyImport(book, projection, importId)
  if (changes.templates || changes.enterprise) await loadMasters(book, projection)
  if (changes.settings) projection.awaits.putTransmitters(await declarationSettings(context))
  if (changes.applications || changes.departures || changes.customsEntries) projection.awaits.touchAll()
  await eachPart(idsOf(changes, 'goods'), async (ids) => {
    const found = await getRecords(context, 'goods', ids)
    gone(ids, found).forEach((id) => projection.deleteGoods(id))
    projection.putGoods(found)
  })
  await eachPart(idsOf(changes, 'overlays'), async (ids) => {
    const found = await getRecords(context, 'overlays', ids)
    gone(ids, found).forEach((id) => projection.deleteOverlay(id))
    projection.putOverlays(found)
  })
  await eachPart(idsOf(changes, 'exportEntries'), async (ids) => {
    const found = await getRecords(context, 'exportEntries', ids)
    gone(ids, found).forEach((id) => projection.deleteEntry(id))
    projection.putEntries(found)
  })
  await eachPart(idsOf(changes, 'lists'), async (ids) => {
    const found = await getRecords(context, 'lists', ids)
    gone(ids, found).forEach((id) => projection.deleteList(id))
    projection.putLists(found)
  })
  await eachPart(idsOf(changes, 'applications'), async (ids) => {
    projection.summary.putApplications(await getRecords(context, 'applications', ids))
  })
  await eachPart(idsOf(changes, 'departures'), async (ids) => {
    projection.parcels.putDepartures(await getRecords(context, 'departures', ids))
  })
  await eachPart(idsOf(changes, 'customsEntries'), async (ids) => {
    projection.summary.putEntries(await getRecords(context, 'customsEntries', ids))
  })
  await eachPart(idsOf(changes, 'returns'), async (ids) => {
    projection.after.returns.put(await getRecords(context, 'returns', ids))
  })
  await eachPart(idsOf(changes, 'taxBills'), async (ids) => {
    projection.after.taxes.put(await getRecords(context, 'taxBills', ids))
  })
  if (changes.outbox) await followUnsigned(book, projection, changes.outbox)
  if (changes.results === 'many') {
    for await (const chunk of book.results()) projection.putResults(chunk)
  } else {
    const results = await readResults(context, idsOf(changes, 'results'))
    projection.putResults([...results.values()])
  }
}

async function loadUnsigned({ context }: Book, { awaits }: Projection): Promise<void> {
  const messages = await unsignedMessages(context)
  awaits.putUnsigned(messages, await unsignedDossiers(context, messages))
}

/**
 * The key came or went: all that waits is looked at, once. Else only what was queued, left or was held since; the queue
 * may hold ten thousand that wait for their signature.
 */
async function followUnsigned(
  book: Book,
  projection: Projection,
  dossiers: readonly string[] | 'many',
): Promise<void> {
  const { awaits } = projection
  const messages = await unsignedMessages(book.context)
  const known = messages.join() === awaits.unsignedMessages.join()
  if (!known || dossiers === 'many') return loadUnsigned(book, projection)
  awaits.putUnsigned(messages, await unsignedDossiers(book.context, messages, dossiers), dossiers)
}

const idsOf = (changes: ChangeSet, table: string): readonly string[] => {
  const ids = changes[table]
  return ids === undefined || ids === 'many' ? [] : ids
}

const partSize = 1000
async function eachPart(ids: readonly string[], work: (part: string[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < ids.length; i += partSize) await work(ids.slice(i, i + partSize))
}

function gone(ids: readonly string[], found: readonly { id: string }[]): string[] {
  const present = new Set(found.map(({ id }) => id))
  return ids.filter((id) => !present.has(id))
}

/** An import came to its end or was taken out: its facts come or go, and so do the ones it replaced. */
async function applyImport(book: Book, projection: Projection, importId: string): Promise<void> {
  const { context } = book
  const [found] = await getRecords(context, 'imports', [importId])
  // Destroyed with all it brought: nothing is left that says of which kind it was.
  if (!found) return projection.deleteFacts(projection.factsOf(importId))
  const { kind } = found.record
  if (kind === 'goods') return
  if (isRebateKind(kind) || isTariffKind(kind) || isForexKind(kind) || isNoteFile(kind)) return
  if (found.record.state === 'done') {
    for await (const chunk of eachFact(context, kind, [importId])) putFacts(projection, kind, chunk)
    projection.deleteFacts(await replacedFacts(context))
    if (kind === 'orders') {
      for await (const chunk of eachResult(context, importId)) projection.putResults(chunk)
    }
    return
  }
  projection.deleteFacts(projection.factsOf(importId))
  if ((found.record.stored?.replaced ?? 0) === 0) return
  projection.clearFacts(kind)
  for await (const chunk of book.facts(kind)) putFacts(projection, kind, chunk)
  for await (const chunk of book.results()) projection.putResults(chunk)
}
