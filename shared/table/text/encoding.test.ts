import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EncodingSniffer } from './encoding'

function verdict(bytes: number[] | Uint8Array, cut = bytes.length) {
  const sniffer = new EncodingSniffer()
  const all = Uint8Array.from(bytes)
  sniffer.push(all.slice(0, cut))
  sniffer.push(all.slice(cut))
  return sniffer.verdict()
}

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 订单编号,金额 in GB18030. */
const gbk = [0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee]

describe('EncodingSniffer', () => {
  it('trusts a byte order mark', () => {
    expect(verdict([0xef, 0xbb, 0xbf, 0x61])).toMatchObject({ encoding: 'utf-8', bom: true })
    expect(verdict([0xff, 0xfe, 0x61, 0])).toMatchObject({ encoding: 'utf-16le', bom: true })
    expect(verdict([0xfe, 0xff, 0, 0x61])).toMatchObject({ encoding: 'utf-16be', bom: true })
  })

  it('takes any valid UTF-8 as UTF-8, cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((s) => !s.startsWith('\ufeff')),
        fc.nat(40),
        (text, cut) => {
          fc.pre(!text.includes('\0'))
          expect(verdict(utf8(text), Math.min(cut, utf8(text).length))).toMatchObject({
            encoding: 'utf-8',
            damaged: false,
          })
        },
      ),
    )
  })

  it('falls back to GB18030 for Chinese and to windows-1252 for lone accents', () => {
    expect(verdict(gbk).encoding).toBe('gb18030')
    expect(verdict([...utf8('plain ascii first,'), ...gbk]).encoding).toBe('gb18030')
    expect(verdict([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x2c, 0xa3, 0x35]).encoding).toBe('windows-1252')
  })

  it('recognises UTF-16 without a mark by its zeros', () => {
    expect(verdict([...'order,1\n'].flatMap((c) => [c.charCodeAt(0), 0])).encoding).toBe('utf-16le')
    expect(verdict([...'order,1\n'].flatMap((c) => [0, c.charCodeAt(0)])).encoding).toBe('utf-16be')
  })

  it('keeps a long UTF-8 file with one broken byte and calls it damaged', () => {
    expect(verdict([...utf8('订单'.repeat(40)), 0xff, 0x2c])).toMatchObject({
      encoding: 'utf-8',
      damaged: true,
    })
  })
})
