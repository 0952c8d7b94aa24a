import { describe, expect, it } from 'vitest'
import { fillText } from './text'

describe('fillText', () => {
  it('fills both languages and leaves an unknown parameter visible', () => {
    expect(fillText({ zh: '第{row}行 {x}', en: 'row {row} {x}' }, { row: 3 })).toEqual({
      zh: '第3行 {x}',
      en: 'row 3 {x}',
    })
  })
})
