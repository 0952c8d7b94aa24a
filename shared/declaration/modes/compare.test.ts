import { describe, expect, it } from 'vitest'
import { exportModes, type ListMode } from '../../model/mode'
import { declareOne } from '../declare-one'
import { declareInput, goods, goodsMap, sourced } from '../fixture.test-data'
import { practiceTemplates } from '../practice-template'
import { judgeModes } from './choose'
import { compareDocuments } from './compare'
import { ComparisonTally, ModeTally } from './tally'
import { zoneById } from '../../zones/zones'

const listOf = (mode: ListMode) => {
  const template = sourced('t', { ...practiceTemplates['1210'], tradeMode: mode, warehouseCountry: '303' })
  const input = declareInput({ template, goods: goodsMap(goods({ itemRecordNo: 'L-7' })) })
  return declareOne(input).parts[0]!.result.list!
}

describe('a change of mode', () => {
  const pairs = exportModes.flatMap((from) =>
    exportModes.filter((to) => to !== from).map((to) => [from, to] as const),
  )
  // 9810 has no 收款单, so its elements count as dropped there; everything else stays.
  it.each(pairs.filter(([, to]) => to !== '9810'))(
    'from %s to %s drops only what the other does not have, and keeps nineteen in twenty of the rest',
    (from, to) => {
      const { of, kept, changes } = compareDocuments(listOf(from), listOf(to))
      const dropped = changes.filter(({ after }) => after === '').map(({ element }) => element)
      expect(kept / (of - dropped.length)).toBeGreaterThanOrEqual(0.95)
      const bonded = ['iacCode', 'iacName', 'emsNo', 'itemRecordNo']
      expect(dropped).toEqual(from === '1210' ? bonded : [])
    },
  )

  it('names what it drops, adds and turns into something else', () => {
    const changes = compareDocuments(listOf('9610'), listOf('1210')).changes
    expect(changes.map(({ element, before, after }) => [element, before, after])).toEqual([
      ['tradeMode', '9610', '1210'],
      ['iacCode', '', '3305660001'],
      ['iacName', '', '演练保税仓储有限公司'],
      ['emsNo', '', 'H2905A000001'],
      ['itemRecordNo', '', 'L-7'],
    ])
    const paid = compareDocuments(listOf('9610'), listOf('9810')).changes.filter(
      ({ document, after }) => document === 'CEB403' && after === '',
    )
    expect(paid.map(({ element }) => element)).toContain('charge')
  })

  it('counts an element once for each order, however many lines carry it', () => {
    const tally = new ComparisonTally()
    const one = compareDocuments(listOf('9610'), listOf('1210'))
    tally.add({ ...one, changes: [...one.changes, ...one.changes] })
    tally.add(one)
    expect(tally.changes.find(({ element }) => element === 'itemRecordNo')?.orders).toBe(2)
    expect(tally.of).toBe(2 * one.of)
  })
})

it('tallies many orders: verdicts add up, reasons keep three examples and say where they stand', () => {
  const tally = new ModeTally()
  const facts = {
    direction: 'export',
    identified: false,
    currency: 'USD',
    goods: [goods()],
    unknownSkus: [],
    answers: { buyer: 'business', place: 'outside', rebate: 'no' },
    zone: zoneById('huzhou')!,
    rates: { USD: { rate: '7', day: '2026-03-01', source: '' } },
    today: '2026-03-02',
    templates: new Set(exportModes),
  } as const
  for (const [at, amount] of ['800', '900', '1000', '1100', '10'].entries()) {
    tally.add(`#${at}`, judgeModes({ ...facts, amount }))
  }
  const b2b = tally.paths.find(({ path }) => path === '9710')!
  expect([b2b.yes, b2b.maybe, b2b.no, b2b.recommended]).toEqual([0, 1, 4, 1])
  expect(b2b.reasons[0]).toMatchObject({ id: 'mode-list-limit', state: 'broken', orders: 4 })
  expect(b2b.reasons[0]!.examples).toEqual([
    '#0 5600 CNY (7, 2026-03-01)',
    '#1 6300 CNY (7, 2026-03-01)',
    '#2 7000 CNY (7, 2026-03-01)',
  ])
  expect(b2b.met.map(({ id }) => id)).toContain('mode-business')
  expect(tally.paths.find(({ path }) => path === '9710-entry')!.recommended).toBe(4)
})
