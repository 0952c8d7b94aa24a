import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, vi } from 'vitest'

/**
 * In this file a guess of a password costs next to nothing; what it costs is tested with the vault. The function of
 * Node itself is replaced: files of one worker share their modules, and a module that was loaded before takes no mock.
 */
export function cheapPasswords(): void {
  beforeAll(() => {
    const { scrypt } = crypto
    const cheap = (password: string, salt: Uint8Array, length: number, _cost: object, done: never) =>
      scrypt(password, salt, length, { N: 16 }, done)
    vi.spyOn(crypto, 'scrypt').mockImplementation(cheap as never)
    syncBuiltinESMExports()
  })
  afterAll(() => {
    vi.mocked(crypto.scrypt).mockRestore()
    syncBuiltinESMExports()
  })
}
