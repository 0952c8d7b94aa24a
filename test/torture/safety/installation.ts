import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { createBackups } from '../../../electron/services/backup'
import { createCatalogue } from '../../../electron/services/backup-catalogue'
import { createBelongings } from '../../../electron/services/belongings'
import type { KeyStore } from '../../../electron/services/key-store'
import { createMessageKeys } from '../../../electron/services/message-keys'
import { createRestores } from '../../../electron/services/restore'
import { createSendJournals } from '../../../electron/services/send-journals'
import { createSentinel } from '../../../electron/services/sentinel'
import { createSessions } from '../../../electron/services/sessions'
import { createSigningKeys } from '../../../electron/services/signing-keys'
import { createVault } from '../../../electron/services/vault'

/** Seals nothing: what the machine's key store is worth is not what is killed here. */
const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}

export const theWindow = {
  id: 1,
  webContents: { id: 1 },
  once: () => undefined,
} as unknown as BrowserWindow

/** Main's part of backups and restores over a profile, as `main.ts` puts it together. `file`: what its dialog answers. */
export function installationAt(profile: string, file?: string) {
  const now = () => new Date()
  const sessions = createSessions()
  const vault = createVault(profile, keyStore, now)
  const sentinel = createSentinel(path.join(profile, 'sentinel'))
  const journal = createSendJournals(path.join(profile, 'send-journal'), () => keyStore)
  const catalogue = createCatalogue(path.join(profile, 'backups'))
  const signingKeys = createSigningKeys(path.join(profile, 'signing'), keyStore)
  const messageKeys = createMessageKeys(path.join(profile, 'certificates'), keyStore)
  const belongings = createBelongings(signingKeys, messageKeys)
  const backups = createBackups({
    catalogue,
    sessions,
    books: vault.books,
    officers: vault.officers,
    sentinel,
    journal,
    belongings,
    chooseFolder: async () => undefined,
    free: async () => 2 ** 40,
    profile,
    software: 'torture',
    now,
  })
  const restores = createRestores({
    chooseFile: async () => file,
    fileOf: backups.fileOf,
    books: vault.books,
    adopt: vault.adopt,
    sentinel,
    journal,
    belongings,
  })
  return { sessions, vault, sentinel, journal, catalogue, signingKeys, backups, restores }
}
