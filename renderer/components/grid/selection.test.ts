import { describe, expect, it } from 'vitest'
import { headerState, isSelected, nothingSelected, selectedCount, setSelected, toggleAll } from './selection'

describe('row selection', () => {
  it('selects everything as a query and remembers only the exceptions', () => {
    const all = toggleAll(nothingSelected, 100_000)
    const but = setSelected(all, ['r7'], false)
    expect(but).toEqual({ mode: 'all', except: new Set(['r7']) })
    expect(isSelected(but, 'r7')).toBe(false)
    expect(isSelected(but, 'never-loaded')).toBe(true)
    expect(selectedCount(but, 100_000)).toBe(99_999)
    expect(headerState(but, 100_000)).toBe('some')
    expect(headerState(setSelected(but, ['r7'], true), 100_000)).toBe('all')
  })

  it('lists single rows and clears from the header once all are in', () => {
    const two = setSelected(nothingSelected, ['a', 'b'], true)
    expect(selectedCount(setSelected(two, ['a'], false), 2)).toBe(1)
    expect(toggleAll(two, 2)).toEqual(nothingSelected)
    expect(toggleAll(two, 3)).toEqual({ mode: 'all', except: new Set() })
  })

  it('is empty on an empty grid whatever the query says', () => {
    expect(headerState({ mode: 'all', except: new Set() }, 0)).toBe('none')
  })
})
