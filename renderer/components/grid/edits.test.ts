import { describe, expect, it } from 'vitest'
import { pasteTarget, planClear, planFill, planPaste } from './edits'
import type { GridColumn, GridRow } from './types'

const text = (s: string) => ({ zh: s, en: s })
const columns: GridColumn[] = [
  { key: 'sku', title: text('sku'), width: 80 },
  { key: 'gcode', title: text('gcode'), width: 80, editable: true },
  { key: 'name', title: text('name'), width: 80, editable: (row) => row['locked'] !== true },
  { key: 'phone', title: text('phone'), width: 80, editable: true, masked: true },
]
const rows: GridRow[] = [
  { id: 'a', sku: '1', gcode: '6109100021', name: '汗衫', phone: '1', locked: false },
  { id: 'b', sku: '2', gcode: '', name: '', phone: '2', locked: true },
]
const range = { top: 5, left: 2, bottom: 5, right: 2 }

describe('pasting a block', () => {
  it('folds codes, keeps leading zeros, and skips what cannot be edited', () => {
    const block = [
      ['００61', '裤（女）'],
      ['0102', 'x'],
    ]
    const target = pasteTarget(block, range, 7, 4)
    expect(target).toEqual({ top: 5, left: 2, bottom: 6, right: 3 })
    expect(planPaste(columns, rows, target, 1, block)).toEqual({
      changes: [
        { rowId: 'a', rowIndex: 5, key: 'gcode', before: '6109100021', after: '0061' },
        { rowId: 'a', rowIndex: 5, key: 'name', before: '汗衫', after: '裤（女）' },
        { rowId: 'b', rowIndex: 6, key: 'gcode', before: '', after: '0102' },
      ],
      skipped: 1,
      folded: 1,
    })
  })

  it('fills a whole range with one value', () => {
    const marked = { top: 5, left: 2, bottom: 6, right: 2 }
    const target = pasteTarget([['x']], marked, 100, 4)
    expect(target).toEqual(marked)
    expect(planPaste(columns, rows, target, 1, [['x']]).changes.map((c) => c.rowIndex)).toEqual([5, 6])
  })

  it('never reaches beyond the last row or column', () => {
    const tall = Array.from({ length: 50 }, () => ['1', '2', '3', '4'])
    expect(pasteTarget(tall, range, 7, 4)).toEqual({ top: 5, left: 2, bottom: 6, right: 4 })
  })
})

describe('fill and clear', () => {
  it('copies the upper row into those below', () => {
    expect(planFill(columns, rows, 5, 1, 1).changes).toEqual([
      { rowId: 'b', rowIndex: 6, key: 'gcode', before: '', after: '6109100021' },
    ])
  })

  it('clears only editable cells and never a masked one', () => {
    const plan = planClear(columns, rows, 0, 0, 4)
    expect(plan.changes.map((c) => `${c.rowId}.${c.key}`)).toEqual(['a.gcode', 'a.name'])
    expect(plan.skipped).toBe(5)
  })
})
