import { describe, expect, it } from 'vitest'
import { readLines, withLines } from './paste'

describe('lines pasted from a sheet', () => {
  it('are read by tabs or spaces, with grouped amounts and the number of a payment', () => {
    expect(readLines('A-1\t1,234.50\tP9\r\n\nA-2 5.00\n')).toEqual({
      lines: [
        { id: 'P9', orderId: 'A-1', amount: '1234.50' },
        { id: 'A-2', orderId: 'A-2', amount: '5.00' },
      ],
      wrong: [],
    })
  })

  it('are refused by the row where they are none', () => {
    expect(readLines('A-1\t10\nno amount\n\t5').wrong.map(({ row }) => row)).toEqual([2, 3])
  })

  it('never stand twice', () => {
    const line = { id: 'P', orderId: 'A', amount: '1' }
    expect(
      withLines(
        [line],
        [
          { ...line, amount: '2' },
          { ...line, orderId: 'B' },
        ],
      ),
    ).toEqual([
      { ...line, amount: '2' },
      { ...line, orderId: 'B' },
    ])
  })
})
