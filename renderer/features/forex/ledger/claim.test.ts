import { describe, expect, it } from 'vitest'
import { openAges, openOf } from './claim'

describe('open credits by age', () => {
  it('are cut by days without gap or overlap', () => {
    const days = openAges.map(({ id }) => openOf(id, '2026-05-31').find(({ column }) => column === 'day'))
    expect(days).toEqual([
      { column: 'day', is: 'between', from: '2026-05-28', to: '2026-05-31' },
      { column: 'day', is: 'between', from: '2026-05-01', to: '2026-05-27' },
      { column: 'day', is: 'between', from: '2026-03-02', to: '2026-04-30' },
      { column: 'day', is: 'between', to: '2026-03-01' },
    ])
  })
})
