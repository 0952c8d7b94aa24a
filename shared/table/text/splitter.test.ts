import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRow } from '../rows'
import { LONGEST_ROW, Splitter } from './splitter'

function split(text: string, delimiter = ',', cuts: number[] = []): RawRow[] {
  const splitter = new Splitter(delimiter)
  const rows: RawRow[] = []
  let from = 0
  for (const cut of [...cuts, text.length]) {
    for (const row of splitter.push(text.slice(from, cut))) rows.push(row)
    from = cut
  }
  return [...rows, ...splitter.end()]
}

const cells = (text: string, delimiter = ',') => split(text, delimiter).map((row) => row.cells)

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('Splitter', () => {
  it('reads back whatever was quoted, for every delimiter and line end', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', '\t', ';', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const text = rows.map((row) => row.map(quote).join(delimiter) + end).join('')
          expect(cells(text, delimiter)).toEqual(rows)
        },
      ),
    )
  })

  it('gives the same rows wherever the text is cut', () => {
    const messy = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', ' ', 'é', '1'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(messy, fc.array(fc.nat(60)), (text, points) => {
        const cuts = [...new Set(points.filter((point) => point < text.length))].sort((a, b) => a - b)
        expect(split(text, ',', cuts)).toEqual(split(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('counts a quoted line end as part of one row, as Excel does', () => {
    expect(split('a,b\n"1\n2",x\r\n3,y').map((row) => [row.row, row.cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['1\n2', 'x']],
      [3, ['3', 'y']],
    ])
  })

  it('keeps text after a closing quote and says so; blanks there mean nothing', () => {
    expect(split('"5" pipe",x\n"a"\t,b')).toEqual([
      { row: 1, cells: ['5 pipe"', 'x'], flaw: 'stray-quote' },
      { row: 2, cells: ['a', 'b'] },
    ])
    expect(split('5" pipe,x')[0]).toEqual({ row: 1, cells: ['5" pipe', 'x'], flaw: 'stray-quote' })
  })

  it('names a quote that is never closed and goes on with the next line', () => {
    expect(split('1,"abc\n2,x')).toEqual([
      { row: 1, cells: ['1', '"abc'], flaw: 'open-quote' },
      { row: 2, cells: ['2', 'x'] },
    ])
  })

  it('stops a lost quote from swallowing a large file', () => {
    const long = `1,"${'x,y\n'.repeat(300_000)}2,z"\n`
    const rows = split(long, ',', [1000, 600_000, 1_100_000])
    expect(rows[0]?.flaw).toBe('open-quote')
    expect(rows).toEqual(split(long))
    expect(rows.length).toBe(300_001)
  })

  it('gives a file up whose row does not end', () => {
    const splitter = new Splitter(',')
    splitter.push('a,b\n')
    expect(() => splitter.push('x'.repeat(LONGEST_ROW + 1))).toThrow('file.long-row')
  })

  it('takes ="…" as the text it protects, and leaves a real formula alone', () => {
    expect(cells('="00123",="a,b",="a"&B1')).toEqual([['00123', 'a,b', '="a"&B1']])
  })

  it('keeps empty cells at both ends', () => {
    expect(cells(',a,\n"",b,\n')).toEqual([
      ['', 'a', ''],
      ['', 'b', ''],
    ])
    expect(cells('"x",')).toEqual([['x', '']])
  })
})
