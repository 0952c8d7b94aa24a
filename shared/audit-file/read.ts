import type { Digest } from '../protocol/package'
import { INDEX_PAGE, provePack, type PackForm, type Proven } from '../pack/prove'
import { AUDIT_VERSION, AuditIndex, SUMS } from './audit-index'
import { auditPage, sumsOf } from './index-page'

const form: PackForm<AuditIndex> = {
  what: { zh: '卷宗', en: 'audit file' },
  version: AUDIT_VERSION,
  schema: AuditIndex,
  said: (index) => [
    [INDEX_PAGE, auditPage(index)],
    [SUMS, sumsOf(index)],
  ],
  named: ({ documents, papers, journal }) => [
    ...documents.map(({ page }) => page),
    ...papers.flatMap(({ file }) => file ?? []),
    journal.sheet,
  ],
}

/**
 * Open a 卷宗 and prove it.
 * @param indexSha256 as the journal of the book that made it has it
 * @throws PackError naming the file that is not what the index says
 */
export function readAuditFile(
  bytes: Uint8Array,
  { digest }: { digest: Digest },
  indexSha256?: string,
): Promise<Proven<AuditIndex>> {
  return provePack(bytes, form, digest, indexSha256)
}
