import { describe, expect, it } from 'vitest'
import { filterOf, isNarrowed, nothingChosen, presetOf } from './conditions'
import { isEmptySelection, selectionFilter } from './selection-filter'

describe('the filter of a list', () => {
  it('is one by each thing that was chosen, and none where a choice was taken back', () => {
    const chosen = { ...nothingChosen, values: { state: [] } }
    expect([nothingChosen, chosen].map(isNarrowed)).toEqual([false, false])
    const narrowed = [
      { ...chosen, values: { state: ['ready'] } },
      { ...chosen, days: ['2026-01-01', ''] as const },
      { ...chosen, numbers: ['1'] },
    ]
    expect(narrowed.map(isNarrowed)).toEqual([true, true, true])
  })

  it('holds the preset and everything chosen, and nothing for an emptied choice', () => {
    const preset = presetOf({ state: 'refused,waiting', id: 'r1' })
    expect(preset).toEqual({
      where: [{ column: 'state', is: 'in', values: ['refused', 'waiting'] }],
      ids: ['r1'],
    })
    expect(presetOf({ 'queuedAt.before': '2026-01-01T00:00:00Z' }).where).toEqual([
      { column: 'queuedAt', is: 'between', to: '2026-01-01T00:00:00Z' },
    ])
    const chosen = {
      values: { shop: ['a', 'b'], country: [] },
      days: ['2026-01-01', '2026-01-31'] as const,
      numbers: ['1', '2'],
    }
    expect(filterOf(preset, chosen)).toEqual({
      ids: ['r1'],
      where: [
        { column: 'state', is: 'in', values: ['refused', 'waiting'] },
        { column: 'shop', is: 'in', values: ['a', 'b'] },
        { column: 'day', is: 'between', from: '2026-01-01', to: '2026-01-31' },
      ],
      numbers: ['1', '2'],
    })
    expect(filterOf({}, nothingChosen)).toEqual({ where: [] })
  })

  it('of a selection is never a list of everything', () => {
    const filter = { where: [], numbers: ['1'] }
    expect(selectionFilter({ mode: 'all', except: new Set(['x']) }, filter)).toEqual({
      ...filter,
      except: ['x'],
    })
    expect(selectionFilter({ mode: 'all', except: new Set() }, filter)).toEqual(filter)
    expect(selectionFilter({ mode: 'some', ids: new Set(['x']) }, filter)).toEqual({ ids: ['x'] })
    expect(isEmptySelection({ mode: 'some', ids: new Set() })).toBe(true)
    expect(isEmptySelection({ mode: 'all', except: new Set() })).toBe(false)
  })
})
