import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate'
import { inflate, type InflateLimits } from './inflate'
import {
  MANIFEST_FILE,
  Manifest,
  SIGNATURE_FILE,
  type ManifestDocument,
  type ManifestMessage,
} from './manifest'
import { PackageError } from './package-error'

/** SHA-256 as 64 lower-case hex digits; crypto belongs to the host. */
export type Digest = (bytes: Uint8Array) => Promise<string>
/** Detached signature over the exact bytes of manifest.json, which pins every other file by its digest. */
export type Signer = { sign(manifest: Uint8Array): Promise<Uint8Array> }
export type Verifier = { verify(manifest: Uint8Array, signature: Uint8Array): Promise<boolean> }

/** One message file of a batch. */
export type BatchMessage = { type: string; guid?: string; xml: string; documents: ManifestDocument[] }
export type ManifestHead = Omit<Manifest, 'messages'>

export type PackageLimits = InflateLimits

/**
 * Limits on the way in, against zip bombs. Customs XML of a hundred equal parcels packs about 60 : 1, deflate's own
 * bound is 1032 : 1.
 */
export const packageLimits: PackageLimits = { entries: 1_002, inflatedBytes: 256 * 1_048_576, ratio: 300 }

/** Local time of the first zip year: a real time would make equal batches differ. */
const FIXED_TIME = '1980-01-01T00:00:00'

/**
 * Pack a batch. The same content gives the same bytes on every machine: fixed order, fixed times, fixed level.
 * @returns the zip, its SHA-256, and the manifest as written
 */
export async function writePackage(
  head: ManifestHead,
  messages: readonly BatchMessage[],
  crypto: { digest: Digest; signer?: Signer },
): Promise<{ bytes: Uint8Array; sha256: string; manifest: Manifest }> {
  const files: [string, Uint8Array][] = []
  const listed: ManifestMessage[] = []
  for (const [index, { type, guid, xml, documents }] of messages.entries()) {
    const file = `messages/${String(index + 1).padStart(3, '0')}.xml`
    const bytes = strToU8(xml)
    files.push([file, bytes])
    listed.push({ file, type, sha256: await crypto.digest(bytes), ...(guid ? { guid } : {}), documents })
  }
  const manifest = Manifest.parse({ ...head, messages: listed })
  refuseRepeated(manifest)
  const manifestBytes = strToU8(JSON.stringify(manifest, null, 1))
  const signature = await crypto.signer?.sign(manifestBytes)
  const zippable: Zippable = { [MANIFEST_FILE]: manifestBytes }
  for (const [file, bytes] of files) zippable[file] = bytes
  if (signature) zippable[SIGNATURE_FILE] = signature
  const bytes = zipSync(zippable, { level: 6, mtime: FIXED_TIME })
  return { bytes, sha256: await crypto.digest(bytes), manifest }
}

/** An opened batch: everything in it agrees with its manifest. `signed` tells whether a signature was verified. */
export type OpenPackage = { manifest: Manifest; messages: BatchMessage[]; signed: boolean }

/**
 * Open a batch file from outside. Nothing is inflated before names, counts and sizes are accepted.
 * @param crypto with a verifier, an unsigned or wrongly signed batch is refused
 * @throws PackageError
 */
export async function readPackage(
  bytes: Uint8Array,
  crypto: { digest: Digest; verifier?: Verifier },
  limits: PackageLimits = packageLimits,
): Promise<OpenPackage> {
  const files = inflate(bytes, limits, names, (fault, params) => new PackageError(`package-${fault}`, params))
  const manifestBytes = files.get(MANIFEST_FILE)
  if (!manifestBytes) throw new PackageError('package-manifest', { detail: MANIFEST_FILE })
  const manifest = parseManifest(manifestBytes)
  refuseRepeated(manifest)

  const signature = files.get(SIGNATURE_FILE)
  if (crypto.verifier) {
    if (!signature) throw new PackageError('package-unsigned')
    const good = await crypto.verifier.verify(manifestBytes, signature)
    if (!good) throw new PackageError('package-signature')
  }

  const messages: BatchMessage[] = []
  const listed = new Set([MANIFEST_FILE, SIGNATURE_FILE])
  for (const { file, type, guid, sha256, documents } of manifest.messages) {
    const content = files.get(file)
    if (!content) throw new PackageError('package-missing', { file })
    if (listed.has(file)) throw new PackageError('package-repeated', { file })
    listed.add(file)
    if ((await crypto.digest(content)) !== sha256) throw new PackageError('package-hash', { file })
    messages.push({ type, ...(guid ? { guid } : {}), xml: strFromU8(content), documents })
  }
  for (const file of files.keys()) {
    if (!listed.has(file)) throw new PackageError('package-unlisted', { file })
  }
  return { manifest, messages, signed: crypto.verifier !== undefined }
}

const names = /^(manifest\.(json|sig)|messages\/\d{3}\.xml)$/

function parseManifest(bytes: Uint8Array): Manifest {
  let json: unknown
  try {
    json = JSON.parse(strFromU8(bytes))
  } catch {
    throw new PackageError('package-manifest', { detail: 'JSON' })
  }
  const parsed = Manifest.safeParse(json)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]!
  throw new PackageError('package-manifest', { detail: `${first.path.join('.')}: ${first.message}` })
}

function refuseRepeated(manifest: Manifest): void {
  const seen = new Set<string>()
  for (const { message, businessKey } of manifest.messages.flatMap((m) => m.documents)) {
    const id = JSON.stringify([message, businessKey])
    if (seen.has(id)) throw new PackageError('package-document-repeated', { message, businessKey })
    seen.add(id)
  }
}
