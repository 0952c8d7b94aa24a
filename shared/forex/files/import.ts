import type { ImportItem, ImportOutcome, ImportRequest, RefusedRow, Stored } from '../../import/api'
import { questionTexts } from '../../import/questions'
import { positions } from '../../import/header'
import { refuse } from '../../import/rules'
import type { ImportReport, RowError } from '../../model/import-report'
import { add } from '../../money/decimal'
import type { FactDraft } from './drafts'
import type { ForexFact, ForexFileKind } from './facts'
import { readForexFile, type ForexFile } from './read'

export type ForexItem = ImportItem<ForexFact>

export type ForexImportRequest = Pick<
  ImportRequest,
  | 'bytes'
  | 'fileName'
  | 'map'
  | 'options'
  | 'update'
  | 'existing'
  | 'decoder'
  | 'digest'
  | 'signal'
  | 'onProgress'
> & {
  kind: ForexFileKind
  sink: {
    records(items: ForexItem[]): void | Promise<void>
    refused(rows: RefusedRow[]): void | Promise<void>
  }
}

const perBatch = 2_000

/**
 * A file of the cashier's room into a sink, with the counts every import has. What an earlier import brought is a duplicate; what
 * it brought with other content is refused, because figures rest on it, unless `update` says that this file counts.
 */
export async function importForexFile(request: ForexImportRequest): Promise<ImportOutcome> {
  const { fileName, sink, signal, onProgress, bytes } = request
  const read = await readForexFile(request)
  if (!read.ok) return read
  const { file } = read
  const counts = { accepted: 0, duplicates: file.repeated, updated: 0 }
  const byKind: Record<string, number> = {}
  const amounts: Record<string, string> = {}
  const refused = new Map<number, RowError[]>()
  for (const error of file.refused) refused.set(error.row, [...(refused.get(error.row) ?? []), error])
  let changedRows = 0
  for (let at = 0; at < file.drafts.length; at += perBatch) {
    if (signal?.aborted) return { ok: false, cancelled: true }
    const items: ForexItem[] = []
    for (const { draft, digest, before } of await compared(request, file.drafts.slice(at, at + perBatch))) {
      const { key, record, rows } = draft
      if (before?.digest === digest) {
        counts.duplicates += rows.length
        continue
      }
      if (before && (before.declared || request.update !== true)) {
        changedRows += rows.length
        for (const row of new Set(rows)) {
          refused.set(row, [
            ...(refused.get(row) ?? []),
            refuse('record.changed', { row, value: nameOf(record) }),
          ])
        }
        continue
      }
      counts.accepted += rows.length
      if (before) counts.updated += rows.length
      byKind[record.kind] = (byKind[record.kind] ?? 0) + 1
      for (const [currency, amount] of amountsOf(record))
        amounts[currency] = add(amounts[currency] ?? '0', amount)
      items.push({ key, digest, record, change: before ? 'updated' : 'new' })
    }
    if (items.length > 0) await sink.records(items)
    onProgress?.({ stage: 'group', rows: at + perBatch, bytes: bytes.size ?? 0 })
  }
  const rows = refusedRows(file, refused)
  if (rows.length > 0) await sink.refused(rows)
  const own = new Set(file.refused.map(({ row }) => row)).size
  return {
    ok: true,
    report: reportOf(fileName, file, counts, own + changedRows, byKind, amounts),
    header: file.header.length > 0 ? file.header : positions(1),
    decided: {},
  }
}

async function compared(
  { digest, existing }: Pick<ForexImportRequest, 'digest' | 'existing'>,
  drafts: readonly FactDraft[],
): Promise<{ draft: FactDraft; digest: string; before: Stored | undefined }[]> {
  const stored = (await existing?.(drafts.map(({ key }) => key))) ?? new Map<string, Stored>()
  return Promise.all(
    drafts.map(async (draft) => ({
      draft,
      digest: await digest(draft.content),
      before: stored.get(draft.key),
    })),
  )
}

function refusedRows({ rows }: ForexFile, refused: ReadonlyMap<number, RowError[]>): RefusedRow[] {
  const cells = new Map(rows.map((row) => [row.row, row.cells]))
  return [...refused]
    .sort(([a], [b]) => a - b)
    .map(([row, errors]) => ({ row, cells: [...(cells.get(row) ?? [])], errors }))
}

const nameOf = (record: ForexFact): string =>
  record.record === 'settlement'
    ? record.settlement.id
    : 'currency' in record
      ? record.currency
      : record.record === 'bank-advice'
        ? record.advice.reference
        : record.key

function amountsOf(record: ForexFact): [currency: string, amount: string][] {
  if (record.record === 'bank-entry' && record.entry.side === 'credit')
    return [[record.entry.currency, record.entry.amount]]
  if (record.record === 'settlement') return [[record.settlement.currency, record.settlement.payout]]
  return []
}

function reportOf(
  fileName: string,
  file: ForexFile,
  { accepted, duplicates, updated }: { accepted: number; duplicates: number; updated: number },
  refused: number,
  byKind: Record<string, number>,
  amounts: Record<string, string>,
): ImportReport {
  const warnings: Record<string, number> = {}
  for (const { rule } of file.remarks) warnings[rule] = (warnings[rule] ?? 0) + 1
  return {
    file: fileName,
    profile: file.profile,
    encoding: file.encoding,
    rowsRead: accepted + duplicates + refused,
    rowsAccepted: accepted,
    rowsRefused: refused,
    duplicates,
    updated,
    records: { byKind },
    classes: {},
    amounts,
    ...(file.sheet !== '' && { sheet: file.sheet }),
    ...(Object.keys(file.mapping).length > 0 && { mapping: file.mapping }),
    ...(file.remarks.length > 0 && { warnings }),
    ...(file.questions.length > 0 && {
      questions: file.questions.map((id) => ({ id, ...questionTexts[id].text })),
    }),
  }
}
