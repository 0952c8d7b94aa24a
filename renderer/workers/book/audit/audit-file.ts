import { z } from 'zod'
import { AuditAsk, mostDocuments } from '#shared/audit-file/ask'
import { auditKindNames, type AuditKind } from '#shared/audit-file/kinds'
import { auditPrint } from '#shared/audit-file/print'
import { readAuditFile } from '#shared/audit-file/read'
import { writeAuditFile } from '#shared/audit-file/write'
import type { AuditPaper } from '#shared/audit-file/document'
import { fieldMeta } from '#shared/model/field'
import { PackError } from '#shared/pack/fault'
import { DataRefusal } from '../../../data/errors/refusal'
import type * as Port from '../../../data/port'
import { allRecords } from '../../../data/read/records'
import { journalAbout } from '../../../data/read/journal-about'
import type { JournalRow } from '../../../data/schema/stored'
import { open } from '../../../data/sealing/cipher'
import { sha256Hex } from '../../../data/sealing/bytes'
import { command } from '../../../data/write/command'
import type { JournalBody } from '../../../data/write/journal'
import { keptHead, verifyJournal } from '../../../data/write/verify'
import { verifyWitnessed } from '../../../data/write/witness'
import type { BookSession } from '../session'
import { askedKeys } from './asked'
import { collect, journalRows, schemaOfKind } from './collect'
import { readMap, type AuditMap } from './map'
import { bytesOfFile } from '../../../data/whole-file'

type Tell = ((p: Port.WorkProgress) => void) | undefined
type Found = { map: AuditMap; asked: Set<string>; all: Set<string>; notFound: string[] }

/** Name of the act in the journal. */
const ACT = 'system.audit'

const asks = (ask: AuditAsk): string =>
  'numbers' in ask ? ask.numbers.join('、') : `${ask.from} – ${ask.to}`

/** What was named and what belongs to it. */
async function find({ book, projection }: BookSession, given: AuditAsk, tell: Tell): Promise<Found> {
  const ask = AuditAsk.parse(given)
  projection.settle()
  const map = await readMap(book, projection, tell)
  const { keys: asked, notFound } = askedKeys(map, ask)
  const all = new Set([...map.links.belonging(asked)].filter((key) => map.heads.has(key)))
  return { map, asked, all, notFound }
}

export async function previewAudit(
  session: BookSession,
  ask: AuditAsk,
  tell: Tell,
): Promise<Port.AuditPreview> {
  const { map, asked, all, notFound } = await find(session, ask, tell)
  const of = (keys: Iterable<string>, kind: AuditKind) =>
    [...keys].filter((key) => map.heads.get(key)?.kind === kind).length
  const counts = auditKindNames
    .map((kind) => ({ kind, asked: of(asked, kind), all: of(all, kind) }))
    .filter((one) => one.all > 0)
  return { counts, documents: all.size, notFound }
}

/** See `AuditPort.makeAudit`. */
export async function makeAudit(
  session: BookSession,
  ask: AuditAsk,
  { named, files = [] }: Port.AuditChoice,
  software: string,
  tell: Tell,
): Promise<Port.AuditFile> {
  const { book, who } = session
  const { context } = book
  const found = await find(session, ask, tell)
  const { map, all, notFound } = found
  if (all.size === 0) throw new DataRefusal('audit-empty', { asked: asks(ask).slice(0, 200) })
  if (all.size > mostDocuments) throw new DataRefusal('audit-large', { n: all.size, most: mostDocuments })
  const ids = new Set([...all].flatMap((key) => map.heads.get(key)?.id ?? []))
  const head = await keptHead(context)
  const entries = await journalAbout(context, journalRows(session, map, all), ids, (seq) =>
    tell?.({ stage: 'checking', done: seq, total: head.seq }),
  )
  const verdict = await verifyJournal(context)
  const witness = await verifyWitnessed(context, [])
  const { documents, papers, originals } = await collect(session, map, found, entries, named !== undefined)
  const { placed, unused } = await place(papers, files)
  const [enterprise] = await allRecords(context, 'enterprise')
  const { name = '', uscc = '', book: kind = 'practice' } = enterprise?.record ?? {}
  const now = context.now()
  const written = await writeAuditFile(
    {
      id: `${now.slice(0, 10)}-${head.seq + 1}`,
      createdAt: now,
      madeBy: who,
      company: { name, uscc },
      software,
      asked: asks(ask),
      notFound,
      persons: named ? { masked: false, reason: named.reason } : { masked: true },
      book: kind,
    },
    documents,
    placed,
    {
      ...head,
      entries,
      holds: verdict.ok && witness.ok,
      text: said(verdict, witness),
      witnessed: witness.ok ? witness.witnessed : 0,
    },
    { digest: sha256Hex, labels: (of) => labelsOf(schemaOfKind(of)) },
    originals,
  )
  // Port.AuditRecord before it is handed out; what the disk then does with it is no reason to have it unnoted.
  await command(context, ACT, who, named?.reason ?? '', async () => [], {
    about: {
      asked: asks(ask).slice(0, 2000),
      documents: documents.length,
      persons: named ? 'clear' : 'masked',
      sha256: written.indexSha256,
    },
    extra: { tables: [], run: () => Promise.resolve() },
  })
  return {
    fileName: `audit-${now.slice(0, 10)}-${documents.length}.zip`,
    bytes: written.bytes,
    indexSha256: written.indexSha256,
    documents: documents.length,
    entries: entries.length,
    contents: auditPrint(written.index, written.indexSha256),
    missing: placed
      .filter(({ bytes }) => !bytes)
      .map(({ name: called, number, place: at = '' }) => ({ name: called, number, place: at })),
    unused,
  }
}

function said(verdict: Port.JournalVerdict, witness: Port.WitnessVerdict) {
  if (!verdict.ok) return verdict.text
  if (!witness.ok) return witness.text
  const { entries } = verdict
  return {
    zh: `本账套全部 ${entries} 条操作记录首尾相连，与现有数据一致，没有缺失或改动。`,
    en: `The journal is chained throughout and agrees with the data. Entries: ${entries}.`,
  }
}

/** Given originals at the papers that name them: by digest, or by name where no digest is known. */
async function place(
  papers: readonly AuditPaper[],
  files: readonly File[],
): Promise<{ placed: AuditPaper[]; unused: string[] }> {
  const given = await Promise.all(
    files.map(async (file) => {
      const bytes = await bytesOfFile(file, 'paper')
      return { name: file.name, bytes, sha256: await sha256Hex(bytes) }
    }),
  )
  const used = new Set<string>()
  const placed = papers.map((paper) => {
    if (paper.bytes) return paper
    const match = given.find(({ sha256, name }) =>
      paper.sha256 === undefined ? name === paper.name : sha256 === paper.sha256,
    )
    if (!match) return paper
    used.add(match.sha256)
    return { ...paper, bytes: match.bytes }
  })
  return { placed, unused: given.filter(({ sha256 }) => !used.has(sha256)).map(({ name }) => name) }
}

/** Names of the fields of a record and of its parts; of two alike the outer one. */
function labelsOf(schema: z.ZodType, labels = new Map<string, string>()): Map<string, string> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return labelsOf(schema.unwrap() as z.ZodType, labels)
  }
  if (schema instanceof z.ZodArray) return labelsOf(schema.element as z.ZodType, labels)
  if (!(schema instanceof z.ZodObject)) return labels
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>)
  for (const [key, field] of fields) {
    const zh = fieldMeta(field)?.zh
    if (zh && !labels.has(key)) labels.set(key, zh)
  }
  for (const [, field] of fields) labelsOf(field, labels)
  return labels
}

export async function auditsMade({ book }: BookSession): Promise<Port.AuditRecord[]> {
  const { connections, keys } = book.context
  // Acts have no index by name; the heads of the entries are clear, so only those of this act are opened.
  const rows = await connections.run('strict', (db) =>
    db
      .table<JournalRow>('journal')
      .filter(({ name }) => name === ACT)
      .toArray(),
  )
  const made = await Promise.all(
    rows.map(async ({ seq, at, ...row }): Promise<Port.AuditRecord> => {
      const body = (await open(keys, 'journal', String(seq), row)) as JournalBody
      const { asked = '', documents = 0, sha256 = '' } = body.about ?? {}
      return {
        ...{ seq, at, who: body.who, why: body.why },
        asked: String(asked),
        documents: Number(documents),
        sha256: String(sha256),
      }
    }),
  )
  return made.reverse()
}

export async function checkAudit(session: BookSession, file: File): Promise<Port.AuditVerdict> {
  const bytes = await bytesOfFile(file, 'audit')
  try {
    const { index, indexSha256 } = await readAuditFile(bytes, { digest: sha256Hex })
    const made = (await auditsMade(session)).find(({ sha256 }) => sha256 === indexSha256)
    const { documents, createdAt } = index
    return { ok: true, documents: documents.length, createdAt, ...(made && { made }) }
  } catch (error) {
    if (error instanceof PackError) return { ok: false, text: error.text, fix: error.fix }
    throw error
  }
}
