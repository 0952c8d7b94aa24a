import type { ForexNote } from '#shared/model/forex/notes'
import { notesOf, type NoteValue } from '#shared/model/forex/notes'
import { defaultForexRules, type ForexRules, type ForexSubject } from '#shared/forex/book/records'
import { missingRates } from '#shared/forex/rate-book'
import { add, cmp, sub, sum } from '#shared/money/decimal'
import type { BankCredit } from '#shared/model/forex/credit'
import { DataRefusal } from '../../data/errors/refusal'
import { listImports } from '../../data/imports/begin'
import type * as Port from '../../data/port'
import { putSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { verdictOf } from './check'
import { creditsById } from './facts'
import { rulesKey, subjectKey, type ForexStore } from './store'

type Json = Parameters<typeof putSetting>[2]
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

export async function setSubject(store: ForexStore, subject: ForexSubject, why: string): Promise<void> {
  await command(store.book.context, 'forex.subject', store.who, why, async (draft) => {
    await putSetting(draft, subjectKey, json(subject))
  })
}

export async function setRules(store: ForexStore, rules: ForexRules, why: string): Promise<void> {
  await command(store.book.context, 'forex.rules', store.who, why, async (draft) => {
    await putSetting(draft, rulesKey, json({ ...defaultForexRules, ...rules }))
  })
}

/** Begins the id of a note that a file brought: changing it writes a note of its own over it. */
const fromFile = 'file '

export function noteViews<K extends Port.NoteKind>(store: ForexStore, kind: K): Port.ForexNoteView<K>[] {
  const typed = [...store.held.forexNotes.values()]
    .filter(({ record }) => record.kind === kind)
    .sort((a, b) => (a.record.name < b.record.name ? -1 : 1))
    .map(({ id, rev, record }) => ({ id, rev, kind, name: record.name, value: notesOf([record], kind)[0]! }))
  const imported = store
    .importedNotes(kind)
    .map(({ name, value, importId }) => ({ id: `${fromFile}${name}`, rev: 0, kind, name, value, importId }))
  return [...typed, ...imported]
}

/**
 * Items are never assigned more than came for them: what was credited with its charges, or of a netted receipt the restored
 * proceeds, since the costs that were taken off them were paid out of them.
 */
function refuseAbove(store: ForexStore, { creditId, amount }: NoteValue<'assigned'>, id?: string): void {
  const verdict = verdictOf(store, creditId)
  if (!verdict) return
  const { netting, credited, foreignCharges } = verdict
  const others = [...store.held.forexNotes.values()]
    .filter((one) => one.id !== id)
    .map(({ record }) => record)
  const used = notesOf(others, 'assigned').filter((one) => one.creditId === creditId)
  const came = netting?.netProceeds ?? add(credited, foreignCharges)
  const left = sub(came, sum(used.map((one) => one.amount)))
  if (cmp(amount, left) > 0) throw new DataRefusal('too-much-assigned', { credit: creditId, left, amount })
}

export async function putNote(
  store: ForexStore,
  note: Port.ForexNoteDraft,
  why: string,
): Promise<{ id: string }> {
  const record: ForexNote = { kind: note.kind, name: note.name, value: json(note.value) }
  if (note.kind === 'assigned') refuseAbove(store, note.value as NoteValue<'assigned'>, note.id)
  const { ids } = await command(store.book.context, 'forex.note', store.who, why, [
    {
      table: 'forexNotes',
      op: 'put',
      ...(note.id !== undefined && { id: note.id }),
      rev: note.rev ?? 0,
      record,
    },
  ])
  return { id: ids[0]! }
}

export async function dropNotes(store: ForexStore, ids: readonly string[], why: string): Promise<void> {
  const unknown = ids.find((id) => !store.held.forexNotes.has(id))
  const read = unknown?.startsWith(fromFile) && (await importNamed(store, unknown))
  if (read) throw new DataRefusal('mend-in-file', { file: read })
  if (unknown !== undefined) throw new DataRefusal('missing', { table: 'forexNotes', id: unknown })
  await command(store.book.context, 'forex.dropNote', store.who, why, async (draft) => {
    for (const id of ids) await draft.delete('forexNotes', id)
  })
}

/** The file that brought a note. */
async function importNamed(store: ForexStore, id: string): Promise<string | undefined> {
  const fact = store.files.notes.find((one) => `${fromFile}${one.fact.name}` === id)
  if (!fact) return undefined
  const imports = await listImports(store.book.context)
  return imports.find((one) => one.id === fact.importId)?.record.file ?? ''
}

const paged = <T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
  rows: rows.slice(offset, offset + limit),
  total: rows.length,
})

export function ratePage(store: ForexStore, query: Parameters<Port.ForexPort['forexRates']>[0]) {
  const rows = store.files.rates
    .filter(({ fact }) => query.currency === undefined || fact.currency === query.currency)
    .map(({ fact: { record: _record, kind: _kind, ...rate }, importId }): Port.ForexRateRow => ({
      id: `${rate.currency} ${rate.month}`,
      importId,
      ...rate,
    }))
    .sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : a.currency < b.currency ? -1 : 1))
  return paged(rows, query)
}

export function quotePage(store: ForexStore, query: Parameters<Port.ForexPort['bankQuotes']>[0]) {
  const rows = store.files.quotes
    .filter(
      ({ fact }) =>
        (query.bank === undefined || fact.bank === query.bank) &&
        (query.currency === undefined || fact.currency === query.currency),
    )
    .map(({ fact: { record: _record, kind: _kind, ...quote }, importId }): Port.ForexQuoteRow => ({
      id: `${quote.bank} ${quote.currency} ${quote.at}`,
      importId,
      ...quote,
    }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  return paged(rows, query)
}

/** Rates that claimed receipts and their orders need and nobody imported. */
export async function ratesMissing(store: ForexStore) {
  const byId = await creditsById(store)
  const { orders } = await store.trade()
  const records = [...store.held.forexCredits.values()].map(({ record }) => record)
  const bankCredits = records.flatMap(({ creditId, claim }): BankCredit[] => {
    const credit = byId.get(creditId)?.credit
    return credit && claim ? [credit] : []
  })
  const linked = records.flatMap(({ lines }) =>
    lines.flatMap(({ orderId }) => orders.get(orderId ?? '') ?? []),
  )
  const book = new Map(store.files.rates.map(({ fact }) => [`${fact.currency} ${fact.month}`, fact]))
  return missingRates({ bankCredits, orders: linked }, book)
}
