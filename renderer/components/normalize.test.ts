import { describe, expect, it } from 'vitest'
import { foldPasted, foldWidth } from './normalize'

describe('folding of pasted text', () => {
  it('makes codes half width and keeps their leading zeros', () => {
    expect(foldWidth('　００１２ＡＢ－３\u00a0')).toBe('0012AB-3')
  })

  it('leaves the punctuation of a Chinese name alone', () => {
    expect(foldPasted('　棉制女裤（针织） ')).toBe('棉制女裤（针织）')
    expect(foldPasted('（１２）')).toBe('(12)')
  })
})
