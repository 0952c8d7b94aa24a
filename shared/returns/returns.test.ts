import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateDocument } from '../ceb/validate'
import { declareOne } from '../declaration/declare-one'
import { codes, declareInput } from '../declaration/fixture.test-data'
import type { CebDocument } from '../model/list'
import { businessKey } from '../protocol/keys'
import { type situations } from '../protocol/situations'
import { cmp, sum } from '../money/decimal'
import { clocks, deadlinesOf } from './clocks'
import { returnDocument, usualTransport } from './documents'
import { returnFaults, type ReturnCheck } from './faults'
import { quantitiesLeft, quantityFaults, withStatutory, type ReturnedItem } from './quantities'
import { actsOnReturn, eventRules, returnActTexts, returnEvents, returnStages, stageOf } from './routes'
import { addSpan, daysBetween } from './span'

const inventory = declareOne(declareInput()).parts[0]!.result.list!.documents.inventory
const transport = {
  ...usualTransport(inventory),
  logisticsNo: 'RET0001',
  billNo: 'RET0001',
  trafName: 'B777F',
  voyageNo: 'CA1024',
}

describe('periods', () => {
  it.each([
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2025-08-31', { months: 6 }, '2026-02-28'],
    ['2023-08-31', { months: 6 }, '2024-02-29'],
    ['2025-12-31', { months: 6 }, '2026-06-30'],
    ['2026-03-01', { days: 45 }, '2026-04-15'],
  ])('%s and %j end on %s', (start, span, end) => {
    expect(addSpan(start, span)).toBe(end)
  })

  it('never end before they begin, nor later than their longest month', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addSpan('2000-01-01', { days: n }))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 24 }), (start, months) => {
        const length = daysBetween(start, addSpan(start, { months }))
        expect(length).toBeGreaterThanOrEqual(28 * months)
        expect(length).toBeLessThanOrEqual(31 * months)
      }),
    )
  })

  const running = (mode: string, facts: object, today: string, direction: 'export' | 'import' = 'export') =>
    deadlinesOf({ direction, mode, ...facts }, today).map(({ clock, due, left, state }) => [
      clock.id,
      due,
      left,
      state,
    ])

  it('of an export count from release and from departure, of an import from release', () => {
    const facts = { releasedOn: '2026-03-10', exportedOn: '2026-03-12' }
    expect(running('9610', facts, '2026-09-12')).toEqual([
      ['export-apply', '2027-03-10', 179, 'running'],
      ['export-tax-free', '2026-09-12', 0, 'running'],
    ])
    expect(running('9610', facts, '2026-09-13')[1]).toEqual(['export-tax-free', '2026-09-12', -1, 'over'])
    expect(running('9610', { releasedOn: '2026-03-10' }, '2026-04-10', 'import')).toEqual([
      ['import-apply', '2026-04-09', -1, 'over'],
      ['import-back', '2026-04-24', 14, 'running'],
    ])
  })

  it('of no notice that covers the day or the goods are not invented', () => {
    expect(running('9610', { releasedOn: '2025-12-01', exportedOn: '2025-12-02' }, '2026-01-01')).toEqual([
      ['export-apply', '2026-12-01', 334, 'running'],
    ])
    expect(running('9710', { releasedOn: '2026-03-10', exportedOn: '2026-03-10' }, '2026-03-11')).toEqual([
      ['export-tax-free', '2026-09-10', 183, 'running'],
    ])
    expect(running('9610', { exportedOn: '2026-03-12', food: true }, '2026-03-13')).toEqual([
      ['export-apply', '', 0, 'unknown'],
      ['export-tax-free', '2026-09-12', 183, 'void'],
    ])
  })

  it('all have a source', () => {
    for (const { basis, text } of clocks) expect([basis, text.zh, text.en].every((one) => one)).toBe(true)
  })
})

/** What practice says about a return, in its own words and not those of the table. */
describe('the table of returns', () => {
  const at = (
    event: (typeof returnEvents)[number],
    situation: (typeof situations)[number],
    departed = false,
  ) => actsOnReturn(event, stageOf(situation, 'export', departed), { direction: 'export', mode: '9610' })

  it.each([
    ['cancelled', 'draft', false, ['drop']],
    ['cancelled', 'in-queue', false, ['take-back']],
    ['cancelled', 'stored', false, ['withdraw']],
    ['goods-back', 'on-the-way', false, ['wait']],
    ['goods-back', 'released', false, ['return', 'withdraw']],
    ['goods-back', 'released', true, ['return']],
    ['goods-back', 'closed', true, ['return']],
    ['goods-back', 'in-declaration', true, ['return']],
    ['refund-only', 'closed', true, ['none']],
    ['chargeback', 'released', false, ['none']],
    ['lost', 'closed', true, ['none']],
    ['replaced', 'closed', true, ['new-list']],
    ['destroyed', 'closed', true, ['none']],
  ] as const)('%s of a 清单 that is %s (departed %s): %j', (event, situation, departed, acts) => {
    expect(at(event, situation, departed)).toEqual(acts)
  })

  it('sends imports to 625 once they are released, and B2B by 9710 to the single window', () => {
    const stage = stageOf('released', 'import', false)
    expect(actsOnReturn('goods-back', stage, { direction: 'import', mode: '1210' })).toEqual(['return'])
    const gone = { direction: 'export', mode: '9710' } as const
    expect(actsOnReturn('goods-back', 'gone', gone)).toEqual(['elsewhere'])
  })

  it('has an act and words for every event at every stage, and something to settle in both other books', () => {
    for (const event of returnEvents) {
      for (const stage of returnStages) {
        const acts = actsOnReturn(event, stage, { direction: 'export', mode: '9610' })
        expect(acts.length).toBeGreaterThan(0)
        for (const act of acts) expect(returnActTexts[act].zh).toBeTruthy()
        // Nothing is asked of customs about a 清单 whose answer is not known.
        if (stage === 'under-way') for (const act of acts) expect(['wait', 'none', 'new-list']).toContain(act)
      }
      const { consequences } = eventRules[event]
      expect(consequences.map(({ book }) => book).sort()).toEqual(['forex', 'tax'])
    }
  })
})

describe('quantities', () => {
  const list: CebDocument = {
    head: {},
    lines: [
      {
        gnum: '1',
        qty: '3',
        unit: '007',
        qty1: '1',
        unit1: '035',
        qty2: '3',
        unit2: '007',
        gcode: '7323940000',
      },
      { gnum: '2', qty: '10', unit: '007', qty1: '10', unit1: '007' },
    ],
  }
  const lines = list.lines!

  it('refuse more than is left, nothing, twice the same line, and lines the 清单 does not have', () => {
    const earlier: ReturnedItem[][] = [[{ gnum: '1', qty: '1' }], [{ gnum: '1', qty: '1.5' }]]
    const left = quantitiesLeft(lines, earlier)
    expect(left.map((one) => one.left)).toEqual(['0.5', '10'])
    const faults = (...items: ReturnedItem[]) => quantityFaults(items, left).map(({ fault }) => fault)
    expect(faults()).toEqual(['none'])
    expect(faults({ gnum: '1', qty: '0.5' })).toEqual([])
    expect(faults({ gnum: '1', qty: '0.50001' })).toEqual(['too-much'])
    expect(faults({ gnum: '9', qty: '1' }, { gnum: '2', qty: '-1' })).toEqual(['unknown', 'not-positive'])
    expect(faults({ gnum: '2', qty: '5' }, { gnum: '2', qty: '6' })).toEqual(['twice'])
    expect(faults({ gnum: '2', qty: '一' })).toEqual(['not-positive'])
  })

  it('of all returns add up to what was declared, to the last place, in any order and with any given up', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    })
    const declared = fc.record({
      qty1: fc.integer({ min: 1, max: 9_999_999 }),
      whole: fc.integer({ min: 1, max: 400 }),
    })
    fc.assert(
      fc.property(parts, declared, (asked, { qty1, whole }) => {
        const one: CebDocument = {
          head: {},
          lines: [{ gnum: '1', qty: String(whole), unit: '007', qty1: `0.${qty1}`, unit1: '035' }],
        }
        let stands: ReturnedItem[][] = []
        for (const [wish, givenUp] of [...asked, [whole, false] as const]) {
          const [{ left } = { left: '0' }] = quantitiesLeft(one.lines!, stands)
          if (cmp(left, '0') === 0) break
          const qty = cmp(String(wish), left) > 0 ? left : String(wish)
          const taken = withStatutory(one, [{ gnum: '1', qty }], stands)
          if (!givenUp) stands = [...stands, taken]
          expect(
            cmp(
              sum(
                stands
                  .flat()
                  .map((item) => item.qty1!)
                  .concat('0'),
              ),
              `0.${qty1}`,
            ),
          ).toBeLessThanOrEqual(0)
        }
        const [{ left } = { left: '0' }] = quantitiesLeft(one.lines!, stands)
        if (cmp(left, '0') === 0)
          expect(cmp(sum(stands.flat().map((item) => item.qty1!)), `0.${qty1}`)).toBe(0)
      }),
    )
  })

  it('in a statutory unit that is the declared one are the quantity itself', () => {
    expect(withStatutory(list, [{ gnum: '2', qty: '4' }], [])).toEqual([{ gnum: '2', qty: '4', qty1: '4' }])
    expect(withStatutory(list, [{ gnum: '1', qty: '1' }], [])).toEqual([
      { gnum: '1', qty: '1', qty1: '0.33333', qty2: '1' },
    ])
  })
})

describe('退货申请单', () => {
  const items = withStatutory(inventory, [{ gnum: '1', qty: '1' }], [])
  const input = {
    list: inventory,
    invtNo: '290720260E123456789',
    copNo: 'YGA20260401000007',
    appType: '1',
    reason: '买家退货',
    items,
    transport,
    guid: 'FFFFFFFF-0000-4000-8000-000000000000',
    now: '2026-06-01T02:00:00Z',
  }
  const check = { codes: codes.book, practice: true, today: '20260601' }

  it('213 names the list, says how the goods come in, and nothing refuses it', () => {
    const document = returnDocument('CEB213', input)
    expect(document.head).toMatchObject({
      coElNo: 'YGA20260401000007',
      invtNo: '290720260E123456789',
      tradeMode: '9661',
      ieFlag: 'I',
      logisticsNo: 'RET0001',
      country: inventory.head['country'],
      appTime: '20260601100000',
    })
    expect(document.lines).toEqual([expect.objectContaining({ gnum: '1', qty: '1', gname: '搪瓷水杯' })])
    expect(document.lines![0]).not.toHaveProperty('price')
    expect(validateDocument('CEB213', document, check)).toEqual([])
    expect(businessKey('CEB213', document.head)).toBe(`${inventory.head['agentCode']}|YGA20260401000007`)
  })

  it('of a mode the message has no code for leaves the code out', () => {
    const list = { ...inventory, head: { ...inventory.head, tradeMode: '9810' } }
    expect(returnDocument('CEB213', { ...input, list }).head).not.toHaveProperty('tradeMode')
  })

  it('625 has the buyer of the list and no transport', () => {
    const head = {
      ...Object.fromEntries(
        ['customsCode', 'ebpCode', 'ebpName', 'ebcCode', 'ebcName', 'logisticsCode', 'logisticsName'].map(
          (name) => [name, inventory.head[name] ?? ''],
        ),
      ),
      orderNo: 'IM-1',
      ebpCode: inventory.head['ebcCode']!,
      logisticsNo: 'LP-1',
      agentCode: inventory.head['agentCode']!,
      agentName: inventory.head['agentName']!,
      buyerIdType: '1',
      buyerIdNumber: '11010519491231002X',
      buyerName: '买家',
      buyerTelephone: '13800000000',
      tradeMode: '1210',
    }
    const list: CebDocument = {
      head,
      lines: [{ gnum: '1', gcode: '3304990099', gname: '面霜', qty: '2', unit: '007', price: '10' }],
    }
    const document = returnDocument('CEB625', {
      ...input,
      list,
      invtNo: '040220261123456789',
      items: [{ gnum: '1', qty: '1' }],
    })
    expect(document.head).toMatchObject({ copNo: 'YGA20260401000007', buyerName: '买家' })
    expect(document.head).not.toHaveProperty('voyageNo')
    expect(validateDocument('CEB625', document, check)).toEqual([])
    expect(document.lines).toEqual([{ gnum: '1', gcode: '3304990099', gname: '面霜', qty: '1', unit: '007' }])
  })
})

describe('faults of a return', () => {
  const check = (change: Partial<ReturnCheck> = {}): ReturnCheck => ({
    direction: 'export',
    mode: '9610',
    items: [{ gnum: '1', qty: '1' }],
    left: [{ gnum: '1', declared: '2', returned: '0', left: '2' }],
    transport: { ...transport, customsCode: '0402', country: '502' },
    customsCode: '0402',
    deadlines: [],
    today: '2026-06-01',
    ...change,
  })
  const of = (change: Partial<ReturnCheck>) =>
    returnFaults(check(change)).map(({ code, severity }) => `${severity} ${code}`)
  const going = (customsCode: string) => ({ ...transport, customsCode, country: '502' })

  it('refuse China as country of departure and another district before it was allowed, or for another mode', () => {
    expect(of({})).toEqual([])
    expect(of({ transport: { ...going('0402'), country: '142' } })).toEqual(['refuse return-from-china'])
    expect(of({ transport: going('2907') })).toEqual([])
    expect(of({ transport: going('0403') })).toEqual([])
    expect(of({ transport: going('2907'), today: '2026-03-31' })).toEqual(['refuse return-district'])
    expect(of({ transport: going('2907'), mode: '1210' })).toEqual(['refuse return-district'])
  })

  it('refuse what is over by a text that was read, warn of what was read second-hand and of taxes', () => {
    const late = (direction: 'export' | 'import', today: string) =>
      of({
        direction,
        deadlines: deadlinesOf(
          { direction, mode: '9610', releasedOn: '2026-01-10', exportedOn: '2026-01-12' },
          today,
        ),
      })
    expect(late('export', '2026-06-01')).toEqual([])
    expect(late('export', '2026-08-01')).toEqual(['warn return-export-tax-free'])
    expect(late('export', '2027-01-11')).toEqual([
      'refuse return-export-apply',
      'warn return-export-tax-free',
    ])
    expect(late('import', '2026-03-01')).toEqual(['warn return-import-apply', 'warn return-import-back'])
  })

  it('say what, and what to do, in both languages', () => {
    const [fault] = returnFaults(check({ items: [{ gnum: '1', qty: '3' }] }))
    expect(fault).toMatchObject({ where: '1', severity: 'refuse' })
    expect(fault!.text.zh).toContain('可退数量2')
    expect(fault!.text.en).toContain('the 2 that are left')
    expect(fault!.fix.zh && fault!.fix.en).toBeTruthy()
  })
})
