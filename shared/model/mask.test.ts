import { describe, expect, it } from 'vitest'
import { maskText } from './mask'

describe('masking', () => {
  it.each([
    ['', ''],
    ['张', '张*'],
    ['张三', '张*'],
    ['诸葛孔明', '诸***明'],
    ['13800138000', '13***00'],
  ])('%s becomes %s', (value, masked) => expect(maskText(value)).toBe(masked))

  it('never tells the length', () => {
    expect(maskText('abcdefgh').length).toBe(maskText('abcdefghijklmnop').length)
  })
})
