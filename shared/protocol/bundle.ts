import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate'
import { z } from 'zod'
import { BookKind, practiceMark } from '../model/enterprise'
import { instant } from '../model/field'
import { BatchId, Sha256 } from './api'
import { BundleError } from './bundle-error'
import { inflate, type InflateLimits } from './inflate'
import type { Digest } from './package'

/** What a person carries between machines ends in this; a zip under it. */
export const BUNDLE_EXTENSION = 'yiguan'
export const BUNDLE_MEDIA_TYPE = 'application/vnd.yiguan.bundle+zip'
export const INDEX_FILE = 'index.json'
export const INDEX_SIGNATURE_FILE = 'index.sig'
const BUNDLE_VERSION = 1

/** Letters, digits and Chinese, at most three folders deep; nothing that a file system could take for a way up. */
const fileName = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*){0,3}$/u

export const BundleFile = z.looseObject({
  name: z.string().max(200).regex(fileName),
  sha256: Sha256,
  bytes: z.int().nonnegative(),
})
export type BundleFile = z.infer<typeof BundleFile>

/**
 * First file of a bundle: whose it is, what it is, and the digest of every other file. `content` belongs to the kind.
 * Fields and kinds we do not know are kept and named, not guessed.
 */
export const BundleIndex = z.looseObject({
  format: z.literal('yiguan-bundle'),
  version: z.int().positive(),
  kind: z.string().min(1).max(40),
  id: BatchId,
  createdAt: instant,
  enterprise: z.looseObject({ code: z.string().min(1), name: z.string() }),
  book: BookKind,
  /** 演练 · 不具申报效力, in words, in everything a 演练 book gives out. */
  mark: z.string().optional(),
  software: z.string(),
  content: z.record(z.string(), z.unknown()),
  files: z.array(BundleFile),
})
export type BundleIndex = z.infer<typeof BundleIndex>

export type BundleHead = Pick<
  BundleIndex,
  'kind' | 'id' | 'createdAt' | 'enterprise' | 'book' | 'software' | 'content'
>

/** The signature file of an index, made and read by the host. */
export type BundleSigner = (index: Uint8Array) => Promise<Uint8Array>
/** The public key that signed these bytes; undefined when the signature is not of them. */
export type BundleVerifier = (index: Uint8Array, signature: Uint8Array) => Promise<string | undefined>

export type OpenBundle = { index: BundleIndex; files: Map<string, Uint8Array>; signer: string }

/** A day of a large desk is some 60 MB of batches; what inflates to more than this was not made by us. */
export const bundleLimits: InflateLimits = { entries: 4_000, inflatedBytes: 512 * 1_048_576, ratio: 300 }

const FIXED_TIME = '1980-01-01T00:00:00'
const MOST_INDEX_BYTES = 8 * 1_048_576

/**
 * Put files under a signed index. Batches inside are packed already and are only stored. The same head and files give
 * the same bytes (but for the signature, which may be salted).
 */
export async function writeBundle(
  head: BundleHead,
  files: ReadonlyMap<string, Uint8Array>,
  { digest, sign }: { digest: Digest; sign: BundleSigner },
): Promise<Uint8Array> {
  const listed: BundleFile[] = []
  for (const [name, bytes] of files) {
    listed.push({ name, sha256: await digest(bytes), bytes: bytes.byteLength })
  }
  const mark = head.book === 'practice' ? { mark: `${practiceMark.zh} / ${practiceMark.en}` } : {}
  const index = BundleIndex.parse({
    format: 'yiguan-bundle',
    version: BUNDLE_VERSION,
    ...head,
    ...mark,
    files: listed,
  })
  const indexBytes = strToU8(JSON.stringify(index, null, 1))
  const zippable: Zippable = {
    [INDEX_FILE]: indexBytes,
    [INDEX_SIGNATURE_FILE]: await sign(indexBytes),
  }
  for (const [name, bytes] of files) zippable[name] = [bytes, { level: name.endsWith('.zip') ? 0 : 6 }]
  return zipSync(zippable, { level: 6, mtime: FIXED_TIME })
}

/**
 * Open a file from outside. Nothing is inflated before names, counts and sizes are accepted, nothing is believed
 * before the signature of the index and the digest of every file were found right.
 * @throws BundleError
 */
export async function readBundle(
  bytes: Uint8Array,
  { digest, verify }: { digest: Digest; verify: BundleVerifier },
  limits: InflateLimits = bundleLimits,
): Promise<OpenBundle> {
  const all = inflate(bytes, limits, fileName, (fault, params) => new BundleError(`bundle-${fault}`, params))
  const indexBytes = all.get(INDEX_FILE)
  const other = indexBytes ? undefined : kindWithoutIndex(all)
  if (other) throw new BundleError('bundle-kind', { kind: other })
  if (!indexBytes || indexBytes.byteLength > MOST_INDEX_BYTES) {
    throw new BundleError('bundle-index', { detail: INDEX_FILE })
  }
  const index = parseIndex(indexBytes)
  const signature = all.get(INDEX_SIGNATURE_FILE)
  const signer = signature && (await verify(indexBytes, signature))
  if (signer === undefined) throw new BundleError('bundle-signature')

  const files = new Map<string, Uint8Array>()
  for (const { name, sha256 } of index.files) {
    const content = all.get(name)
    if (!content) throw new BundleError('bundle-missing', { file: name })
    if (files.has(name)) throw new BundleError('bundle-repeated', { file: name })
    if ((await digest(content)) !== sha256) throw new BundleError('bundle-hash', { file: name })
    files.set(name, content)
  }
  for (const name of all.keys()) {
    if (!files.has(name) && name !== INDEX_FILE && name !== INDEX_SIGNATURE_FILE) {
      throw new BundleError('bundle-unlisted', { file: name })
    }
  }
  return { index, files, signer }
}

/** Files of ours that are no bundles and may be taken for one. */
function kindWithoutIndex(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  if (!files.has('manifest.json')) return undefined
  return files.has('records.json') ? 'desk-records' : 'batch'
}

function parseIndex(bytes: Uint8Array): BundleIndex {
  const json = jsonOf(bytes, INDEX_FILE)
  const { version, format } = (json ?? {}) as { version?: unknown; format?: unknown }
  if (format === 'yiguan-bundle' && typeof version === 'number' && version > BUNDLE_VERSION) {
    throw new BundleError('bundle-newer', { version })
  }
  const parsed = BundleIndex.safeParse(json)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]!
  throw new BundleError('bundle-index', { detail: `${first.path.join('.')}: ${first.message}` })
}

/** Read a JSON file of a bundle. @throws BundleError naming the file */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    throw new BundleError('bundle-index', { detail: `${file}: JSON` })
  }
}

/** Read a part of a bundle by its schema. @throws BundleError naming file and field */
export function checkedPart<T extends z.ZodType>(schema: T, value: unknown, file: string): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]!
  throw new BundleError('bundle-index', { detail: `${file} ${first.path.join('.')}: ${first.message}` })
}
