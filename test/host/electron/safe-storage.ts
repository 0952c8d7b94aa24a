import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isReady } from './readiness'
import { ownFile } from './profile'
import { strict } from './strict'

const version = Buffer.from('v10')

/** AES-256-GCM under a key file beside the data: the interface of the real one, not its protection. */
const slice: Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
> = {
  isEncryptionAvailable: () => isReady(),
  // What Electron answers where the key is not kept by the system.
  getSelectedStorageBackend: () => (isReady() ? 'basic_text' : 'unknown'),
  encryptString(plainText) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), nonce)
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([version, nonce, cipher.getAuthTag(), sealed])
  },
  decryptString(encrypted) {
    try {
      if (!encrypted.subarray(0, 3).equals(version)) throw new Error()
      const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15))
      decipher.setAuthTag(encrypted.subarray(15, 31))
      return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8')
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    }
  },
}

function key(): Buffer {
  if (!isReady()) throw new Error('safeStorage cannot be used before app is ready')
  const file = ownFile('safe-storage.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  return readFileSync(file)
}

export const safeStorage = strict<Electron.SafeStorage>('safeStorage', slice)
