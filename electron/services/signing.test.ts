import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeKeyPair, signBatch, signerOf } from '../single-window/batch-signature'
import { createSigning, type SigningKeys } from './signing'
import { createSigningKeys } from './signing-keys'

const bytes = new TextEncoder().encode('{"batchId":"x"}')
const BOOK = '6f1c0c3e-0000-4000-8000-000000000001'

describe('a batch signature', () => {
  it('names its key and holds for exactly these bytes', () => {
    const key = makeKeyPair()
    const signature = signBatch(bytes, key)
    expect(signerOf(bytes, signature)).toBe(key.publicKey)
    expect(signerOf(new TextEncoder().encode('{"batchId":"y"}'), signature)).toBeUndefined()
  })

  it('cannot borrow the name of another key', () => {
    const signature = JSON.parse(new TextDecoder().decode(signBatch(bytes, makeKeyPair()))) as {
      publicKey: string
    }
    signature.publicKey = makeKeyPair().publicKey
    expect(signerOf(bytes, new TextEncoder().encode(JSON.stringify(signature)))).toBeUndefined()
  })

  it('that is not one is refused, not thrown', () => {
    for (const text of ['', '{}', '\u0000'])
      expect(signerOf(bytes, new TextEncoder().encode(text))).toBeUndefined()
  })
})

describe('signing', () => {
  let directory: string
  let keys: SigningKeys
  /** Stands for the machine's key store: turned around, so that a key lying open in the file would be found. */
  const keyStore = {
    seal: (text: string) => Buffer.from(text).reverse().toString('hex'),
    open: (sealed: string) => Buffer.from(sealed, 'hex').reverse().toString(),
  }

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-signing-'))
    keys = createSigningKeys(directory, keyStore)
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  it('keeps one key per book over restarts and concurrent first signatures', async () => {
    const first = createSigning(keys)
    const signed = await Promise.all([1, 2, 3].map(() => first.sign(BOOK, bytes)))
    const later = await createSigning(keys).sign(BOOK, bytes)
    const other = await first.sign('6f1c0c3e-0000-4000-8000-000000000002', bytes)
    const signers = new Set([...signed, later].map((signature) => signerOf(bytes, signature)))
    expect(signers.size).toBe(1)
    expect(signers).not.toContain(signerOf(bytes, other))
  })

  it('signs nothing with a key that is not on disk', async () => {
    const full = createSigning({ ...keys, save: () => Promise.reject(new Error('ENOSPC')) })
    await expect(full.sign(BOOK, bytes)).rejects.toThrow('ENOSPC')
  })

  it('keeps the private key sealed', async () => {
    await createSigning(keys).sign(BOOK, bytes)
    const { privateKey } = (await keys.load(BOOK))!
    expect(await readFile(path.join(directory, `${BOOK}.json`), 'utf8')).not.toContain(privateKey)
  })
})
