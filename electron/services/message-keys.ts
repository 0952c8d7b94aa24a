import path from 'node:path'
import { rm } from 'node:fs/promises'
import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import type { Belongings } from '#shared/backup/manifest'
import { SigningSetup } from '#shared/ceb/signature/setup'
import { readCertificate, type Certificate } from '../signature/certificate'
import type { PrivateKey } from '../signature/key-file'
import { readJson, writeAtomic } from '../atomic-file'
import type { KeyStore } from './key-store'
import { PasswordWrap, unwrapWithPassword, wrapWithPassword } from './password-wrap'

const Stored = z.object({
  version: z.literal(1),
  setup: SigningSetup,
  /** Certificate as DER, and the key wrapped by the password and then by the machine. */
  key: z.object({ certificate: z.string(), sealed: z.string() }).optional(),
})
type Stored = z.infer<typeof Stored>

const Secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rsa'), pkcs8: z.string() }),
  z.object({ kind: z.literal('sm2'), secret: z.string() }),
])

const secretOf = (key: PrivateKey): z.infer<typeof Secret> =>
  key.kind === 'sm2'
    ? key
    : { kind: 'rsa', pkcs8: key.key.export({ format: 'der', type: 'pkcs8' }).toString('base64') }

function keyOf(json: string): PrivateKey {
  const stored = Secret.parse(JSON.parse(json))
  if (stored.kind === 'sm2') return stored
  const key = Buffer.from(stored.pkcs8, 'base64')
  return { kind: 'rsa', key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }) }
}

const nothingYet: Stored = { version: 1, setup: { mode: 'off', algorithm: null, uris: null } }

/** Signing certificates and their sealed keys, one small file per book. */
export function createMessageKeys(directory: string, keyStore: Pick<KeyStore, 'seal' | 'open'>) {
  const fileOf = (bookId: string) => path.join(directory, `${bookId}.json`)
  const read = async (bookId: string): Promise<Stored> => {
    const stored = await readJson(fileOf(bookId))
    return stored === undefined ? nothingYet : Stored.parse(stored)
  }
  const write = (bookId: string, stored: Stored) =>
    writeAtomic(fileOf(bookId), JSON.stringify(stored, null, 1))

  return {
    async load(bookId: string): Promise<{ setup: SigningSetup; certificate: Certificate | undefined }> {
      const { setup, key } = await read(bookId)
      return { setup, certificate: key && readCertificate(Buffer.from(key.certificate, 'base64')) }
    },
    async setUp(bookId: string, setup: SigningSetup): Promise<void> {
      await write(bookId, { ...(await read(bookId)), setup })
    },
    async save(bookId: string, key: PrivateKey, { der }: Certificate, password: string): Promise<void> {
      const wrap = await wrapWithPassword(Buffer.from(JSON.stringify(secretOf(key))), password)
      const stored = { certificate: der.toString('base64'), sealed: keyStore.seal(JSON.stringify(wrap)) }
      await write(bookId, { ...(await read(bookId)), key: stored })
    },
    /** The key; undefined when the password is wrong, or there is none. */
    async open(bookId: string, password: string): Promise<PrivateKey | undefined> {
      const { key } = await read(bookId)
      if (!key) return undefined
      const wrap = PasswordWrap.parse(JSON.parse(keyStore.open(key.sealed)))
      const secret = await unwrapWithPassword(wrap, password)
      return secret && keyOf(secret.toString())
    },
    /** Certificate and key for another machine: this machine's seal is taken off, the password stays on. */
    async handOver(bookId: string): Promise<Belongings['certificate']> {
      const { setup, key } = await read(bookId)
      return { setup, key: key && { certificate: key.certificate, wrap: keyStore.open(key.sealed) } }
    },
    /** What another machine handed over, under this machine's seal. */
    async takeOver(bookId: string, { setup, key }: NonNullable<Belongings['certificate']>): Promise<void> {
      const sealed = key && { certificate: key.certificate, sealed: keyStore.seal(key.wrap) }
      await write(bookId, { version: 1, setup, key: sealed })
    },
    /** Forget key and certificate; how messages are signed stays set. */
    async remove(bookId: string): Promise<void> {
      const { setup } = await read(bookId)
      await rm(fileOf(bookId), { force: true })
      await write(bookId, { version: 1, setup })
    },
  }
}

export type MessageKeys = ReturnType<typeof createMessageKeys>
