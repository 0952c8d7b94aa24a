import { strToU8 } from 'fflate'
import { practiceMark, type BookKind } from '../../model/enterprise'
import type { Digest } from '../../protocol/package'
import { written } from '../amount'
import { lawAsOf, rules } from '../catalogue'
import type { ForexFinding } from '../cite'
import type { BankCredit } from '../../model/forex/credit'
import type { ReceiptVerdict } from '../receipt-verdict'
import { wordsOf } from './index-page'
import { namesFor } from '../../pack/names'
import { INDEX_JSON } from '../../pack/prove'
import { zipPack } from '../../pack/write'
import { PACK_FORMAT, PACK_VERSION, PackIndex } from './pack-index'
import type { PackDocument, Role } from './roles'

export type PackHead = {
  id: string
  createdAt: string
  company: { name: string; uscc: string }
  book: BookKind
  software: string
}

export type WrittenPack = {
  bytes: Uint8Array
  index: PackIndex
  /** Digest of the index, which holds those of all files: what an application quotes. */
  indexSha256: string
}

/**
 * The evidence of receipts as a zip that needs no program but a browser: a page in Chinese and one in English, `index.json` for
 * machines, every original once with its SHA-256. The same input gives the same bytes.
 */
export async function writeEvidencePack(
  head: PackHead,
  receipts: readonly { verdict: ReceiptVerdict; credit: BankCredit }[],
  documents: readonly PackDocument[],
  { digest }: { digest: Digest },
): Promise<WrittenPack> {
  const nameOf = namesFor()
  const stored = new Map<string, PackIndex['files'][number] & { content: Uint8Array }>()
  const listed: PackIndex['documents'] = []
  for (const { role, no, currency, note, supports, originals } of documents) {
    const files: string[] = []
    for (const { name: original, bytes, pages } of originals) {
      const sha256 = await digest(bytes)
      const file = stored.get(sha256) ?? {
        name: nameOf('files', stemOf(role, no), original),
        original,
        sha256,
        bytes: bytes.byteLength,
        ...(pages !== undefined && { pages }),
        content: bytes,
      }
      stored.set(sha256, file)
      if (!files.includes(file.name)) files.push(file.name)
    }
    listed.push({
      role,
      no,
      ...(currency !== undefined && { currency }),
      ...(note !== undefined && { note }),
      supports: supports.map((one) => ({ ...one })),
      files,
    })
  }
  const { book, ...own } = head
  const index = PackIndex.parse({
    format: PACK_FORMAT,
    version: PACK_VERSION,
    ...own,
    ...(book === 'practice' && { mark: `${practiceMark.zh} / ${practiceMark.en}` }),
    lawAsOf,
    receipts: receipts.map(told),
    documents: listed,
    files: [...stored.values()].map(({ content: _content, ...file }) => file),
  })
  const json = strToU8(JSON.stringify(index, null, 1))
  const words = wordsOf(index).map(([name, text]) => [name, strToU8(text)] as const)
  const content = [...stored.values()].map((file) => [file.name, file.content] as const)
  return {
    bytes: zipPack([...words, [INDEX_JSON, json], ...content]),
    index,
    indexSha256: await digest(json),
  }
}

/**
 * Names of the pack are plain letters: an unpacker without the right locale turns others into signs, and the list of digests
 * finds nothing. Number and original name stand in the index as they are.
 */
const stemOf = (role: Role, no: string): string => {
  const plain = no.replace(/[^\x21-\x7e]+/g, ' ').trim()
  return plain === '' ? role : `${role}-${plain}`
}

function told({
  verdict,
  credit,
}: {
  verdict: ReceiptVerdict
  credit: BankCredit
}): PackIndex['receipts'][number] {
  const { declare } = verdict
  // The duty to declare ended with the day it was done.
  const open = ({ rule, severity }: ForexFinding): boolean =>
    !(rule === rules.G01.id && severity === 'duty' && credit.declaredOn)
  const codes = (declare.lines ?? declare.actual ?? []).map(({ code }) => code ?? '银行确认')
  return {
    id: verdict.id,
    result: verdict.result,
    currency: verdict.currency,
    credited: written(verdict.credited, verdict.currency),
    eligible: verdict.eligible,
    held: verdict.held,
    valueDate: credit.valueDate,
    payer: credit.payer?.name ?? '',
    codes,
    remark: declare.remark,
    findings: verdict.findings.filter(open).map(({ rule, severity, text, fix, basis }) => ({
      rule,
      severity,
      text: text.zh,
      fix: fix.zh,
      en: { text: text.en, fix: fix.en },
      basis: basis.map(({ document, article }) => `${document} ${article}`.trim()).join('；'),
    })),
  }
}
