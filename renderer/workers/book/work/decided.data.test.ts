import { describe, expect, it, vi } from 'vitest'
import { endWithTest, matchedBook } from '../../../../test/data/open-books'

vi.setConfig({ testTimeout: 180_000 })
endWithTest()

describe('三单对碰 in a book', () => {
  it('finds the planted breaks, no others, and says which orders they hold up', async () => {
    const { port, summary } = await matchedBook()
    expect(summary).toMatchObject({ orders: 60, matched: 45, pending: 8, blocked: 6, cancelled: 1 })
    const page = await port.breaks({ offset: 0, limit: 100 })
    expect(page.byKind).toEqual(summary.byKind)
    expect(page.total).toBe(Object.values(summary.byKind).reduce((sum, n) => sum + n, 0))
    expect(page.rows.find(({ kind }) => kind === 'payment-orphan')).toMatchObject({ theirs: 'SP9999' })
    const again = await port.match()
    expect(again.changed).toBe(0)
  })
})

describe('what an officer decides about a break', () => {
  it('matches at once, counts for that order only, and can be taken back', async () => {
    const { port } = await matchedBook()
    const stateOf = async () => {
      const { rows } = await port.page({
        table: 'orders',
        filter: { numbers: ['#2029'] },
        offset: 0,
        limit: 5,
      })
      return rows.find(({ orderNo }) => orderNo === '#2029')!
    }
    const order = await stateOf()
    expect(order).toMatchObject({ state: 'unmatched', breaks: ['waybill-key-differs'] })
    const { match } = (await port.order(order.id))!
    await port.matchManually(
      { order: order.id, payments: [], waybills: match!.near ?? [] },
      '物流企业多打了空格',
    )
    expect(await stateOf()).toMatchObject({ state: 'ready', breaks: [] })
    expect((await port.breaks({ kind: 'waybill-key-differs', offset: 0, limit: 9 })).total).toBe(0)
    // 对碰 that is under way does not get in the way of a decision.
    const run = port.match({ full: true })
    await port.unmatch(order.id, '弄错了')
    expect((await run).orders).toBe(60)
    expect(await stateOf()).toMatchObject({ state: 'unmatched', breaks: ['waybill-key-differs'] })

    // Taken back from 操作记录, a decision counts again without 对碰 being asked for.
    const { entries } = await port.journal(0, 9)
    await port.undo(entries.find(({ name }) => name === 'match.undo')!.group, '本来是对的')
    expect(await stateOf()).toMatchObject({ state: 'ready', breaks: [] })
  })
})
