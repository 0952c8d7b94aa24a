import { strFromU8, strToU8 } from 'fflate'
import { fillText, type Text } from '../../model/text'
import { inflate, type InflateLimits } from '../../protocol/inflate'
import type { Digest } from '../../protocol/package'
import { indexPage } from './index-page'
import { INDEX_JSON, INDEX_PAGE, PACK_VERSION, PackIndex, packName } from './pack-index'

const words = {
  'not-zip': { zh: '不是证据包，或文件没有复制完整', en: 'No evidence pack, or not copied completely' },
  limits: { zh: '文件内容过大或过多：{file}', en: 'The pack holds too much: {file}' },
  name: { zh: '包内有不应出现的名称 {file}', en: 'The pack holds an unexpected name {file}' },
  index: { zh: '索引不完整：{file}', en: 'The index is not complete: {file}' },
  newer: { zh: '证据包由更新的版本生成（{file}）', en: 'The pack was made by a newer version ({file})' },
  missing: { zh: '索引中的文件不在包内：{file}', en: 'A file of the index is not in the pack: {file}' },
  hash: { zh: '文件与索引的校验值不符：{file}', en: 'A file is not the one of the index: {file}' },
  unlisted: {
    zh: '包内有索引之外的文件：{file}',
    en: 'The pack holds a file that is not in its index: {file}',
  },
  page: { zh: 'index.html 与索引不符', en: 'index.html does not say what the index says' },
} satisfies Record<string, Text>
export type PackFault = keyof typeof words

/** Why a pack is not believed. */
export class PackError extends Error {
  readonly text: Text
  readonly fix: Text = {
    zh: '请勿使用此文件，向给你文件的人核实或重新索取',
    en: 'Do not use it; ask whoever gave it to you, or for another copy',
  }

  constructor(
    readonly fault: PackFault,
    file = '',
  ) {
    const text = fillText(words[fault], { file })
    super(text.en)
    this.text = text
  }
}

export const packLimits: InflateLimits = { entries: 20_000, inflatedBytes: 1024 * 1_048_576, ratio: 300 }

/**
 * Open an evidence pack and prove it: every file of the index is there with its digest, nothing else is, and the page says
 * what the index says.
 * @param indexSha256 as an application quotes it, where it does
 * @throws PackError
 */
export async function readEvidencePack(
  bytes: Uint8Array,
  { digest }: { digest: Digest },
  indexSha256?: string,
): Promise<{ index: PackIndex; files: ReadonlyMap<string, Uint8Array> }> {
  const all = inflate(bytes, packLimits, packName, (fault, { file }) =>
    fault === 'not-zip'
      ? new PackError('not-zip')
      : new PackError(fault === 'name' || fault === 'repeated' ? 'name' : 'limits', file),
  )
  const json = all.get(INDEX_JSON)
  if (!json) throw new PackError('index', INDEX_JSON)
  if (indexSha256 !== undefined && (await digest(json)) !== indexSha256)
    throw new PackError('hash', INDEX_JSON)
  const index = parse(json)
  const files = new Map<string, Uint8Array>()
  for (const { name, sha256 } of index.files) {
    const content = all.get(name)
    if (!content) throw new PackError('missing', name)
    if ((await digest(content)) !== sha256) throw new PackError('hash', name)
    files.set(name, content)
  }
  for (const name of index.documents.flatMap((one) => one.files)) {
    if (!files.has(name)) throw new PackError('missing', name)
  }
  for (const name of all.keys()) {
    if (!files.has(name) && name !== INDEX_JSON && name !== INDEX_PAGE) throw new PackError('unlisted', name)
  }
  const page = all.get(INDEX_PAGE)
  if (!page || (await digest(page)) !== (await digest(strToU8(indexPage(index))))) throw new PackError('page')
  return { index, files }
}

function parse(bytes: Uint8Array): PackIndex {
  let json: unknown
  try {
    json = JSON.parse(strFromU8(bytes))
  } catch {
    throw new PackError('index', INDEX_JSON)
  }
  const version = (json as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > PACK_VERSION) throw new PackError('newer', String(version))
  const parsed = PackIndex.safeParse(json)
  if (parsed.success) return parsed.data
  throw new PackError('index', parsed.error.issues[0]?.path.join('.') ?? '')
}
