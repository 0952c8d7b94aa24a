import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BrowserWindow } from 'electron'
import {
  faults,
  mostReleaseBytes,
  notFor,
  Release,
  ReleaseFile,
  type Here,
  type ReleaseFault,
} from '#shared/release/release'
import type { Handle } from '../shell/ipc'
import { isSignatureOf, signatureOf, type KeyPair } from '../single-window/batch-signature'

export type ReleaseVerdict =
  { ok: true; release: Release; installer: string } | { ok: false; fault: ReleaseFault; release?: Release }

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Describe and sign an installer; the text of its release file. */
export async function signRelease(
  installer: string,
  of: Pick<Release, 'version' | 'platform' | 'publishedAt'>,
  keys: KeyPair,
): Promise<string> {
  const { size } = await stat(installer)
  const told = { product: 'yiguan', ...of, file: path.basename(installer), bytes: size }
  const release = JSON.stringify(Release.parse({ ...told, sha256: await digestOf(installer) }))
  const signature = signatureOf(new TextEncoder().encode(release), keys)
  return `${JSON.stringify({ release, signature } satisfies ReleaseFile, null, 2)}\n`
}

/**
 * Judge a release file and the installer beside it. Nothing of it is run or copied: it is handed to a person, who installs it.
 * @param trusted public keys of the publisher; what is signed by another key counts as not signed
 */
export async function judgeRelease(
  file: string,
  trusted: readonly string[],
  here: Here,
): Promise<ReleaseVerdict> {
  if (trusted.length === 0) return { ok: false, fault: faults.noKey }
  const said = await readReleaseFile(file)
  if (!said) return { ok: false, fault: faults.unreadable }
  const { publicKey, signature } = said.signature
  const isOurs = trusted.includes(publicKey)
  if (!isOurs || !isSignatureOf(new TextEncoder().encode(said.release), signature, publicKey))
    return { ok: false, fault: faults.signature }
  const release = Release.safeParse(parsed(said.release)).data
  if (!release) return { ok: false, fault: faults.unreadable }
  const unfit = notFor(release, here)
  if (unfit) return { ok: false, fault: unfit, release }
  const installer = path.join(path.dirname(file), release.file)
  const { size } = await stat(installer).catch(() => ({ size: undefined }))
  if (size === undefined) return { ok: false, fault: faults.file(release.file), release }
  // The length first: what is endless is not read.
  if (size !== release.bytes || (await digestOf(installer)) !== release.sha256)
    return { ok: false, fault: faults.content(release.file), release }
  return { ok: true, release, installer }
}

async function readReleaseFile(file: string): Promise<ReleaseFile | undefined> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return undefined
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(mostReleaseBytes + 1))
    if (bytesRead > mostReleaseBytes) return undefined
    return ReleaseFile.safeParse(parsed(buffer.subarray(0, bytesRead).toString())).data
  } catch {
    // A folder, or a disk that is gone.
    return undefined
  } finally {
    await handle.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Register the channel by which a person has an installer judged that was brought here. */
export function registerReleases(
  handle: Handle,
  deps: {
    choose: (window: BrowserWindow) => Promise<string | undefined>
    trusted: readonly string[]
    here: Here
  },
): void {
  handle('release.check', async ({ window }) => {
    const file = await deps.choose(window)
    if (file === undefined) return null
    const verdict = await judgeRelease(file, deps.trusted, deps.here)
    return verdict.ok
      ? { ok: true, release: verdict.release, shownPath: verdict.installer }
      : { ok: false, text: verdict.fault.text }
  })
}
