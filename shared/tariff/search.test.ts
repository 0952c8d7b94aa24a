import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { shippedHeadings } from './headings'
import { DecisionIndex, TariffIndex, type PastDecision } from './search'
import type { Tariff, TariffRow } from './tariff'
import { initialsOf, sampleTariff } from './tariff.test-data'
import { NOWHERE, TermIndex } from './term-index'

const tariff = (rows: readonly TariffRow[], complete = true): Tariff => ({
  edition: '2026',
  source: 'test',
  complete,
  rows,
})
const cups: TariffRow[] = [
  { code: '6911101900', name: '瓷制餐具', en: 'Porcelain tableware' },
  { code: '6912001000', name: '陶餐具', en: 'Ceramic tableware' },
  { code: '7323940000', name: '餐桌厨房用搪瓷钢铁器具', en: 'Enamelled iron kitchenware' },
  { code: '7323930000', name: '餐桌厨房用不锈钢器具', en: 'Stainless steel kitchenware' },
  { code: '6203429062', name: '棉制男长裤', en: "Men's trousers of cotton" },
  { code: '9617001100', name: '保温瓶（重量不限）', en: 'Vacuum flasks' },
]
const index = new TariffIndex(tariff(cups), initialsOf)
const codes = (query: string, own?: DecisionIndex) =>
  index.search(query, own ? { own } : {}).map(({ code }) => code)

describe('a code is found', () => {
  it.each([
    ['by a part of its Chinese name, the beginning first', '餐桌', ['7323930000', '7323940000']],
    ['by the name from inside', '餐具', ['6911101900', '6912001000']],
    ['by its digits', '7323', ['7323930000', '7323940000']],
    ['by its digits with points', '6912.00', ['6912001000']],
    ['by initials', 'tcj', ['6912001000']],
    ['by either reading of a character', 'ck', ['6203429062']],
    ['by the other reading too', 'zk', ['6203429062']],
    ['by the beginning of an English word', 'enam', ['7323940000']],
    ['in capitals and full width', 'ＥＮＡＭ', ['7323940000']],
    ['by several terms that all hold', '餐桌 不锈钢', ['7323930000']],
    ['by terms of different kinds', '73 stain', ['7323930000']],
    ['not by the inside of an English word', 'tableware', ['6911101900', '6912001000']],
    ['not at all when one term is wrong', '餐桌 玻璃', []],
    ['not by the end of a word', 'ware', []],
  ])('%s', (_, query, expected) => expect(codes(query)).toEqual(expected))

  it('exactly before in part', () => {
    const rows = [...cups, { code: '0101010101', name: '陶餐具的零件' }]
    expect(new TariffIndex(tariff(rows), initialsOf).search('陶餐具').map(({ code }) => code)).toEqual([
      '6912001000',
      '0101010101',
    ])
  })

  it('never across two lines', () => {
    expect(codes('具陶')).toEqual([])
    expect(codes('具 陶')).toEqual(['6912001000'])
  })

  it('with the initials of a real table of pinyin', () => {
    const real = (character: string) =>
      pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', separator: '' })
    const shipped = new TariffIndex(shippedHeadings, real)
    const found = (query: string) => shipped.search(query).map(({ code }) => code)
    expect(found('tcj')[0]).toBe('6912')
    expect(found('xiangbao')).toEqual([])
    expect(found('ys')).toContain('6601')
    expect(found('耳机')).toEqual(['8518'])
    expect(found('swim')).toEqual(['6112', '6211'])
  })
})

describe('own decisions', () => {
  const decision = (sku: string, gcode: string, more: Partial<PastDecision> = {}): PastDecision => ({
    sku,
    gcode,
    name: 'Mug',
    gname: '搪瓷水杯',
    ...more,
  })
  const own = new DecisionIndex(
    [
      decision('MUG-1', '7323940000', { on: '2026-01-05' }),
      decision('MUG-2', '7323940000', { on: '2026-03-01' }),
      decision('CUP-1', '6912001000', { gname: '陶瓷水杯' }),
      decision('OLD-1', '7323999999', { gname: '旧搪瓷水杯' }),
    ],
    initialsOf,
  )

  it('come first, found by the name the enterprise gave its goods', () => {
    expect(codes('水杯')).toEqual([])
    expect(codes('水杯', own)).toEqual(['7323940000', '6912001000', '7323999999'])
    const [first] = index.search('水杯', { own })
    expect(first).toMatchObject({ own: { skus: ['MUG-2', 'MUG-1'], count: 2, lastOn: '2026-03-01' } })
    expect(first!.row?.name).toBe('餐桌厨房用搪瓷钢铁器具')
  })

  it('come first for a word of the tariff too, and no code comes twice', () => {
    expect(codes('餐', own)).toEqual([
      '7323940000',
      '6912001000',
      ...codes('餐').filter((code) => code !== '6912001000' && code !== '7323940000'),
    ])
  })

  it('say when a complete tariff no longer has the code', () => {
    const hit = (query: string) => index.search(query, { own }).find(({ code }) => code === '7323999999')
    expect(hit('旧搪瓷')).toMatchObject({ gone: true })
    const incomplete = new TariffIndex(tariff(cups, false), initialsOf)
    expect(incomplete.search('旧搪瓷', { own })[0]).toMatchObject({ gone: false })
  })

  it('are all there is without a query, the most used first', () => {
    expect(codes('', own)).toEqual(['7323940000', '6912001000', '7323999999'])
    expect(codes('')).toEqual([])
  })

  it('do not crowd out what fits into the limit', () => {
    expect(index.search('餐', { own, limit: 3 }).map(({ code }) => code)).toHaveLength(3)
  })
})

describe('a table of full size', () => {
  const rows = sampleTariff(3000)
  const whole = new TariffIndex(tariff(rows), initialsOf)

  /** Which names answer, the slow way. */
  const slow = (term: string) =>
    rows.filter(({ code, name, en = '' }) => {
      const chars = [...name.toLowerCase()].map((one) => (/[a-z]/.test(one) ? one : initialsOf(one)))
      const at = chars.some((_, from) => [...term].every((letter, n) => chars[from + n]?.includes(letter)))
      const word = en.split(/[^a-z0-9]+/).some((one) => one.startsWith(term))
      return code.startsWith(term) || name.toLowerCase().includes(term) || at || word
    })

  it('finds what a walk over every name finds (property)', () => {
    const term = fc.oneof(
      fc.constantFrom('水杯', '长裤', '制陶', 'led', '1010', 'zt', 'cb', 'tow', 'kind', '锈钢餐', '其他'),
      fc.string({
        unit: fc.constantFrom('c', 'z', 'k', 'b', 's', 'l', 'e', 'd'),
        minLength: 1,
        maxLength: 3,
      }),
      fc.string({ unit: fc.constantFrom('不', '锈', '钢', '水', '杯', '制'), minLength: 1, maxLength: 2 }),
    )
    fc.assert(
      fc.property(term, (one) => {
        const found = whole.search(one, { limit: rows.length }).map(({ code }) => code)
        expect([...found].sort()).toEqual(slow(one).map(({ code }) => code))
        expect(new Set(found).size).toBe(found.length)
      }),
      { numRuns: 60 },
    )
  })

  it('finds with more terms never more (property)', () => {
    const term = fc.constantFrom('水杯', '陶瓷', 'cb', 'cup', '10', 'led')
    const terms = new TermIndex(
      rows.map(({ code, name, en = '' }) => ({ code, name, words: en })),
      initialsOf,
    )
    fc.assert(
      fc.property(term, term, (a, b) => {
        const [one, other, together] = [a, b, `${a} ${b}`].map((query) => terms.nearness(query))
        together!.forEach((near, at) => {
          expect(near === NOWHERE).toBe(one![at] === NOWHERE || other![at] === NOWHERE)
        })
      }),
      { numRuns: 20 },
    )
  })
})
