import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Text } from '#shared/model/text'
import { verifyMessage } from '../signature/verify'
import { fixture, messageOfType, PASSWORD } from '../../test/fixtures/signature/signers'
import { createMessageKeys } from './message-keys'
import { createMessageSigning } from './message-signing'

const BOOK = '6f1c0c3e-0000-4000-8000-000000000001'
const OTHER = '6f1c0c3e-0000-4000-8000-000000000002'
const all = { mode: 'all', algorithm: null, uris: null } as const
let directory: string
let now = Date.parse('2026-12-01T08:00:00Z')
/** Stands for the machine's key store: turned around, so that a key lying open in the file would be found. */
const keyStore = {
  seal: (text: string) => Buffer.from(text).reverse().toString('hex'),
  open: (sealed: string) => Buffer.from(sealed, 'hex').reverse().toString(),
}
const start = () =>
  createMessageSigning({
    keys: createMessageKeys(directory, keyStore),
    choose: () => Promise.resolve(undefined),
    now: () => now,
  })
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  )
const said = (warnings: readonly Text[]) => warnings.map(({ zh }) => zh).join()

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-message-signing-'))
  now = Date.parse('2026-12-01T08:00:00Z')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

describe('the signing certificate of a book', () => {
  it('signs nothing until that is set up, then holds back what cannot be signed', async () => {
    const signing = start()
    const xml = messageOfType('CEB603')
    expect(await signing.state(BOOK)).toMatchObject({ key: 'none', unsigned: [], warnings: [] })
    expect(await signing.sign(BOOK, 'CEB603', xml)).toBe(xml)
    const required = await signing.setUp(BOOK, { ...all, mode: 'required' })
    expect(required.unsigned).toContain('CEB603')
    expect(required.unsigned).not.toContain('CEB303')
    expect((await signing.setUp(BOOK, all)).unsigned).toContain('CEB303')
    expect(await signing.sign(BOOK, 'CEB603', xml)).toBeNull()
    expect(said((await signing.state(BOOK)).warnings)).toContain('还没有导入签名证书')
    expect((await signing.state(OTHER)).unsigned).toEqual([])
  })

  it('is imported with its password, signs, is locked by a restart and goes on when it is unlocked', async () => {
    const signing = start()
    await signing.setUp(BOOK, all)
    expect(await refused(signing.take(BOOK, fixture('sm2.p12'), 'wrong'))).toBe('key-password')
    expect(await refused(signing.take(BOOK, fixture('sm2.key'), ''))).toBe('key-password')
    const taken = await signing.take(BOOK, fixture('sm2.p12'), PASSWORD)
    expect(taken).toMatchObject({
      key: 'ready',
      unsigned: [],
      warnings: [],
      algorithms: ['sm2'],
      certificate: { serial: '03000000000cde6f', key: 'sm2' },
    })
    const xml = messageOfType('CEB603')
    const signed = (await signing.sign(BOOK, 'CEB603', xml))!
    expect(verifyMessage(signed)).toMatchObject({ algorithm: 'sm2', keyName: '03000000000cde6f' })
    // A receipt is never signed, whatever is set up.
    expect(await signing.sign(BOOK, 'CEB604', xml)).toBe(xml)

    const later = start()
    expect(await later.state(BOOK)).toMatchObject({ key: 'locked', certificate: { key: 'sm2' } })
    expect(said((await later.state(BOOK)).warnings)).toContain('未解锁')
    expect(await later.sign(BOOK, 'CEB603', xml)).toBeNull()
    expect(await refused(later.unlock(BOOK, 'wrong'))).toBe('key-password')
    expect(await later.unlock(BOOK, PASSWORD)).toMatchObject({ key: 'ready', unsigned: [] })
    later.lockAll()
    expect((await later.state(BOOK)).key).toBe('locked')
    expect(await refused(later.unlock(OTHER, PASSWORD))).toBe('certificate-missing')
  })

  it('lets nobody guess quickly', async () => {
    const signing = start()
    await signing.take(BOOK, fixture('rsa.p12'), PASSWORD)
    await signing.lock(BOOK)
    for (const guess of ['1', '2', '3'])
      expect(await refused(signing.unlock(BOOK, guess))).toBe('key-password')
    expect(await refused(signing.unlock(BOOK, PASSWORD))).toBe('too-many-attempts')
    now += 3_000
    expect((await signing.unlock(BOOK, PASSWORD)).key).toBe('ready')
  })

  it('reminds before it expires, and signs nothing after that', async () => {
    const signing = start()
    const { certificate } = await signing.take(BOOK, fixture('rsa.p12'), PASSWORD)
    await signing.setUp(BOOK, all)
    const end = Date.parse(certificate!.validTo)
    now = end - 31 * 86_400_000
    expect((await signing.state(BOOK)).warnings).toEqual([])
    now = end - 10 * 86_400_000
    expect(said((await signing.state(BOOK)).warnings)).toContain('还有 10 天')
    now = end + 2 * 86_400_000
    const over = await signing.state(BOOK)
    expect([said(over.warnings), over.unsigned.length > 0]).toEqual([expect.stringContaining('到期'), true])
    expect(await signing.sign(BOOK, 'CEB603', messageOfType('CEB603'))).toBeNull()
  })

  it('does what its key can when the setup was made for another, under the names that are set', async () => {
    const signing = start()
    await signing.setUp(BOOK, { mode: 'all', algorithm: 'sm2', uris: 'w3c' })
    await signing.take(BOOK, fixture('rsa.p12'), PASSWORD)
    const signed = (await signing.sign(BOOK, 'CEB603', messageOfType('CEB603')))!
    expect(verifyMessage(signed).method).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
  })

  it('keeps the key sealed by both, and leaves nothing of it when it is removed', async () => {
    const signing = start()
    await signing.setUp(BOOK, all)
    await signing.take(BOOK, fixture('sm2.p12'), PASSWORD)
    const file = path.join(directory, `${BOOK}.json`)
    const { key } = JSON.parse(await readFile(file, 'utf8')) as { key: { sealed: string } }
    // What the machine opens is still closed by the password.
    expect(keyStore.open(key.sealed)).toMatch(/"kdf":"scrypt"/)
    expect(keyStore.open(key.sealed)).not.toContain('"kind"')
    expect(await signing.remove(BOOK)).toMatchObject({ key: 'none', certificate: null, setup: all })
    expect(await readFile(file, 'utf8')).not.toContain('sealed')
  })
})
