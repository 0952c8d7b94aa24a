import path from 'node:path'
import { z } from 'zod'
import { readJson, writeAtomic } from '../atomic-file'
import type { KeyStore } from './key-store'
import type { SigningKeys } from './signing'

const Stored = z.object({ version: z.literal(1), sealed: z.string() })
const Pair = z.object({ privateKey: z.string(), publicKey: z.string() })

/** Signing keys as one small file per book, sealed by the machine's key store. */
export function createSigningKeys(directory: string, keyStore: Pick<KeyStore, 'seal' | 'open'>): SigningKeys {
  const fileOf = (bookId: string) => path.join(directory, `${bookId}.json`)
  return {
    async load(bookId) {
      const stored = await readJson(fileOf(bookId))
      if (stored === undefined) return undefined
      return Pair.parse(JSON.parse(keyStore.open(Stored.parse(stored).sealed)))
    },
    save: (bookId, key) =>
      writeAtomic(fileOf(bookId), JSON.stringify({ version: 1, sealed: keyStore.seal(JSON.stringify(key)) })),
  }
}
