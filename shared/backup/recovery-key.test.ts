import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecoveryKey, RECOVERY_BYTES, recoveryKeyOf } from './recovery-key'

const random = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES })

describe('a recovery key', () => {
  it('is read back however it was typed: groups, blanks, case, full width, letters for digits', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const key = recoveryKeyOf(bytes)
        expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
        const plain = key.replaceAll('-', '')
        expect(readRecoveryKey(key)).toBe(plain)
        expect(readRecoveryKey(key.toLowerCase().replaceAll('-', '  '))).toBe(plain)
        expect(readRecoveryKey(key.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(plain)
        expect(readRecoveryKey(key.replace(/[0-9]/g, (d) => String.fromCharCode(0xff10 + Number(d))))).toBe(
          plain,
        )
      }),
    )
  })

  it('shows every slip of one digit before it counts as a guess', () => {
    fc.assert(
      fc.property(random, fc.nat(27), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const plain = recoveryKeyOf(bytes).replaceAll('-', '')
        const other = alphabet[(alphabet.indexOf(plain[at]!) + by) % 32]!
        expect(readRecoveryKey(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined()
      }),
    )
  })

  it('differs with every bit that is used', () => {
    const zero = new Uint8Array(RECOVERY_BYTES)
    const last = Uint8Array.from(zero, (_, i) => (i === RECOVERY_BYTES - 1 ? 1 : 0))
    expect(recoveryKeyOf(zero)).not.toBe(recoveryKeyOf(last))
    expect(() => recoveryKeyOf(new Uint8Array(5))).toThrow(RangeError)
    expect(readRecoveryKey('')).toBeUndefined()
  })
})
