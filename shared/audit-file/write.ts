import { strToU8 } from 'fflate'
import { practiceMark, type BookKind } from '../model/enterprise'
import { namesFor } from '../pack/names'
import { INDEX_JSON, INDEX_PAGE } from '../pack/prove'
import { zipPack } from '../pack/write'
import type { Digest } from '../protocol/package'
import { csvOf } from '../rebate/tables/csv'
import { tableOf, text } from '../rebate/tables/table'
import { AUDIT_FORMAT, AUDIT_VERSION, AuditIndex, SUMS } from './audit-index'
import type { AuditDocument, AuditOriginal, AuditPaper } from './document'
import { documentPage, type PlacedOriginal } from './document-page'
import { auditPage, sumsOf } from './index-page'
import { auditKindNames, auditKinds, type AuditKind } from './kinds'

export type AuditHead = Pick<
  AuditIndex,
  'id' | 'createdAt' | 'madeBy' | 'company' | 'software' | 'asked' | 'notFound' | 'persons'
> & { book: BookKind }

/** An entry of the journal as it is quoted; `prev` and `hash` are its links in the chain. */
export type QuotedEntry = {
  seq: number
  at: string
  name: string
  who: string
  why: string
  prev: string
  hash: string
  changes: readonly { table: string; id: string; before: string; after: string }[]
}
export type AuditChain = Omit<AuditIndex['journal'], 'quoted' | 'sheet'> & { entries: readonly QuotedEntry[] }

export type WrittenAudit = { bytes: Uint8Array; index: AuditIndex; indexSha256: string }

const JOURNAL = 'journal/journal.csv'

/**
 * The 卷宗 as a zip that needs no program but a browser: `index.html`, a page for every document, the records as JSON, papers
 * and receipts as they came that are at hand, the journal as far as it concerns them, and the digests of all. The same input gives the same bytes.
 * @param labels own names of the fields of a kind
 */
export async function writeAuditFile(
  head: AuditHead,
  documents: readonly AuditDocument[],
  papers: readonly AuditPaper[],
  chain: AuditChain,
  { digest, labels }: { digest: Digest; labels: (kind: AuditKind) => ReadonlyMap<string, string> },
  originals: readonly AuditOriginal[] = [],
): Promise<WrittenAudit> {
  const nameFor = namesFor()
  const ordered = [...documents].sort(
    (a, b) =>
      auditKindNames.indexOf(a.kind) - auditKindNames.indexOf(b.kind) ||
      (a.no < b.no ? -1 : a.no > b.no ? 1 : a.key < b.key ? -1 : 1),
  )
  const pages = new Map(
    ordered.map(({ key, kind, no }) => [
      key,
      { title: `${auditKinds[kind].zh} ${no}`, page: nameFor(kind, no, 'x.html') },
    ]),
  )
  const contents = new Map<string, Uint8Array>()
  const placed = await place(papers, nameFor, contents, digest)
  const received = new Map(
    originals.map(({ id, message, sha256, bytes }): [string, PlacedOriginal] => {
      if (!bytes) return [id, { sha256 }]
      const file = nameFor('receipts', `${message}-${sha256.slice(0, 16)}`, 'x.xml')
      contents.set(file, bytes)
      return [id, { sha256, file }]
    }),
  )
  const papersOf = new Map<string, typeof placed>()
  for (const paper of placed) papersOf.set(paper.of, [...(papersOf.get(paper.of) ?? []), paper])
  for (const document of ordered) {
    const own = papersOf.get(document.key) ?? []
    const text = documentPage(document, own, (key) => pages.get(key), labels(document.kind), received)
    contents.set(pages.get(document.key)!.page, strToU8(text))
  }
  for (const kind of auditKindNames) {
    const own = ordered.filter((one) => one.kind === kind)
    if (own.length > 0) contents.set(`records/${kind}.json`, strToU8(JSON.stringify(own, null, 1)))
  }
  contents.set(JOURNAL, journalSheet(chain.entries))

  const files = await Promise.all(
    [...contents].map(async ([name, content]) => ({
      name,
      sha256: await digest(content),
      bytes: content.byteLength,
    })),
  )
  const { book, ...own } = head
  const { entries, ...journal } = chain
  const index = AuditIndex.parse({
    format: AUDIT_FORMAT,
    version: AUDIT_VERSION,
    ...own,
    ...(book === 'practice' && { mark: `${practiceMark.zh} / ${practiceMark.en}` }),
    documents: ordered.map(({ key, kind, no, day, state, asked, attempts, receipts }) => ({
      ...{ kind, no, day, state, asked, page: pages.get(key)!.page },
      attempts: attempts.length,
      receipts: receipts.length,
    })),
    papers: placed.map(({ bytes: _bytes, of, ...paper }) => ({ ...paper, of: pages.get(of)?.title ?? '' })),
    journal: { ...journal, quoted: entries.length, sheet: JOURNAL },
    files,
  })
  const json = strToU8(JSON.stringify(index, null, 1))
  const bytes = zipPack([
    [INDEX_PAGE, strToU8(auditPage(index))],
    [INDEX_JSON, json],
    [SUMS, strToU8(sumsOf(index))],
    ...contents,
  ])
  return { bytes, index, indexSha256: await digest(json) }
}

/** Each original once, told by its digest, even where several documents name it. */
async function place(
  papers: readonly AuditPaper[],
  nameFor: ReturnType<typeof namesFor>,
  contents: Map<string, Uint8Array>,
  digest: Digest,
): Promise<(AuditPaper & { file?: string })[]> {
  const byDigest = new Map<string, string>()
  const placed: (AuditPaper & { file?: string })[] = []
  for (const paper of papers) {
    if (!paper.bytes) {
      placed.push(paper)
      continue
    }
    const sha256 = await digest(paper.bytes)
    const file = byDigest.get(sha256) ?? nameFor('attachments', paper.number || paper.name, paper.name)
    byDigest.set(sha256, file)
    contents.set(file, paper.bytes)
    placed.push({ ...paper, sha256, file })
  }
  return placed
}

type QuotedRow = { entry: QuotedEntry; change?: QuotedEntry['changes'][number] }

function journalSheet(entries: readonly QuotedEntry[]): Uint8Array {
  const rows = entries.flatMap((entry): QuotedRow[] =>
    entry.changes.length === 0 ? [{ entry }] : entry.changes.map((change) => ({ entry, change })),
  )
  const columns = [
    text<QuotedRow>('序号', ({ entry }) => String(entry.seq)),
    text<QuotedRow>('时间', ({ entry }) => entry.at),
    text<QuotedRow>('操作人', ({ entry }) => entry.who),
    text<QuotedRow>('操作', ({ entry }) => entry.name),
    text<QuotedRow>('原因', ({ entry }) => entry.why),
    text<QuotedRow>('表', ({ change }) => change?.table ?? ''),
    text<QuotedRow>('记录', ({ change }) => change?.id ?? ''),
    text<QuotedRow>('改动前摘要', ({ change }) => change?.before ?? ''),
    text<QuotedRow>('改动后摘要', ({ change }) => change?.after ?? ''),
    text<QuotedRow>('前一条校验值', ({ entry }) => entry.prev),
    text<QuotedRow>('校验值', ({ entry }) => entry.hash),
  ]
  return csvOf(tableOf('操作记录', [], columns, rows))
}
