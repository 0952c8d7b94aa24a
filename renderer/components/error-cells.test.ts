import { describe, expect, it } from 'vitest'
import type { ErrorRow } from './ErrorRows.props'
import { cellsOf, faultOf, maskedText, withCells, wrongColumns } from './error-cells'

const words = (zh: string) => ({ zh, en: zh })
const header = ['Name', 'Created at', 'Lineitem price']
const row = (over: Partial<ErrorRow> = {}): ErrorRow => ({
  id: 'a',
  row: 9,
  cells: ['#1', '2025-13-40'],
  errors: [
    {
      row: 9,
      column: 'Created at',
      value: '2025-13-40',
      rule: 'field.instant',
      message: words('bad'),
      fix: words('fix'),
    },
    {
      row: 9,
      column: 'nowhere',
      value: '',
      rule: 'row.open-quote',
      message: words('quote'),
      fix: words('fix'),
    },
  ],
  ...over,
})

describe('cells of a refused row', () => {
  it('are marked where the error is, until that very cell is changed', () => {
    expect(wrongColumns(row(), header)).toEqual([1])
    expect(faultOf(row(), header, 1)?.zh).toBe('bad')
    expect(faultOf(row(), header, 0)).toBeUndefined()
    expect(faultOf(row({ mended: ['#2', '2025-13-40', ''] }), header, 1)?.zh).toBe('bad')
    expect(faultOf(row({ mended: ['#1', '2025-10-04', ''] }), header, 1)).toBeUndefined()
  })

  it('are filled up to the header when one is changed, on top of earlier corrections', () => {
    expect(withCells(row(), header, new Map([[2, '1.50']]))).toEqual(['#1', '2025-13-40', '1.50'])
    const mended = row({ mended: ['#1', '2025-10-04', ''] })
    expect(withCells(mended, header, new Map([[2, '1.50']]))).toEqual(['#1', '2025-10-04', '1.50'])
    expect(cellsOf(mended)[1]).toBe('2025-10-04')
  })

  it('quote no value of a masked column', () => {
    const error = { column: 'Name', value: '张小明' }
    expect(maskedText('「Name」的值 张小明 无法解码', error, header, new Set([0]))).not.toContain('小')
    expect(maskedText('「Name」的值 张小明 无法解码', error, header, new Set([1]))).toContain('张小明')
    expect(maskedText('「Name」为空', { ...error, value: '' }, header, new Set([0]))).toBe('「Name」为空')
  })
})
