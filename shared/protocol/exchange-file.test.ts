import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bundleLimits, readBundle, writeBundle, type BundleVerifier } from './bundle'
import { BundleError } from './bundle-error'
import { batchesOf, receiptsOf, refuseForeign, writeExchangeFile, writeReceiptsFile } from './exchange-file'
import { PackageError } from './package-error'
import { writePackage } from './package'

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const sign = async (bytes: Uint8Array) => strToU8(`signed ${await digest(bytes)}`)
const verify: BundleVerifier = async (bytes, signature) =>
  strFromU8(signature) === `signed ${await digest(bytes)}` ? 'key' : undefined
const verifier = {
  verify: async (bytes: Uint8Array, signature: Uint8Array) => (await verify(bytes, signature)) !== undefined,
}
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2025-03-01T02:00:00Z'
const enterprise = { code: '1300000001', name: '河北示例' }
const head = { id: uuid(99), createdAt: at, enterprise, book: 'practice' as const, software: 'test' }

async function batch(n: number, more: object = {}) {
  const document = { message: 'CEB303', businessKey: `p|e|${n}`, guid: uuid(n), dossier: `d${n}` }
  const messages = [{ type: 'CEB303', xml: `<订单 n="${n}"/>`, documents: [document] }]
  const manifest = {
    batchId: uuid(100 + n),
    protocol: 1,
    enterprise,
    book: 'practice' as const,
    createdAt: at,
    epoch: 1,
  }
  const { bytes, sha256 } = await writePackage({ ...manifest, ...more }, messages, {
    digest,
    signer: { sign },
  })
  return { batchId: manifest.batchId, sha256, bytes, documents: 1 }
}
const exchangeFile = async (...batches: Awaited<ReturnType<typeof batch>>[]) =>
  writeExchangeFile(head, batches, 'cursor', { digest, sign })
const open = async (bytes: Uint8Array) =>
  batchesOf(await readBundle(bytes, { digest, verify }), { digest, verifier })

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof BundleError) && !(error instanceof PackageError)) throw error
  expect(error.text.zh + error.fix.zh + error.text.en + error.fix.en).not.toMatch(/\{\w+\}|\p{Cc}/u)
  return error.code
}
/** The file with one of its parts changed, signed anew over the index when the change says so. */
async function changed(
  bytes: Uint8Array,
  change: (files: Record<string, Uint8Array>) => unknown,
  resign = false,
) {
  const files = unzipSync(bytes)
  change(files)
  if (resign) files['index.sig'] = await sign(files['index.json']!)
  return zipSync(files, { level: 0 })
}
const editIndex = (edit: (index: Record<string, unknown>) => void) => (files: Record<string, Uint8Array>) => {
  const index = JSON.parse(strFromU8(files['index.json']!)) as Record<string, unknown>
  edit(index)
  files['index.json'] = strToU8(JSON.stringify(index))
}

describe('an exchange file', () => {
  it('carries the very bytes of the wire, whose they are, and that practice has no force', async () => {
    const [one, two] = [await batch(1), await batch(2)]
    const bytes = await exchangeFile(one, two)
    const bundle = await readBundle(bytes, { digest, verify })
    expect(bundle.index).toMatchObject({
      kind: 'exchange',
      enterprise,
      book: 'practice',
      mark: expect.stringContaining('不具申报效力'),
    })
    const opened = await batchesOf(bundle, { digest, verifier })
    expect(opened.receiptsAfter).toBe('cursor')
    expect(
      opened.batches.map(({ batchId, sha256, bytes: own }) => ({
        batchId,
        sha256,
        bytes: own,
        documents: 1,
      })),
    ).toEqual([one, two])
  })

  it('is refused, and nothing of it used, when any byte was changed or any cut off', async () => {
    const bytes = await exchangeFile(await batch(1))
    const names = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const other = bytes.slice()
        other[place] = other[place]! ^ change
        const opened = await open(other).catch((error: unknown) => error)
        if (opened instanceof BundleError || opened instanceof PackageError) names.add(opened.code)
        // Times and attributes of the zip itself are nobody's content.
        else expect(opened).toEqual(await open(bytes))
      }),
      { numRuns: 150 },
    )
    expect(names.size).toBeGreaterThan(2)
    for (const length of [0, 10, bytes.length >> 1, bytes.length - 30]) {
      expect(await refusal(() => open(bytes.slice(0, length)))).toBe('bundle-not-zip')
    }
  })

  it.each<[string, (files: Record<string, Uint8Array>) => unknown, boolean]>([
    ['bundle-hash', (files) => (files[`batches/${uuid(101)}.zip`] = new Uint8Array([1])), false],
    ['bundle-missing', (files) => delete files[`batches/${uuid(101)}.zip`], false],
    ['bundle-unlisted', (files) => (files['extra.txt'] = new Uint8Array([1])), false],
    ['bundle-name', (files) => (files['../run.exe'] = new Uint8Array([1])), false],
    ['bundle-signature', (files) => delete files['index.sig'], false],
    ['bundle-signature', editIndex((index) => (index['createdAt'] = '2024-01-01T00:00:00Z')), false],
    ['bundle-newer', editIndex((index) => (index['version'] = 2)), true],
    ['bundle-index', editIndex((index) => delete index['book']), true],
    ['bundle-index', (files) => delete files['index.json'], false],
    ['bundle-enterprise', editIndex((index) => (index['enterprise'] = { code: 'X', name: 'X' })), true],
    ['bundle-book', editIndex((index) => (index['book'] = 'real')), true],
    ['bundle-kind', editIndex((index) => (index['kind'] = 'letters')), true],
  ])('is refused as %s', async (code, change, resign) => {
    const bytes = await exchangeFile(await batch(1))
    expect(await refusal(async () => open(await changed(bytes, change, resign)))).toBe(code)
  })

  it('is refused before it is inflated when it would fill the memory', async () => {
    const bytes = await exchangeFile(await batch(1))
    const bomb = await changed(bytes, (files) => (files['zeros.bin'] = new Uint8Array(8 * 1_048_576)))
    const packed = zipSync(unzipSync(bomb), { level: 9 })
    expect(await refusal(() => open(packed))).toBe('bundle-ratio')
    const limits = { ...bundleLimits, ratio: 1e9, inflatedBytes: 1_000 }
    expect(await refusal(() => readBundle(packed, { digest, verify }, limits))).toBe('bundle-size')
    expect(await refusal(() => readBundle(packed, { digest, verify }, { ...bundleLimits, entries: 2 }))).toBe(
      'bundle-entries',
    )
  })

  it('is told from a bare batch and from the records of another desk, which have their own place', async () => {
    const { bytes } = await batch(1)
    expect(await refusal(() => open(bytes))).toBe('bundle-kind')
    const desk = zipSync({ 'manifest.json': strToU8('{}'), 'records.json': strToU8('[]') })
    expect(await refusal(() => open(desk))).toBe('bundle-kind')
    const told = await open(desk).catch((error: BundleError) => error.text)
    expect(told).toMatchObject({ zh: expect.stringContaining('各工位'), en: expect.stringContaining('desk') })
  })

  it('is refused when a batch in it is not what its own signature covers', async () => {
    const own = await batch(1)
    const files = unzipSync(own.bytes)
    files['messages/001.xml'] = strToU8('<订单 n="9"/>')
    const bytes = zipSync(files)
    expect(
      await refusal(async () => open(await exchangeFile({ ...own, bytes, sha256: await digest(bytes) }))),
    ).toBe('package-hash')
    const foreign = await batch(1, { enterprise: { code: 'OTHER', name: 'O' } })
    expect(await refusal(async () => open(await exchangeFile(foreign)))).toBe('bundle-enterprise')
  })
})

describe('a receipts file', () => {
  const service = { name: 's', version: '1', practice: true, address: 'http://s' }
  const receipts = Array.from({ length: 1_100 }, (_, n) => ({
    seq: n,
    id: `r${n}`,
    message: 'CEB604',
    receivedAt: at,
    xml: '<x/>',
  }))
  const answers = [
    { batchId: uuid(101), sha256: 'a'.repeat(64), at, refusal: { code: 'x', text: { zh: '一', en: 'x' } } },
  ]
  const content = { service, answers, receipts, receiptsUpTo: 'c' }

  it('comes back as it was written', async () => {
    const bytes = await writeReceiptsFile(head, content, { digest, sign })
    expect(receiptsOf(await readBundle(bytes, { digest, verify }))).toEqual(content)
  })

  it('of a real service is no file of a practice book', async () => {
    const real = { ...content, service: { ...service, practice: false } }
    const bytes = await writeReceiptsFile(head, real, { digest, sign })
    expect(await refusal(async () => receiptsOf(await readBundle(bytes, { digest, verify })))).toBe(
      'bundle-book',
    )
  })

  it('and an exchange file are not taken for each other', async () => {
    const back = await readBundle(await writeReceiptsFile(head, content, { digest, sign }), {
      digest,
      verify,
    })
    expect(await refusal(() => batchesOf(back, { digest, verifier }))).toBe('bundle-kind')
    const out = await readBundle(await exchangeFile(await batch(1)), { digest, verify })
    expect(await refusal(async () => receiptsOf(out))).toBe('bundle-kind')
  })

  it('belongs to one enterprise and one kind of book', async () => {
    const index = { enterprise, book: 'practice' as const }
    refuseForeign(index, { code: enterprise.code, book: 'practice' })
    expect(await refusal(async () => refuseForeign(index, { code: 'X', book: 'practice' }))).toBe(
      'bundle-enterprise',
    )
    expect(await refusal(async () => refuseForeign(index, { code: enterprise.code, book: 'real' }))).toBe(
      'bundle-book',
    )
  })
})

it('the same files under the same head are the same bytes', async () => {
  const files = new Map([['a.txt', strToU8('a')]])
  const write = () => writeBundle({ ...head, kind: 'letters', content: {} }, files, { digest, sign })
  expect(await write()).toEqual(await write())
})
