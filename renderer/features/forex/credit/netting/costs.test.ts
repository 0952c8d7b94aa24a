import { describe, expect, it } from 'vitest'
import { costRows, withCost } from './costs'

const report = {
  id: 'S',
  creditId: 'C',
  currency: 'USD',
  sales: '10',
  customerRefunds: '0',
  costs: [{ id: 'S-commission', class: 'commission' as const, amount: '2' }],
}
const netting = { report, unclassified: [{ id: 'x', amount: '1' }] }

describe('costs of a netting', () => {
  it('wait for a class first, and keep what was said of them', () => {
    const none = { costs: {} }
    const [open, classed] = costRows(netting, none)
    expect([open?.class, classed?.class]).toEqual(['', 'commission'])
    // Nothing is said of a cost nobody classed.
    expect(withCost(none, open!, { documentId: 'D' })).toBe(none)
    const said = withCost(none, open!, { class: 'tax' })
    const more = withCost(said, costRows(netting, said)[0]!, { ownGoods: false })
    expect(more.costs).toEqual({ x: { class: 'tax', ownGoods: false } })
    expect(withCost(none, classed!, { documentId: null }).costs).toEqual({
      'S-commission': { class: 'commission', documentId: null },
    })
  })
})
