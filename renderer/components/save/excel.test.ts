import { describe, expect, it } from 'vitest'
import { cellValue, numberFormat } from './excel'

describe('cells of a workbook', () => {
  it('leaves codes and long numbers text', () => {
    expect(cellValue('0012', 'text')).toBe('0012')
    expect(cellValue('1234567890123456', 'number')).toBe('1234567890123456')
    expect(cellValue('123456789012345', 'number')).toBe(123456789012345)
    expect(cellValue('=1+1', 'number')).toBe('=1+1')
  })

  it('keeps the decimals of an amount', () => {
    expect(cellValue('1.50', 'number')).toBe(1.5)
    expect(numberFormat('1.50')).toBe('#,##0.00')
    expect(numberFormat('12')).toBe('#,##0')
    expect(numberFormat('0.12345')).toBe('#,##0.00000')
  })
})
