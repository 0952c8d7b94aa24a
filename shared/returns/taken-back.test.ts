import { describe, expect, it } from 'vitest'
import { lessensSales, takenBack, type ReturnedList } from './taken-back'

const list: ReturnedList = {
  shop: 'A',
  country: '502',
  currency: 'USD',
  copNo: 'C1',
  statisticsFlag: 'A',
  closedOn: '2026-05-03',
  lines: [
    { gnum: '1', qty: '3', totalPrice: '100.00' },
    { gnum: '2', qty: '1', totalPrice: '20.00' },
  ],
}
const back = (items: { gnum: string; qty: string }[]) => ({ list: 'l1', invtNo: 'I1', items: items as never })

describe('a return of exempt sales', () => {
  it('takes its share of the line off at the day of the export, to the cent', () => {
    expect(
      takenBack(
        back([
          { gnum: '1', qty: '1' },
          { gnum: '2', qty: '1' },
        ]),
        list,
      ),
    ).toEqual({
      list: {
        ...{ shop: 'A', country: '502', currency: 'USD', copNo: 'C1' },
        ...{ id: 'l1', invtNo: 'I1', closedOn: '2026-05-03', amount: '-53.33' },
      },
    })
  })

  it.each([
    ['went into a 汇总 报关单', [{ gnum: '1', qty: '1' }], { statisticsFlag: 'B' }],
    ['was a refund without goods', [], {}],
    ['is of more than was sold', [{ gnum: '1', qty: '4' }], {}],
    ['is of a line the list has not', [{ gnum: '9', qty: '1' }], {}],
  ])('is left to a person when it %s', (_, items, more) => {
    const taken = takenBack(back(items), { ...list, ...more })
    expect(taken && 'why' in taken && taken.why.zh).toBeTruthy()
  })

  it('is nothing while the 清单 is not closed, or not here', () => {
    const { closedOn: _day, ...open } = list
    expect(takenBack(back([{ gnum: '1', qty: '1' }]), open)).toBeUndefined()
    expect(takenBack(back([{ gnum: '1', qty: '1' }]), undefined)).toBeUndefined()
  })

  it('lessens the sales of exports only, and not when it was given up or brought nothing back', () => {
    const noted = { direction: 'export', event: 'goods-back', state: 'open' } as unknown as Parameters<
      typeof lessensSales
    >[0]
    expect(lessensSales(noted)).toBe(true)
    expect(lessensSales({ ...noted, event: 'chargeback' })).toBe(true)
    expect(lessensSales({ ...noted, direction: 'import' })).toBe(false)
    expect(lessensSales({ ...noted, state: 'void' })).toBe(false)
    expect(lessensSales({ ...noted, event: 'lost' })).toBe(false)
  })
})
