import { sm2, sm3 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { isSignature } from './xml-algorithms'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('published examples', () => {
  it('SM3 of GB/T 32905 annex A', () => {
    expect(sm3(utf8('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3(utf8('abcd'.repeat(16)))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
  const point =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

  it('SM2 of GB/T 32918.5 annex A: key pair and signature of 1234567812345678', () => {
    expect(sm2.getPublicKeyFromPrivateKey(secret)).toBe(point)
    const key = { kind: 'sm2', point } as const
    const holds = (text: string, value: string) =>
      isSignature('sm2', key, utf8(text), Buffer.from(value, 'hex'))
    expect(holds('message digest', r + s)).toBe(true)
    expect(holds('message digesT', r + s)).toBe(false)
    expect(holds('message digest', s + r)).toBe(false)
    // The same as DER, which some signers write.
    expect(holds('message digest', `3046022100${r}022100${s}`)).toBe(true)
    expect(isSignature('rsa-sha256', key, utf8('message digest'), Buffer.from(r + s, 'hex'))).toBe(false)
  })
})
