import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PackageError } from './package-error'
import { packageLimits, readPackage, writePackage, type BatchMessage, type ManifestHead } from './package'

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const signer = { sign: async (bytes: Uint8Array) => strToU8(`signed ${await digest(bytes)}`) }
const verifier = {
  verify: async (bytes: Uint8Array, signature: Uint8Array) =>
    new TextDecoder().decode(signature) === `signed ${await digest(bytes)}`,
}
const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const head: ManifestHead = {
  batchId: guid(1),
  protocol: 1,
  enterprise: { code: '1300000001', name: '河北示例' },
  book: 'practice',
  createdAt: '2025-03-01T02:00:00Z',
  epoch: 3,
}
const messages: BatchMessage[] = [
  {
    type: 'CEB303',
    guid: guid(9),
    xml: '<订单/>',
    documents: [{ message: 'CEB303', businessKey: 'p|e|A', guid: guid(2), dossier: 'e|A' }],
  },
  {
    type: 'CEB603',
    xml: '<清单/>',
    documents: [{ message: 'CEB603', businessKey: 'e|C', guid: guid(3), dossier: 'e|A' }],
  },
]

async function refusal(bytes: Uint8Array, limits = packageLimits): Promise<string> {
  const error = await readPackage(bytes, { digest, verifier }, limits).then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof PackageError)) throw error
  expect(error.text.zh + error.fix.zh + error.text.en + error.fix.en).not.toMatch(/[{}]/)
  return error.code
}

async function tampered(change: (files: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const { bytes } = await writePackage(head, messages, { digest, signer })
  const files = unzipSync(bytes)
  change(files)
  return zipSync(files)
}

describe('batch package', () => {
  it('comes back as it was written, signature verified', async () => {
    const { bytes, manifest } = await writePackage(head, messages, { digest, signer })
    const opened = await readPackage(bytes, { digest, verifier })
    expect(opened).toEqual({ manifest, messages, signed: true })
  })

  it('has the same bytes at any time of day', async () => {
    const first = await writePackage(head, messages, { digest, signer })
    const realNow = Date.now
    Date.now = () => realNow() + 86_400_000 * 400
    try {
      const second = await writePackage(head, messages, { digest, signer })
      expect(second.sha256).toBe(first.sha256)
    } finally {
      Date.now = realNow
    }
  })

  it('keeps fields of a newer client', async () => {
    const newer = { ...head, attachments: [{ file: 'x' }] }
    const { bytes } = await writePackage(newer, messages, { digest, signer })
    const { manifest } = await readPackage(bytes, { digest, verifier })
    expect(manifest.attachments).toEqual([{ file: 'x' }])
  })

  it('refuses what does not agree with its manifest', async () => {
    const changed = await tampered((files) => (files['messages/001.xml'] = strToU8('<订单 x="1"/>')))
    expect(await refusal(changed)).toBe('package-hash')
    expect(await refusal(await tampered((files) => delete files['messages/002.xml']))).toBe('package-missing')
    const extra = await tampered((files) => (files['messages/003.xml'] = strToU8('<x/>')))
    expect(await refusal(extra)).toBe('package-unlisted')
    expect(await refusal(await tampered((files) => delete files['manifest.sig']))).toBe('package-unsigned')
    const resigned = await tampered((files) => (files['manifest.sig'] = strToU8('signed nothing')))
    expect(await refusal(resigned)).toBe('package-signature')
    const noManifest = await tampered((files) => delete files['manifest.json'])
    expect(await refusal(noManifest)).toBe('package-manifest')
    const broken = await tampered((files) => (files['manifest.json'] = strToU8('{"batchId":1}')))
    expect(await refusal(broken)).toBe('package-manifest')
  })

  it('refuses names that lead elsewhere, bombs and noise', async () => {
    const escape = await tampered((files) => (files['../evil.xml'] = strToU8('<x/>')))
    expect(await refusal(escape)).toBe('package-name')
    const bomb = await tampered((files) => (files['messages/003.xml'] = new Uint8Array(4_000_000)))
    expect(await refusal(bomb)).toBe('package-ratio')
    const { bytes } = await writePackage(head, messages, { digest, signer })
    expect(await refusal(bytes, { ...packageLimits, entries: 3 })).toBe('package-entries')
    expect(await refusal(bytes, { ...packageLimits, inflatedBytes: 40 })).toBe('package-size')
    expect(await refusal(strToU8('PK but not a zip'))).toBe('package-not-zip')
    expect(await refusal(bytes.slice(0, bytes.length - 30))).toBe('package-not-zip')
  })

  it('neither writes nor reads one document twice', async () => {
    const twice = [messages[0]!, messages[0]!]
    await expect(writePackage(head, twice, { digest })).rejects.toMatchObject({
      code: 'package-document-repeated',
    })
  })

  it('refuses a second entry of the same name instead of letting the last one win', async () => {
    const { bytes } = await writePackage(head, messages, { digest, signer })
    const renamed = Buffer.from(bytes)
    for (
      let at = renamed.indexOf('messages/002.xml');
      at >= 0;
      at = renamed.indexOf('messages/002.xml', at + 1)
    ) {
      renamed.write('messages/001.xml', at)
    }
    expect(await refusal(new Uint8Array(renamed))).toBe('package-repeated')
  })
})
