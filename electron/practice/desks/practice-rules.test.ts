import { describe, expect, it } from 'vitest'
import { practiceRejections } from './practice-rules'
import { rejectionInfo } from './rejection'
import { sample } from './samples'

const withLine = (...changes: Record<string, string>[]) => {
  const { head, lines } = sample('CEB603', 'A-1').content
  return { head, lines: changes.map((change, n) => ({ ...lines![0]!, gnum: String(n + 1), ...change })) }
}

describe('practice rules', () => {
  it('pass goods that are described', () => {
    expect(practiceRejections(withLine({}))).toEqual([])
  })

  it.each([
    [{ gname: ' ＧＩＦＴ ' }, 'Y101'],
    [{ gname: '礼品' }, 'Y101'],
    [{ gcode: '7700000000' }, 'Y102'],
    [{ gmodel: '无' }, 'Y103'],
  ])('reject %o with %s', (change, code) => {
    expect(practiceRejections(withLine(change)).map((found) => found.code)).toEqual([code])
  })

  it('word the same cause the same in every list and line, so that it can be fixed once', () => {
    const one = practiceRejections(withLine({ gname: '礼品' }))
    const other = practiceRejections(withLine({}, { gname: '礼品' }, { gname: '礼品' }))
    expect(other).toEqual(one)
    expect(rejectionInfo(one)).toMatch(/^\[Code:Y101;Desc:货号SKU-1 gname“礼品”：.+（演练规则）\]$/)
  })
})
