import { strToU8, zipSync, type Zippable } from 'fflate'
import { practiceMark, type BookKind } from '../../model/enterprise'
import type { Digest } from '../../protocol/package'
import { lawAsOf } from '../catalogue'
import type { BankCredit } from '../model/credit'
import type { ReceiptVerdict } from '../precheck'
import { indexPage } from './index-page'
import { INDEX_JSON, INDEX_PAGE, PACK_FORMAT, PACK_VERSION, PackIndex } from './pack-index'
import type { PackDocument, Role } from './roles'

/** Zip times would make equal packs differ. */
const FIXED_TIME = '1980-01-01T00:00:00'
/** Formats that are packed already and are only stored. */
const PACKED = /\.(pdf|png|jpe?g|zip|xlsx|docx|ofd)$/i
const LONGEST_NAME = 80

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

const safe = (text: string): string => {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
  return plain === '' ? 'file' : plain
}

/** A name of its own for every original, told by role and number; the ending stays, or nobody could open it. */
function namesFor(taken: Set<string>): (role: Role, no: string, original: string) => string {
  return (role, no, original) => {
    const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(original)?.[0] ?? ''
    const stem = `${role}-${safe(no)}`.slice(0, LONGEST_NAME)
    for (let count = 1; ; count += 1) {
      const name = `files/${stem}${count === 1 ? '' : `-${count}`}${ending}`
      // File systems that know no case would overwrite one with the other.
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

/**
 * The evidence of receipts as a zip that needs no program but a browser: `index.html` in words, `index.json` for machines,
 * every original once with its SHA-256. The same input gives the same bytes.
 */
export async function writeEvidencePack(
  head: PackHead,
  receipts: readonly { verdict: ReceiptVerdict; credit: BankCredit }[],
  documents: readonly PackDocument[],
  { digest }: { digest: Digest },
): Promise<WrittenPack> {
  const nameOf = namesFor(new Set())
  const stored = new Map<string, PackIndex['files'][number] & { content: Uint8Array }>()
  const listed: PackIndex['documents'] = []
  for (const { role, no, currency, note, supports, originals } of documents) {
    const files: string[] = []
    for (const { name: original, bytes, pages } of originals) {
      const sha256 = await digest(bytes)
      const file = stored.get(sha256) ?? {
        name: nameOf(role, no, original),
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
  const zippable: Zippable = { [INDEX_PAGE]: strToU8(indexPage(index)), [INDEX_JSON]: json }
  for (const { name, content } of stored.values())
    zippable[name] = [content, { level: PACKED.test(name) ? 0 : 6 }]
  return {
    bytes: zipSync(zippable, { level: 6, mtime: FIXED_TIME }),
    index,
    indexSha256: await digest(json),
  }
}

function told({
  verdict,
  credit,
}: {
  verdict: ReceiptVerdict
  credit: BankCredit
}): PackIndex['receipts'][number] {
  const { declare } = verdict
  const codes = (declare.lines ?? declare.actual ?? []).map(({ code }) => code ?? '银行确认')
  return {
    id: verdict.id,
    result: verdict.result,
    currency: verdict.currency,
    credited: verdict.credited,
    eligible: verdict.eligible,
    held: verdict.held,
    valueDate: credit.valueDate,
    payer: credit.payer?.name ?? '',
    codes,
    remark: declare.remark,
    findings: verdict.findings.map(({ rule, severity, text, fix, basis }) => ({
      rule,
      severity,
      text: text.zh,
      fix: fix.zh,
      basis: basis.map(({ document, article }) => `${document}${article}`).join('；'),
    })),
  }
}
