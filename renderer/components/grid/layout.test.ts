import { describe, expect, it } from 'vitest'
import { defaultLayout, mergeLayout, moveColumn, toggleColumn } from './layout'
import { shownColumns } from './columns'
import type { GridColumn } from './types'

const column = (key: string, more: Partial<GridColumn> = {}): GridColumn => ({
  key,
  title: { zh: key, en: key },
  width: 80,
  ...more,
})
const columns = [column('a', { frozen: true }), column('b'), column('c', { hidden: true }), column('d')]
const keys = (layout = defaultLayout(columns)) => shownColumns(columns, layout).map((c) => c.key)

describe('column layout', () => {
  it('hides what starts hidden and keeps frozen columns in front', () => {
    expect(keys()).toEqual(['a', 'b', 'd'])
    expect(keys(moveColumn(defaultLayout(columns), 'd', 'a'))).toEqual(['a', 'd', 'b'])
  })

  it('shows a chosen column again at its place', () => {
    expect(keys(toggleColumn(defaultLayout(columns), 'c'))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('survives columns that came and went since it was remembered', () => {
    const kept = { order: ['d', 'gone', 'b', 'a'], widths: { d: 200 }, hidden: ['b', 'gone'] }
    expect(mergeLayout(columns, kept)).toEqual({
      order: ['d', 'b', 'a', 'c'],
      widths: { d: 200 },
      hidden: ['b', 'c'],
    })
  })

  it('never hides the last column', () => {
    const one = { order: ['a', 'b'], widths: {}, hidden: ['a'] }
    expect(toggleColumn(one, 'b')).toBe(one)
  })
})
