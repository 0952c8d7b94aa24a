import type {
  AuditAttempt,
  AuditDocument,
  AuditOriginal,
  AuditPaper,
  AuditReceipt,
} from '#shared/audit-file/document'
import { lastDay, type DocumentHead } from '#shared/audit-file/head'
import { stageWords, stateWord } from '#shared/audit-file/words'
import type { QuotedEntry } from '#shared/audit-file/write'
import { maskElements } from '#shared/ceb/personal'
import { evidenceKinds } from '#shared/evidence/kinds'
import { maskRecord } from '#shared/model/mask-record'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import { Waybill } from '#shared/model/waybill'
import { statusWords } from '#shared/protocol/status'
import { paperNames } from '#shared/rebate/filing-papers'
import { InvoiceFact } from '#shared/model/rebate/facts'
import type { AuditKind } from '#shared/audit-file/kinds'
import { readDossiers, type DossierRows } from '../../../data/engine/dossier-rows'
import { readFile } from '../../../data/evidence-files'
import { readFacts } from '../../../data/facts/read'
import { eachRecord, getRecords } from '../../../data/read/records'
import { sealedTables } from '../../../data/records'
import { groupBy } from '../../../data/group-by'
import type { SealedRecord } from '../../../data/port'
import type { BookSession } from '../session'
import { recordKinds, type RecordKind } from './heads'
import type { AuditMap } from './map'
import { bankLines, originalsOf } from './sources'

export const factSchemas = {
  orders: Order,
  payments: Payment,
  waybills: Waybill,
  invoices: InvoiceFact,
} as const
type FactKind = keyof typeof factSchemas
const isFact = (kind: AuditKind): kind is FactKind => kind in factSchemas
export const schemaOfKind = (kind: AuditKind) => (isFact(kind) ? factSchemas[kind] : sealedTables[kind])

const atOnce = 500

type Found = { documents: AuditDocument[]; papers: AuditPaper[] }
type Collected = Found & { originals: AuditOriginal[] }

/**
 * Everything the book holds about these documents. Persons are masked here unless `named`, so that nothing further on can
 * forget to.
 */
export async function collect(
  { book, projection }: BookSession,
  map: AuditMap,
  { asked, all }: { asked: ReadonlySet<string>; all: ReadonlySet<string> },
  entries: readonly QuotedEntry[],
  named: boolean,
): Promise<Collected> {
  const { context } = book
  const heads = [...all].flatMap((key) => map.heads.get(key) ?? [])
  const shown = (kind: AuditKind, record: unknown) =>
    named ? record : maskElements(maskRecord(schemaOfKind(kind), record))
  const records = await readRecords(book, heads)
  const dossiers = heads.filter(({ kind }) => dossierKinds.has(kind)).map(({ id }) => id)
  const handed = await readDossiers(context, dossiers)
  const sent = bySubject(handed, named)
  const changes = changesOf(entries)
  const credits = [...all].flatMap((key) => (key.startsWith('forexCredits ') ? [records.get(key)] : []))
  const lines = await bankLines(book, credits as SealedRecord<'forexCredits'>[], named)
  const documents: AuditDocument[] = []
  const papers: AuditPaper[] = []
  for (const head of heads) {
    const { key, kind, id, no, state } = head
    const record = records.get(key)
    const laid = await getRecords(context, 'overlays', isFact(kind) ? projection.overlaysOf(id) : [])
    documents.push({
      ...{ key, kind, no },
      day: lastDay(head),
      state: stateWord(state),
      asked: asked.has(key),
      record: shown(kind, record),
      sources: kind === 'forexCredits' ? (lines.get(no) ?? []) : [],
      decisions: laid.map((one) => (named ? one.record : maskElements(one.record))),
      attempts: sent.attempts.get(id) ?? [],
      receipts: sent.receipts.get(id) ?? [],
      changes: changes.get(`${kind} ${id}`) ?? [],
      linked: [...map.links.belonging([key])].filter((one) => one !== key && all.has(one)),
    })
    if (kind === 'rebatePapers') papers.push(...filed(key, record as never))
  }
  const orders = [...records.values()].filter(isOrder)
  const licences = await licencesOf(book, orders)
  return {
    documents: [...documents, ...licences.documents],
    papers: [...papers, ...licences.papers],
    originals: await originalsOf(book, sent.originals, named),
  }
}

/** Documents whose id is the dossier of what was sent of them. */
const dossierKinds: ReadonlySet<AuditKind> = new Set(['lists', 'applications', 'departures', 'returns'])

async function readRecords(
  { context }: BookSession['book'],
  heads: readonly DocumentHead[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const [kind, own] of groupBy(heads, (head) => head.kind)) {
    for (let i = 0; i < own.length; i += atOnce) {
      const ids = own.slice(i, i + atOnce).map(({ id }) => id)
      const read = isFact(kind as AuditKind)
        ? await readFacts(context, kind as FactKind, ids)
        : await getRecords(context, kind as RecordKind, ids)
      for (const { id, record } of read) found.set(`${kind} ${id}`, record)
    }
  }
  return found
}

function bySubject({ heads, contents, facts, batches }: DossierRows, named: boolean) {
  const attempts = new Map<string, AuditAttempt[]>()
  const subjectOf = new Map<string, string>()
  for (const head of heads.toSorted((a, b) => a.attempt - b.attempt || a.place - b.place)) {
    const { id, dossier, message, businessKey, attempt, queuedAt, stage, guid, messageGuid, batch } = head
    const content = contents.get(id)
    const left = batch === undefined ? undefined : batches.get(batch)
    for (const one of [guid, messageGuid, `${message} ${businessKey}`]) if (one) subjectOf.set(one, dossier)
    put(attempts, dossier, {
      ...{ message, businessKey, attempt, queuedAt, guid },
      stage: stageWords[stage],
      ...(left && { batch: left.id, batchSha256: left.sha256 }),
      ...(content && { content: named ? content : maskElements(content) }),
    })
  }
  const receipts = new Map<string, AuditReceipt[]>()
  const originals = new Set<string>()
  for (const { id, message, businessKey, guid, time, receivedAt, receipt, status, info } of facts) {
    const subject = subjectOf.get(`${message} ${businessKey ?? ''}`) ?? subjectOf.get(guid)
    if (subject === undefined) continue
    const words = statusWords(status).zh
    // Facts of one message are numbered behind its id.
    const original = id.slice(0, id.lastIndexOf('#'))
    originals.add(original)
    put(receipts, subject, { at: time, receivedAt, message: receipt, code: status, words, info, original })
  }
  return { attempts, receipts, originals }
}

function changesOf(entries: readonly QuotedEntry[]): Map<string, AuditDocument['changes'][number][]> {
  const found = new Map<string, AuditDocument['changes'][number][]>()
  for (const { seq, at, name, who, why, changes } of entries) {
    for (const { table, id, before, after } of changes) {
      put(found, `${table} ${id}`, { seq, at, name, who, why, before, after })
    }
  }
  return found
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

type Papers = {
  place: string
  files: { name: string; kind: keyof typeof paperNames; number: string; sha256?: string }[]
}

const filed = (of: string, { place, files }: Papers): AuditPaper[] =>
  files.map(({ name, kind, number, sha256 }) => ({
    ...{ of, name, number, kind: paperNames[kind].zh },
    ...(sha256 !== undefined && { sha256 }),
    ...(place !== '' && { place }),
  }))

const isOrder = (record: unknown): record is Order =>
  record !== null && typeof record === 'object' && (record as Partial<Order>).record === 'order'

const loose = {
  asked: false,
  sources: [],
  decisions: [],
  attempts: [],
  receipts: [],
  changes: [],
  linked: [],
}

/** Papers and licences about the goods of these orders, with the bytes that are kept of them. */
async function licencesOf({ context }: BookSession['book'], orders: readonly Order[]): Promise<Found> {
  const skus = new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))
  const found: Found = { documents: [], papers: [] }
  for await (const chunk of eachRecord(context, 'evidence')) {
    for (const { id, record } of chunk) {
      if (!record.subjects.some((subject) => skus.has(subject))) continue
      const { title, number = '', from = '', to = '', file } = record
      const [key, kind] = [`evidence ${id}`, evidenceKinds[record.kind].name.zh]
      const day = to > from ? to : from
      found.documents.push({
        ...loose,
        ...{ key, kind: 'evidence', no: title, day, state: '', record },
      })
      if (file) {
        const bytes = await readFile(context, file)
        found.papers.push({ of: key, name: `${title}.${file.type}`, kind, number, sha256: file.hash, bytes })
      }
    }
  }
  return found
}

/** Rows of the journal that are about these documents: they themselves, their imports, what was laid over them. */
export function journalRows(session: BookSession, map: AuditMap, all: ReadonlySet<string>): Set<string> {
  const rows = new Set<string>()
  for (const key of all) {
    const head = map.heads.get(key)
    if (!head) continue
    rows.add(key)
    if (head.importId) rows.add(`imports ${head.importId}`)
    if (isFact(head.kind)) for (const id of session.projection.overlaysOf(head.id)) rows.add(`overlays ${id}`)
  }
  return rows
}

export const periodKinds: readonly AuditKind[] = [
  'lists',
  'customsEntries',
  'exportEntries',
  'rebateLines',
  'forexCredits',
]
export const askedKinds: readonly AuditKind[] = [...recordKinds, 'orders', 'payments', 'waybills', 'invoices']
