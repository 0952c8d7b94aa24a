import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { print, type Json } from '../model/json'
import { MergeRecord } from '../model/merge-record'
import { BookKind } from '../model/enterprise'
import type { Text } from '../model/text'
import { Desk, DeskCode, DeskId } from './desk-records'

/** More is no exchange of desks but an attack on the memory. */
const mostBytes = 256 * 1_048_576
const parts = { manifest: 'manifest.json', records: 'records.json' } as const
const format = 'yiguan-desk-records'
const version = 1

export const DeskFileHead = z.object({
  book: BookKind,
  /** Customs code of the enterprise. */
  enterprise: z.string(),
  desk: z.object({ id: DeskId, code: DeskCode, name: z.string() }),
  at: z.string(),
  /** What that desk knows of the others: who moved out is passed on. */
  desks: z.array(Desk).optional(),
})
export type DeskFileHead = z.infer<typeof DeskFileHead>
const Manifest = DeskFileHead.extend({
  format: z.literal(format),
  version: z.int(),
  count: z.int(),
  sha256: z.string(),
})

export type DeskFile = { head: DeskFileHead; records: MergeRecord[] }
type Digest = (bytes: Uint8Array) => Promise<string>

export type DeskFileFault = { code: 'no-desk-file' | 'desk-file-newer' | 'desk-file-damaged'; text: Text }
const faults: Record<DeskFileFault['code'], Text> = {
  'no-desk-file': {
    zh: '这不是多台电脑交换文件。请选择另一台电脑导出的文件；没有读入任何内容。',
    en: 'This is no exchange file of another desk. Choose the file that the other computer made; nothing was read.',
  },
  'desk-file-newer': {
    zh: '交换文件由更新版本的驿关导出。请先升级本机；没有读入任何内容。',
    en: 'The exchange file was made by a newer version. Update this computer first; nothing was read.',
  },
  'desk-file-damaged': {
    zh: '交换文件已损坏或被改动（校验值不符）。请重新导出、拷贝；没有读入任何内容。',
    en: 'The exchange file is damaged or was changed (its digest differs). Make and copy it again; nothing was read.',
  },
}
const fault = (code: DeskFileFault['code']): { ok: false; fault: DeskFileFault } => ({
  ok: false,
  fault: { code, text: faults[code] },
})

/** Shared records as the bytes of a zip file that is carried to another desk. */
export async function writeDeskFile({ head, records }: DeskFile, digest: Digest): Promise<Uint8Array> {
  const body = strToU8(JSON.stringify(records))
  const said = { format, version, ...head, count: records.length } as const
  const manifest = { ...said, sha256: await digest(covered(said, body)) }
  return zipSync({ [parts.manifest]: strToU8(JSON.stringify(manifest, null, 1)), [parts.records]: body })
}

/** Read such a file. Nothing of it is used unless all of it holds together. */
export async function readDeskFile(
  bytes: Uint8Array,
  digest: Digest,
): Promise<{ ok: true; file: DeskFile } | { ok: false; fault: DeskFileFault }> {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === parts.manifest || name === parts.records) && originalSize <= mostBytes,
    })
  } catch {
    return fault('no-desk-file')
  }
  const manifest = Manifest.safeParse(parsed(files[parts.manifest]))
  if (!manifest.success) return fault('no-desk-file')
  if (manifest.data.version > version) return fault('desk-file-newer')
  const body = files[parts.records]
  const { sha256, ...said } = manifest.data
  if (!body || (await digest(covered(said, body))) !== sha256) return fault('desk-file-damaged')
  const records = z.array(MergeRecord).safeParse(parsed(body))
  if (!records.success || records.data.length !== manifest.data.count) return fault('desk-file-damaged')
  const { book, enterprise, desk, at, desks } = manifest.data
  const head = { book, enterprise, desk, at, ...(desks && { desks }) }
  return { ok: true, file: { head, records: records.data } }
}

/** The digest is of what the manifest says and of the records. */
function covered(said: object, body: Uint8Array): Uint8Array {
  const head = strToU8(print(said as Json))
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    return undefined
  }
}
