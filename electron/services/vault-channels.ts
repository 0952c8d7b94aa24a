import type { Ending } from '../shell/ending'
import type { Handle } from '../shell/ipc'
import type { BackupCatalogue } from './backup-catalogue'
import { makeGrant } from './grants'
import type { Sessions } from './sessions'
import type { VaultService } from './vault'
import { refuse } from './vault-words'

/**
 * The channels of the vault. Windows whose session is over end; those that are not the one that asked put their unsaved
 * input away first.
 */
export function registerVault(
  handle: Handle,
  vault: VaultService,
  sessions: Sessions,
  { end, left }: Pick<Ending, 'end' | 'left'>,
  backups: Pick<BackupCatalogue, 'renew'>,
): void {
  const signedIn = (window: number, bookId: string) => {
    const keys = sessions.keysOf(window, bookId)
    if (!keys) throw refuse('unknownOfficer')
    return keys
  }
  const askerOf = (window: number, bookId: string, password: string) => ({
    officer: signedIn(window, bookId).officerId,
    password,
  })

  handle('vault.books', () => vault.books())
  handle('vault.create', (_context, wanted) => vault.create(wanted))
  handle('vault.open', async ({ window }, id, password, officer) => {
    const { entry, ...keys } = await vault.open(id, password, officer)
    await backups.renew(id, keys.dataKey, keys.former)
    // What such a window would write next could not be opened by the others any more.
    end(undefined, sessions.lockOlder(id, keys.keyId))
    sessions.opened(window.webContents.id, entry, keys)
    return keys
  })
  handle('vault.changePassword', (_context, id, officer, password, next) =>
    vault.changePassword(id, officer, password, next),
  )
  handle('vault.confirm', async ({ window }, id, password, ask) => {
    await vault.confirm(id, password, signedIn(window.webContents.id, id).officerId)
    // Whoever locked meanwhile is signed in no more.
    return makeGrant(signedIn(window.webContents.id, id), ask, new Date())
  })
  handle('vault.makeRecoveryKey', ({ window }, id, password) =>
    vault.makeRecoveryKey(id, askerOf(window.webContents.id, id, password)),
  )
  handle('vault.keys', (_context, id) => vault.keyState(id))
  handle('vault.renewKeys', async ({ window }, id, password, cipher) => {
    const renewed = await vault.renewKeys(id, askerOf(window.webContents.id, id, password), cipher)
    end(undefined, sessions.lockOthers(id, window.webContents.id))
    return renewed
  })
  handle('vault.keysRenewed', ({ window }, id) =>
    vault.keysRenewed(id, signedIn(window.webContents.id, id).keyId),
  )
  handle('vault.recover', (_context, id, key, password) => vault.recover(id, key, password))
  handle('vault.resume', ({ window }) => sessions.join(window.webContents.id))
  handle('vault.lock', ({ window }) => {
    const { id } = window.webContents
    end(id, sessions.lock(id))
  })
  handle('vault.left', ({ window }) => left(window.webContents.id))

  handle('vault.officers', ({ window }, id) => {
    const { dataKey, indexKey } = signedIn(window.webContents.id, id)
    const both = Buffer.concat([dataKey, indexKey])
    return vault.officers(id, both).finally(() => both.fill(0))
  })
  handle('vault.addOfficer', ({ window }, id, password, wanted) =>
    vault.addOfficer(id, askerOf(window.webContents.id, id, password), wanted),
  )
  handle('vault.disableOfficer', async ({ window }, id, password, officer) => {
    await vault.disableOfficer(id, askerOf(window.webContents.id, id, password), officer)
    end(undefined, sessions.lockOfficer(id, officer))
  })
  handle('vault.renewOfficer', async ({ window }, id, password, officer, first) => {
    await vault.renewOfficer(id, askerOf(window.webContents.id, id, password), officer, first)
  })
  handle('vault.setRoles', async ({ window }, id, password, officer, roles) => {
    await vault.setRoles(id, askerOf(window.webContents.id, id, password), officer, roles)
    // What a window was let do when it unlocked counts until it locks.
    end(undefined, sessions.lockOfficer(id, officer))
  })
  handle('vault.setAutoLock', (_context, id, minutes) => vault.setAutoLock(id, minutes))
}
