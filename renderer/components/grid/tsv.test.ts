import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv, writeTsv } from './tsv'

describe('clipboard blocks', () => {
  it('reads what Excel writes: quoted tabs, line breaks and doubled quotes', () => {
    expect(readTsv('a\t"b\r\nc"\r\n"say ""hi"""\t0012\r\n')).toEqual([
      ['a', 'b\r\nc'],
      ['say "hi"', '0012'],
    ])
  })

  it('keeps empty cells and empty rows inside the block', () => {
    expect(readTsv('a\t\t\n\n\tb')).toEqual([['a', '', ''], [''], ['', 'b']])
  })

  it('takes a quote that does not enclose the cell for text', () => {
    expect(readTsv('"5 inch\tx\n"a"b\ty')).toEqual([
      ['"5 inch', 'x'],
      ['"a"b', 'y'],
    ])
  })

  it('hands a spreadsheet no formula of what a shop or a bank wrote', () => {
    expect(writeTsv([["=cmd|'/C calc'!A0", '-1.50', '@x']])).toBe("'=cmd|'/C calc'!A0\t-1.50\t'@x")
  })

  it('reads back every block it writes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '0', '=', '+', '"', '\t', '\n', '\r', '单', ' ') })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(block, (rows) => {
        // An empty last row cannot be told from Excel's closing line break.
        fc.pre(rows.at(-1)!.join('') !== '' || rows.at(-1)!.length > 1 || rows.length === 1)
        expect(readTsv(writeTsv(rows))).toEqual(rows)
      }),
    )
  })
})
