import { describe, expect, it } from 'vitest'
import { readNotes } from './read-notes'

const rows = (...lines: string[][]) => lines.map((cells, at) => ({ row: at + 1, cells }))

describe('报关单 numbers of a sheet', () => {
  it('are found under the headings of the single window, whatever stands above', () => {
    const read = readNotes(
      rows(
        ['报关单查询结果'],
        ['序号', '统一编号', '海关编号（18位）', '结关日期'],
        ['1', 'D1', '040220260000000001', '2026/4/5'],
        ['2', 'D2', '', '20260420 10:30:00'],
        [''],
        ['3', 'D3', '０４０２20260000000003', ''],
      ),
    )
    expect(read).toEqual({
      notes: [
        { row: 3, declSeqNo: 'D1', entryId: '040220260000000001', closedOn: '2026-04-05' },
        { row: 4, declSeqNo: 'D2', entryId: '', closedOn: '2026-04-20' },
        { row: 6, declSeqNo: 'D3', entryId: '040220260000000003', closedOn: '' },
      ],
      faults: [],
    })
  })

  it('that cannot be right are refused by row, the others taken', () => {
    const read = readNotes(
      rows(
        ['统一编号', '报关单号', '结关日期'],
        ['D1', '4.0220260000E+16', ''],
        ['D2', '040220260000000002', '2026-02-30'],
        ['', '', '2026-04-20'],
        ['D4', '040220260000000004', ''],
      ),
    )
    expect(read!.notes.map(({ row }) => row)).toEqual([5])
    expect(read!.faults.map(({ row, value }) => [row, value])).toEqual([
      [2, '4.0220260000E+16'],
      [3, '2026-02-30'],
      [4, ''],
    ])
  })

  it('need a heading', () => {
    expect(readNotes(rows(['订单号'], ['1']))).toBeUndefined()
  })
})
