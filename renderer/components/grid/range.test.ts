import { describe, expect, it } from 'vitest'
import { inRange, move, nextCell, rangeBetween } from './range'

const bounds = { rows: 100_000, firstCol: 1, lastCol: 40, page: 20 }

describe('moving in the grid', () => {
  it('stops at the edges and never lands on the box column', () => {
    expect(move({ row: 0, col: 1 }, 'ArrowLeft', false, bounds)).toEqual({ row: 0, col: 1 })
    expect(move({ row: 99_999, col: 40 }, 'PageDown', false, bounds)).toEqual({ row: 99_999, col: 40 })
    expect(move({ row: 30, col: 5 }, 'PageUp', false, bounds)).toEqual({ row: 10, col: 5 })
  })

  it('goes to both corners with Ctrl', () => {
    expect(move({ row: 500, col: 20 }, 'Home', true, bounds)).toEqual({ row: 0, col: 1 })
    expect(move({ row: 500, col: 20 }, 'End', true, bounds)).toEqual({ row: 99_999, col: 40 })
    expect(move({ row: 500, col: 20 }, 'Home', false, bounds)).toEqual({ row: 500, col: 1 })
  })

  it('leaves other keys alone', () => {
    expect(move({ row: 1, col: 1 }, 'a', false, bounds)).toBeUndefined()
  })

  it('tabs over columns that cannot be edited, into the next row, and out at the end', () => {
    const editable = (col: number) => col === 3 || col === 7
    expect(nextCell({ row: 0, col: 3 }, 1, bounds, editable)).toEqual({ row: 0, col: 7 })
    expect(nextCell({ row: 0, col: 7 }, 1, bounds, editable)).toEqual({ row: 1, col: 3 })
    expect(nextCell({ row: 1, col: 3 }, -1, bounds, editable)).toEqual({ row: 0, col: 7 })
    expect(nextCell({ row: 99_999, col: 7 }, 1, bounds, editable)).toBeUndefined()
    expect(nextCell({ row: 5, col: 3 }, 1, bounds, () => false)).toBeUndefined()
  })

  it('makes the same block whichever corner moves', () => {
    const a = { row: 4, col: 9 }
    const b = { row: 2, col: 11 }
    expect(rangeBetween(a, b)).toEqual(rangeBetween(b, a))
    expect(inRange(rangeBetween(a, b), { row: 3, col: 10 })).toBe(true)
    expect(inRange(rangeBetween(a, b), { row: 5, col: 10 })).toBe(false)
  })
})
