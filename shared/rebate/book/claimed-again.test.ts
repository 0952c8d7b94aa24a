import { expect, it } from 'vitest'
import { facts, goods, line } from './batch-facts.test-data'
import { claimedAgain } from './claim'
import type { RebateLine } from './records'
import { runOf } from './run'
import { claimTables } from './tables'

/** 100 pieces of own 9810 goods, FOB 2000 CNY, of which 60 stay claimed. */
const batch = (over: Partial<RebateLine>) => {
  const one = facts()
  const item = { ...goods(1, '100'), supervisionMode: '9810', tradeTerms: 'FOB' as const }
  return {
    ...one,
    batch: { ...one.batch, kind: 'manufacturer' as const },
    enterprise: { ...one.enterprise, type: 'manufacturer' as const },
    links: [],
    lines: [{ item, line: line(1, { earlier: { kept: '60', lost: '0' }, ...over }) }],
  }
}
const sold = (soldQty?: string) => ({
  answers: { bookedAsSale: true, fxStatus: 'pending' as const, ...(soldQty && { soldQty }) },
})
const again = (over: Partial<RebateLine>) => {
  const { batch: of, lines } = batch(over)
  return claimedAgain(of, lines[0]!)
}

it('is what was sold since, less what stays claimed and what is lost', () => {
  expect(again(sold('90'))).toBe('30')
  expect(again(sold('60'))).toBe('0')
  expect(again(sold('50'))).toBe('0')
  expect(again(sold('101'))).toBe('40')
  expect(again(sold())).toBe('40')
  expect(again({ ...sold(), earlier: { kept: '60', lost: '5' } })).toBe('35')
  expect(again({ ...sold('98'), earlier: { kept: '60', lost: '5' } })).toBe('35')
  const { earlier: _none, ...fresh } = batch(sold('90')).lines[0]!.line
  expect(claimedAgain({ answers: {} }, { item: goods(1, '100'), line: fresh })).toBeUndefined()
})

it('counts in the period and stands in the form by its share, and no second time before it is sold', () => {
  const given = batch(sold('90'))
  const value = (name: string) => runOf(given).totals.find(({ figure }) => figure === name)!.value
  // 250 EUR × 8 = 2000; 30 of 100
  expect([value('fobCny'), value('ecrTax')]).toEqual(['600.00', '78.00'])
  const [detail] = claimTables(given)
  expect(detail!.rows.map((row) => [row[9], row[11], row[13], row[25]])).toEqual([
    ['30', '75.00', '600.00', ''],
  ])
  const nothing = batch(sold('60'))
  expect(claimTables(nothing)[0]!.rows).toEqual([])
  expect(runOf(nothing).totals.find(({ figure }) => figure === 'ecrTax')!.value).toBe('0.00')
})
