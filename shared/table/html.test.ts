import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlRows, isHtml } from './html'

const cellsOf = (html: string) => htmlRows(html).map(({ cells }) => cells)

describe('tables of a web page', () => {
  it('are rows, with marks of text read and nothing of scripts', () => {
    expect(
      cellsOf(
        '<html><style>td{}</style><script>"<td>x</td>"</script><table><TR><TD>A&amp;B<td align=right>1,000.00&nbsp;</tr>' +
          '<tr><td><b>收</b>入<br>额</td><td>&#65;&#x42;</td></tr></table><table><tr><th>next</table>',
      ),
    ).toEqual([['A&B', '1,000.00'], ['收入 额', 'AB'], ['next']])
  })

  it('keep cells in their columns where some span several', () => {
    const rows = htmlRows(
      '<table><tr><th rowspan="2">日期</th><th colspan="2">发生额</th><th rowspan=2>余额</th></tr>' +
        '<tr><th>借方</th><th>贷方</th></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>',
    )
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['日期', '发生额', '', '余额'],
      ['日期', '借方', '贷方', '余额'],
      ['1', '2', '3', '4'],
    ])
    expect([...rows[1]!.merged!]).toEqual([0, 3])
  })

  it('are told from other files, and read without an exception whatever is torn', () => {
    expect(isHtml('\n<!DOCTYPE html><p>')).toBe(true)
    expect(isHtml('日期,金额')).toBe(false)
    const parts = ['<table>', '</table>', '<tr>', '<td rowspan=9>', '</td>', '<', 'x', '&#x;', '<!--']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (torn) => {
        for (const { cells } of htmlRows(torn.join('')))
          for (const cell of cells) expect(cell).not.toMatch(/<t/)
      }),
      { numRuns: 60 },
    )
  })
})
