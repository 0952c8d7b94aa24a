import { createPrivateKey, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { integer, objectId, octets, time } from './der'
import { makeSelfSigned } from './self-signed'

describe('DER', () => {
  it('writes lengths, numbers and names as X.690 asks', () => {
    expect(octets(Buffer.alloc(127)).subarray(0, 2)).toEqual(Buffer.of(0x04, 0x7f))
    expect(octets(Buffer.alloc(128)).subarray(0, 3)).toEqual(Buffer.of(0x04, 0x81, 0x80))
    expect(octets(Buffer.alloc(256)).subarray(0, 4)).toEqual(Buffer.of(0x04, 0x82, 0x01, 0x00))
    // The highest bit would make it negative.
    expect(integer(Buffer.of(0x80))).toEqual(Buffer.of(0x02, 0x02, 0x00, 0x80))
    expect(integer(Buffer.of(0x7f))).toEqual(Buffer.of(0x02, 0x01, 0x7f))
    // 1.2.840.113549, the example of the standard's own guide.
    expect(objectId('1.2.840.113549').toString('hex')).toBe('06062a864886f70d')
    expect(time(Date.parse('2026-03-02T01:02:03Z')).subarray(2).toString()).toBe('260302010203Z')
  })
})

describe('the service\u2019s own certificate', () => {
  const now = Date.parse('2026-03-02T00:00:00Z')
  const { key, cert } = makeSelfSigned(['park.example', '192.168.1.20', 'fd00::1'], now)
  const made = new X509Certificate(cert)

  it('is read by others, signed by its own key, and for every name and address', () => {
    expect(made.verify(made.publicKey)).toBe(true)
    expect(made.checkPrivateKey(createPrivateKey(key))).toBe(true)
    expect(made.checkHost('park.example')).toBe('park.example')
    expect(made.checkHost('other.example')).toBeUndefined()
    expect(made.checkIP('192.168.1.20')).toBe('192.168.1.20')
    expect(made.checkIP('fd00::1')).toBeDefined()
    expect(made.checkIP('192.168.1.21')).toBeUndefined()
  })

  it('is no authority, and lasts no longer than systems accept', () => {
    expect(made.ca).toBe(false)
    const days = (Date.parse(made.validTo) - Date.parse(made.validFrom)) / 86_400_000
    expect(days).toBeGreaterThan(365)
    expect(days).toBeLessThanOrEqual(825)
    expect(Date.parse(made.validFrom)).toBeLessThan(now)
    expect(new X509Certificate(makeSelfSigned(['a'], now).cert).serialNumber).not.toBe(made.serialNumber)
  })
})
