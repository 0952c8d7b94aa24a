import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Goods } from '../model/goods'
import { codeChangesOf, successors, type CodeChange } from './code-changes'
import { convertGoods, planConversion, type ConversionTables } from './convert'
import type { TariffRow } from './tariff'
import { calendarsWith } from '../time/work-calendar'
import { yearSteps, type YearFacts } from './year-opening'

const goods = (sku: string, gcode: string, more: Partial<Goods> = {}): Goods => ({
  record: 'goods',
  kind: 'goods',
  sku,
  name: sku,
  gname: `品名${sku}`,
  gmodel: '无',
  gcode,
  barCode: '无',
  unit: '007',
  unit1: '035',
  perUnit1: '0.25',
  netWeight: '0.25',
  grossWeight: '0.3',
  statisticsFlag: 'A',
  ...more,
})
const row = (code: string, more: Partial<TariffRow> = {}): TariffRow => ({
  code,
  name: `名${code}`,
  unit1: '035',
  ...more,
})
const tables = (rows: TariffRow[], changes: CodeChange[] = [], complete = true): ConversionTables => ({
  tariff: { edition: '2027', source: 'test', complete, rows },
  changes,
  since: '2026-01-01',
  on: '2027-01-01',
})
const change = (from: string, to: string[], on = '2027-01-01'): CodeChange => ({ from, to, on })
const [A, B, C, D] = ['6912001000', '6912001100', '6912001200', '7323940000']
const none = new Map()

describe('a table of old and new codes', () => {
  it('joins the pairs of a code that was split, and knows one that was dropped', () => {
    const on = '2027-01-01'
    expect(
      codeChangesOf([
        { from: A, to: C, on },
        { from: D, on },
        { from: A, to: B, on },
        { from: A, to: B, on: '2026-07-01' },
      ]),
    ).toEqual([change(A, [B], '2026-07-01'), change(A, [B, C]), change(D, [])])
  })

  it('is followed over several years, within the days asked for', () => {
    const changes = [change(A, [B], '2026-07-01'), change(B, [C, D], '2027-01-01')]
    expect(successors(A, changes, '2026-01-01', '2027-01-01')).toEqual([C, D])
    expect(successors(A, changes, '2026-01-01', '2026-12-31')).toEqual([B])
    expect(successors(A, changes, '2026-07-01', '2026-12-31')).toEqual([A])
    expect(successors(A, [change(A, [], '2026-07-01')], '2026-01-01', '2027-01-01')).toEqual([])
  })

  it('lets two codes change places', () => {
    const changes = [change(A, [B]), change(B, [A])]
    expect(successors(A, changes, '2026-01-01', '2027-01-01')).toEqual([B])
    expect(successors(B, changes, '2026-01-01', '2027-01-01')).toEqual([A])
  })
})

describe('the preview', () => {
  it('tells one-to-one, one-to-many, gone and unchanged apart', () => {
    const { conversions, counts } = planConversion(
      [goods('one', A), goods('split', D), goods('dropped', '9503001000'), goods('stays', C)],
      tables(
        [row(B), row(C), row('7323941000'), row('7323942000')],
        [change(A, [B]), change(D, ['7323941000', '7323942000']), change('9503001000', [])],
      ),
    )
    expect(counts).toEqual({ same: 1, one: 1, choose: 1, gone: 1 })
    expect(
      conversions.map(({ sku, kind, candidates }) => [sku, kind, candidates.map(({ code }) => code)]),
    ).toEqual([
      ['one', 'one', [B]],
      ['split', 'choose', ['7323941000', '7323942000']],
      ['dropped', 'gone', []],
    ])
  })

  it('takes a code that a complete tariff lacks for gone, with its neighbours; an incomplete one proves nothing', () => {
    const rows = [row('6912001090'), row('6912009900')]
    const [only] = planConversion([goods('x', A)], tables(rows)).conversions
    expect(only).toMatchObject({ kind: 'gone' })
    expect(only!.candidates.map(({ code }) => code)).toEqual(['6912001090'])
    expect(planConversion([goods('x', '6912007700')], tables(rows)).conversions[0]!.candidates).toHaveLength(
      2,
    )
    expect(planConversion([goods('x', A)], tables(rows, [], false)).counts.same).toBe(1)
  })

  it('names a statutory unit that changed, though the code stands', () => {
    const plan = planConversion([goods('x', A)], tables([row(A, { unit1: '007', unit2: '035' })]))
    expect(plan.conversions[0]!.candidates[0]!.changes).toEqual([
      { field: 'unit1', before: '035', after: '007' },
      { field: 'perUnit1', before: '0.25', after: '1' },
      { field: 'unit2', before: '', after: '035' },
      { field: 'perUnit2', before: '', after: '0.25' },
    ])
  })
})

describe('what else a new line says', () => {
  const rates: Readonly<Record<string, string>> = { [A!]: '0.13', [B!]: '0.09' }
  const plan = (oldLine: Partial<TariffRow>, newLine: Partial<TariffRow>, to = A!, withRates = false) => {
    const { conversions } = planConversion([goods('x', A!)], {
      ...tables([row(to, newLine)], to === A ? [] : [change(A!, [to])]),
      before: { edition: '2026', source: 'test', complete: true, rows: [row(A!, oldLine)] },
      ...(withRates && { rebateRate: (code: string) => rates[code] }),
    })
    return conversions[0]?.candidates[0]?.line.map(
      ({ field, before, after }) => `${field} ${before}→${after}`,
    )
  }

  it('is named though the code stands: licence, inspection, duty', () => {
    expect(plan({ conditions: 'A' }, { conditions: 'A4' })).toEqual(['conditions A→4A'])
    expect(plan({ inspection: 'M/N' }, {})).toEqual(['inspection M/N→'])
    expect(plan({ exportDuty: '0' }, { exportDuty: '20' })).toEqual(['exportDuty →20'])
    expect(plan({ conditions: 'AB' }, { conditions: 'BA' })).toBeUndefined()
    expect(plan({ exportDuty: '0' }, {})).toBeUndefined()
  })

  it('names a refund that changed with the code', () => {
    expect(plan({}, {}, B, true)).toEqual(['rebateRate 0.13→0.09'])
    expect(plan({}, {}, A, true)).toBeUndefined()
  })

  it('changes nothing in the goods by itself', () => {
    const all = [goods('x', A!)]
    const { conversions, counts } = planConversion(all, {
      ...tables([row(A!, { conditions: '4' })]),
      before: { edition: '2026', source: 'test', complete: true, rows: [row(A!)] },
    })
    expect(conversions).toHaveLength(1)
    expect(convertGoods(all, { conversions, counts }, none)).toEqual({ goods: [], left: [] })
  })
})

describe('the conversion', () => {
  const changes = [change(A, [B]), change(D, [B, C])]

  it('changes goods with one successor by itself and the others by decision', () => {
    const all = [goods('one', A), goods('two', D), goods('three', D)]
    const plan = planConversion(all, tables([row(B), row(C)], changes))
    const first = convertGoods(
      all,
      plan,
      new Map([
        ['two', { code: C }],
        ['three', { code: A }],
      ]),
    )
    expect(first.goods.map(({ sku, gcode }) => [sku, gcode])).toEqual([
      ['one', B],
      ['two', C],
    ])
    expect(first.left.map(({ sku, why }) => [sku, why.zh.slice(0, 5)])).toEqual([['three', '选定的编码']])
    expect(convertGoods(all, plan, none).left.map(({ sku }) => sku)).toEqual(['two', 'three'])
  })

  it('asks for a conversion into a unit that nothing here tells', () => {
    const all = [goods('x', A)]
    const plan = planConversion(all, tables([row(B, { unit1: '030' })], changes))
    expect(convertGoods(all, plan, none)).toMatchObject({ goods: [], left: [{ sku: 'x' }] })
    const given = convertGoods(all, plan, new Map([['x', { code: B, perUnit1: '1.5' }]]))
    expect(given.goods[0]).toMatchObject({ gcode: B, unit1: '030', perUnit1: '1.5' })
  })

  it('takes away a second unit that the new line does not have', () => {
    const all = [goods('x', A, { unit2: '007', perUnit2: '1' })]
    const [after] = convertGoods(all, planConversion(all, tables([row(B)], changes)), none).goods
    expect(after).not.toHaveProperty('unit2')
    expect(after).not.toHaveProperty('perUnit2')
  })

  it('leaves goods alone that were classified anew since the preview', () => {
    const plan = planConversion([goods('x', A)], tables([row(B)], changes))
    expect(convertGoods([goods('x', C)], plan, none)).toEqual({ goods: [], left: [] })
  })

  it('accounts for every one of the goods, gives only candidates, and changes nothing twice (property)', () => {
    const code = fc.constantFrom(A!, B!, C!, D!)
    const arbChange = fc.record({
      from: code,
      to: fc.uniqueArray(code, { maxLength: 3 }),
      on: fc.constant('2027-01-01'),
    })
    fc.assert(
      fc.property(
        fc.array(code, { maxLength: 12 }),
        fc.uniqueArray(arbChange, { selector: ({ from }) => from, maxLength: 4 }),
        fc.uniqueArray(code, { maxLength: 4 }),
        fc.boolean(),
        (gcodes, list, inTariff, complete) => {
          const all = gcodes.map((gcode, at) => goods(`S${at}`, gcode))
          const given = tables(
            inTariff.map((one) => row(one)),
            list,
            complete,
          )
          const plan = planConversion(all, given)
          const { counts } = plan
          expect(counts.same + counts.one + counts.choose + counts.gone).toBe(all.length)
          const { goods: changed, left } = convertGoods(all, plan, none)
          expect(changed.length).toBe(counts.one)
          expect(left.length).toBe(counts.choose + counts.gone)
          for (const one of changed) {
            const { candidates } = plan.conversions.find(({ sku }) => sku === one.sku)!
            expect(candidates.map((candidate) => candidate.code)).toContain(one.gcode)
          }
          expect(convertGoods(changed, plan, none).goods).toEqual([])
        },
      ),
    )
  })
})

describe('opening a year', () => {
  const done = {
    tariffFrom: '2026-01-01',
    plan: { conversions: [], counts: { same: 3, one: 0, choose: 0, gone: 0 } },
    ratesPublished: '2025-12-20',
    hasExchangeRate: true,
    unfinished: 0,
  }
  const todo = (more: Partial<YearFacts>, year = 2026) =>
    yearSteps(year, { ...done, ...more }).flatMap(({ id, state }) => (state === 'todo' ? [id] : []))

  it('has nothing to do where everything is there, and names each thing that is not', () => {
    expect(todo({})).toEqual([])
    expect(todo({ tariffFrom: '2025-01-01' })).toEqual(['tariff', 'conversion'])
    expect(todo({ plan: { ...done.plan, counts: { ...done.plan.counts, one: 1 } } })).toEqual(['conversion'])
    expect(todo({ ratesPublished: '2025-11-30' })).toEqual(['rates'])
    expect(todo({ hasExchangeRate: false })).toEqual(['exchange-rate'])
    expect(todo({ unfinished: 2 })).toEqual(['unfinished'])
    const opened = { tariffFrom: '2099-01-01', ratesPublished: '2098-12-31' }
    expect(todo(opened, 2099)).toEqual(['holidays'])
    const published = { year: 2099, source: 'test', off: [], worked: [] }
    expect(todo({ ...opened, calendars: calendarsWith([published]) }, 2099)).toEqual([])
  })
})
