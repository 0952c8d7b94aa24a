import { strFromU8, strToU8 } from 'fflate'
import type { z } from 'zod'
import type { Text } from '../model/text'
import { inflate, type InflateLimits } from '../protocol/inflate'
import type { Digest } from '../protocol/package'
import { PackError } from './fault'
import { packName } from './names'

export const INDEX_JSON = 'index.json'
export const INDEX_PAGE = 'index.html'
export const packLimits: InflateLimits = { entries: 20_000, inflatedBytes: 1024 * 1_048_576, ratio: 300 }

type Listed = { name: string; sha256: string }

/** One kind of pack. `said`: files that say in other words what the index says, and have to say exactly that. */
export type PackForm<Index extends { files: readonly Listed[] }> = {
  what: Text
  version: number
  schema: z.ZodType<Index>
  said: (index: Index) => readonly (readonly [name: string, text: string])[]
  /** Names the index speaks of beside its list of files. */
  named: (index: Index) => readonly string[]
}

/** `indexSha256`: digest of the index, which holds those of all files. */
export type Proven<Index> = { index: Index; indexSha256: string; files: ReadonlyMap<string, Uint8Array> }

/**
 * Open a pack and prove it: every file of the index is there with its digest, nothing else is, and what is said in words is
 * what the index says.
 * @param quoted digest of the index as somebody quotes it, where somebody does
 * @throws PackError
 */
export async function provePack<Index extends { files: readonly Listed[] }>(
  bytes: Uint8Array,
  { what, version, schema, said, named }: PackForm<Index>,
  digest: Digest,
  quoted?: string,
): Promise<Proven<Index>> {
  const refuse = (...[fault, file]: [PackError['fault'], string?]) => new PackError(fault, what, file)
  const all = inflate(bytes, packLimits, packName, (fault, { file }) =>
    fault === 'not-zip'
      ? refuse('not-zip')
      : refuse(fault === 'name' || fault === 'repeated' ? 'name' : 'limits', file),
  )
  const json = all.get(INDEX_JSON)
  if (!json) throw refuse('index', INDEX_JSON)
  const indexSha256 = await digest(json)
  if (quoted !== undefined && indexSha256 !== quoted) throw refuse('hash', INDEX_JSON)
  const index = parse(json)
  const files = new Map<string, Uint8Array>()
  for (const { name, sha256 } of index.files) {
    const content = all.get(name)
    if (!content) throw refuse('missing', name)
    if ((await digest(content)) !== sha256) throw refuse('hash', name)
    files.set(name, content)
  }
  for (const name of named(index)) if (!files.has(name)) throw refuse('missing', name)
  const words = said(index)
  const known = new Set([INDEX_JSON, ...words.map(([name]) => name)])
  for (const name of all.keys()) if (!files.has(name) && !known.has(name)) throw refuse('unlisted', name)
  for (const [name, text] of words) {
    const present = all.get(name)
    if (!present || (await digest(present)) !== (await digest(strToU8(text)))) throw refuse('page', name)
  }
  return { index, indexSha256, files }

  function parse(content: Uint8Array): Index {
    let read: unknown
    try {
      read = JSON.parse(strFromU8(content))
    } catch {
      throw refuse('index', INDEX_JSON)
    }
    const found = (read as { version?: unknown } | null)?.version
    if (typeof found === 'number' && found > version) throw refuse('newer', String(found))
    const parsed = schema.safeParse(read)
    if (parsed.success) return parsed.data
    throw refuse('index', parsed.error.issues[0]?.path.join('.') ?? '')
  }
}
