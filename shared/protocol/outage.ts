import { strToU8 } from 'fflate'
import { z } from 'zod'
import { instant } from '../model/field'
import type { Text } from '../model/text'
import { writeBundle, type BundleHead, type BundleSigner } from './bundle'
import { batchParts, OUTAGE_KIND } from './exchange-file'
import type { Digest } from './package'
import { harmless } from '../table/harmless'

/** Why a pack was made, and what it stands for: who said when that the platform is down, and where the book stood. */
export const OutageRecord = z.looseObject({
  who: z.string().min(1),
  why: z.string().min(1),
  /** When the officer stated it, by the clock of this machine. */
  statedAt: instant,
  /** Clock of the service minus that of this machine when they last spoke; absent when they did not in this session. */
  skewMs: z.number().optional(),
  /** End of the book's hash chain of acts. */
  journal: z.object({ seq: z.int(), hash: z.string() }),
  /** Editions of the code tables the lists were checked with. */
  tables: z.array(z.string()),
  lists: z.array(
    z.object({
      copNo: z.string(),
      orderNo: z.string(),
      logisticsNo: z.string(),
      country: z.string(),
      currency: z.string(),
      amount: z.string(),
      state: z.string(),
    }),
  ),
})
export type OutageRecord = z.infer<typeof OutageRecord>

/** Nobody has told us that customs takes such a pack: what it is worth in law is not ours to say. */
export const outageForce: Text = {
  zh: '口径待确认：本应急包只证明企业在所述时间备妥并签名了这些单证，不等于已申报；平台停摆期间的申报效力以海关等主管部门的通知为准。时间取自本机时钟，未经时间戳机构认证。',
  en: 'To be confirmed: the pack shows only that the enterprise had these documents ready and signed at the time given. It is no declaration; what counts while the platform is down is what customs announces. The time is that of this machine, certified by no authority.',
}

/** Where every list of a pack stands when it is made: declared, and nobody knows more. */
export const packedState = '已申报未回'

export const PACK_SHEET = 'batch-sheet.pdf'
const SUMS = 'SHA256SUMS'

type Pack = {
  record: OutageRecord
  batches: Parameters<typeof batchParts>[0]
  /** Whole records as JSON text. */
  data: { lists: string; orders: string }
  sheet: Uint8Array
  /** Short name of the signing key. */
  fingerprint: string
}

/**
 * An outage pack: the batches as they would have been sent, the records behind them, a table to read and a sheet to
 * print, under one signed index. Digests and index can be checked with ordinary tools.
 */
export async function writeOutagePack(
  head: Omit<BundleHead, 'kind' | 'content'>,
  { record, batches, data, sheet, fingerprint }: Pack,
  tools: { digest: Digest; sign: BundleSigner },
): Promise<Uint8Array> {
  const { files: parts, listed } = batchParts(batches)
  const files = new Map<string, Uint8Array>([
    [PACK_SHEET, sheet],
    ['lists.csv', strToU8(listsCsv(record))],
    ['data/lists.json', strToU8(data.lists)],
    ['data/orders.json', strToU8(data.orders)],
    ...parts,
  ])
  const sums: string[] = []
  for (const [name, bytes] of files) sums.push(`${await tools.digest(bytes)}  ${name}`)
  files.set(SUMS, strToU8(`${sums.join('\n')}\n`))
  files.set('README.txt', strToU8(readme(head, record, fingerprint, [...files.keys()])))
  const content = { ...record, batches: listed }
  return writeBundle({ ...head, kind: OUTAGE_KIND, content }, files, tools)
}

const columns = ['copNo', 'orderNo', 'logisticsNo', 'country', 'currency', 'amount', 'state'] as const

/** For a spreadsheet: byte order mark, and nothing that it would take for a formula. */
function listsCsv({ lists }: OutageRecord): string {
  const cell = (value: string) => `"${harmless(value).replaceAll('"', '""')}"`
  const rows = lists.map((list) => columns.map((name) => cell(list[name])).join(','))
  return `\ufeff${[columns.join(','), ...rows].join('\r\n')}\r\n`
}

function readme(
  { id, enterprise, createdAt, software, book }: Omit<BundleHead, 'kind' | 'content'>,
  { who, why, statedAt, journal, skewMs, lists }: OutageRecord,
  fingerprint: string,
  files: readonly string[],
): string {
  const practice = book === 'practice' ? ['演练 · 不具申报效力 / Practice, not a declaration', ''] : []
  return [
    '应急包 / Outage pack',
    ...practice,
    `编号 id: ${id}`,
    `企业 enterprise: ${enterprise.name} ${enterprise.code}`,
    `声明平台停摆 stated: ${statedAt}  ${who}`,
    `原因 reason: ${why}`,
    `制作 made: ${createdAt}  ${software}`,
    `时钟差 clock of the service minus ours: ${skewMs === undefined ? '未知 unknown' : `${Math.round(skewMs)} ms`}`,
    `操作记录链 journal: #${journal.seq} ${journal.hash}`,
    `签名 signature: index.sig, SM2-SM3, ${fingerprint}`,
    `清单 lists: ${lists.length}`,
    '',
    outageForce.zh,
    outageForce.en,
    '',
    '核对 / How to check',
    `1. sha256sum -c ${SUMS}`,
    '2. index.json 列出每个文件的 SHA-256；index.sig 是对 index.json 全部字节的签名（SM2，SM3，DER，十六进制，默认用户标识）。',
    '   index.json holds the SHA-256 of every file; index.sig signs the bytes of index.json (SM2 with SM3, DER in hex, default user id).',
    '3. batches/*.zip 是原样的申报批次：manifest.json、messages/*.xml、manifest.sig。',
    '   batches/*.zip are the batches as they would have been sent.',
    '4. yiguan exchange verify FILE',
    '',
    ...files.map((name) => `  ${name}`),
    '',
  ].join('\r\n')
}
