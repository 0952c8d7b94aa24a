import type { SafeStorage } from 'electron'

/** Sealing by the machine: what only this OS account (or, in the stand-in, this profile's key file) can open. */
export type KeyStore = {
  kind: 'os' | 'file' | 'plain'
  seal(text: string): string
  open(sealed: string): string
}

/** `kind` says in the product's words how good the protection is; `plain` never claims to be more. */
export function createKeyStore(safeStorage: SafeStorage, isStandIn: boolean): KeyStore {
  const backend = process.platform === 'linux' && !isStandIn ? safeStorage.getSelectedStorageBackend() : 'os'
  const kind = isStandIn ? 'file' : backend === 'basic_text' || backend === 'unknown' ? 'plain' : 'os'
  return {
    kind,
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}
