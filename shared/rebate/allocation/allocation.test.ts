import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmp, sum } from '../../money/decimal'
import { matchClaim } from '../match/match'
import type { PurchaseInvoice } from '../../model/rebate/claim'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { addPurchase, dissolve, merge, openLines, split, type Allocation } from './allocation'
import { batchFigures, linkFigures } from './figures'
import { defaultNumberRule, nextNumber, reserve, type SerialState } from './link-numbers'
import { suggest, takenOf, type OpenItem } from './suggest'

const invoiceOf = (
  number: string,
  date: string,
  lines: { name?: string; unit?: string; qty: string; net: string }[],
  more: Partial<PurchaseInvoice> = {},
): PurchaseInvoice => ({
  number,
  kind: 'vatSpecial',
  date,
  sellerName: '供应商',
  sellerTaxNo: 'S1',
  buyerName: '本企业',
  buyerTaxNo: 'B1',
  status: 'normal',
  usage: 'rebate',
  lines: lines.map(({ name = '*陶瓷*杯', unit = '个', qty, net }, at) => ({
    line: at + 1,
    name,
    unit,
    qty,
    net,
    rate: '0.13',
    tax: '0',
  })),
  ...more,
})
const itemOf = (no: string, exportDate: string, more: Partial<DeclarationItem> = {}): DeclarationItem => ({
  no,
  item: 1,
  hsCode: '6911101900',
  name: '杯',
  qty: '100',
  unit: '个',
  qty1: '250',
  unit1: '千克',
  exportDate,
  supervisionMode: '0110',
  ...more,
})

function numbers(): () => string {
  let state: SerialState = {}
  return () => {
    const next = nextNumber(defaultNumberRule, state, '202606', '001')
    state = next.state
    return next.number
  }
}

const suggestFor = (
  items: OpenItem[],
  invoices: PurchaseInvoice[],
  memory: Parameters<typeof suggest>[2] = [],
) => suggest(items, openLines(invoices, []), memory, numbers())

describe('自动配单', () => {
  it('takes the oldest invoice first, part of the last, and the parts of a line add up to its net', () => {
    const invoices = [
      invoiceOf('I2', '2026-05-02', [{ qty: '70', net: '100.00' }]),
      invoiceOf('I1', '2026-05-01', [{ qty: '60', net: '33.33' }]),
    ]
    const items = [
      { item: itemOf('D2', '2026-05-20', { qty: '30' }), qty: '30' },
      { item: itemOf('D1', '2026-05-10'), qty: '100' },
    ]
    const { allocations, uncovered } = suggestFor(items, invoices)
    expect(uncovered).toEqual([])
    expect(
      allocations.map(({ linkNo, exports, purchases }) => [linkNo, exports[0]!.declarationNo, purchases]),
    ).toEqual([
      [
        '20260600100000001',
        'D1',
        [
          { invoiceNumber: 'I1', line: 1, qty: '60', net: '33.33' },
          { invoiceNumber: 'I2', line: 1, qty: '40', net: '57.14' },
        ],
      ],
      ['20260600100000002', 'D2', [{ invoiceNumber: 'I2', line: 1, qty: '30', net: '42.86' }]],
    ])
  })

  it('converts by the quantities of the item, and says what nothing covers without taking anything for it', () => {
    const kilos = invoiceOf('K', '2026-05-01', [{ unit: '千克', qty: '300', net: '3000' }])
    const { allocations, uncovered } = suggestFor(
      [
        { item: itemOf('D1', '2026-05-10'), qty: '100' },
        { item: itemOf('D2', '2026-05-11'), qty: '100' },
      ],
      [kilos],
    )
    expect(allocations[0]!.purchases).toEqual([{ invoiceNumber: 'K', line: 1, qty: '250', net: '2500' }])
    expect(uncovered.map(({ item, missing }) => [item.no, missing])).toEqual([['D2', '80']])
    expect(openLines([kilos], allocations).get('K#1')).toMatchObject({ qty: '50', net: '500' })
  })

  it.each([
    ['another name', invoiceOf('X', '2026-05-01', [{ name: '盘', qty: '100', net: '1' }])],
    ['a unit nobody declared', invoiceOf('X', '2026-05-01', [{ unit: '打', qty: '100', net: '1' }])],
    [
      'a reversed invoice',
      invoiceOf('X', '2026-05-01', [{ qty: '100', net: '1' }], { status: 'redReversed' }),
    ],
    [
      'an invoice ticked for credit',
      invoiceOf('X', '2026-05-01', [{ qty: '100', net: '1' }], { usage: 'credit' }),
    ],
    [
      'an ordinary invoice',
      invoiceOf('X', '2026-05-01', [{ qty: '100', net: '1' }], { kind: 'vatOrdinary' }),
    ],
    [
      'a supplier that absconded',
      invoiceOf('X', '2026-05-01', [{ qty: '100', net: '1' }], { sellerStatus: 'absconded' }),
    ],
  ])('does not take %s', (_, invoice) => {
    expect(suggestFor([{ item: itemOf('D1', '2026-05-10'), qty: '100' }], [invoice]).allocations).toEqual([])
  })

  it('takes another name that was paired before, in front of an older invoice of the same name', () => {
    const invoices = [
      invoiceOf('I1', '2026-04-01', [{ qty: '100', net: '1' }]),
      invoiceOf('I2', '2026-05-01', [{ name: '马克杯', qty: '100', net: '2' }], { sellerTaxNo: 'S2' }),
    ]
    const memory = [{ sellerTaxNo: 'S2', name: '马克杯', hsCode: '6911101900' }]
    const { allocations } = suggestFor([{ item: itemOf('D1', '2026-05-10'), qty: '100' }], invoices, memory)
    expect(allocations[0]!.purchases[0]!.invoiceNumber).toBe('I2')
  })

  const quantity = fc.integer({ min: 1, max: 40 }).map(String)
  const cents = fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 100).toFixed(2))
  const invoices = fc.array(
    fc.array(fc.record({ qty: quantity, net: cents }), { minLength: 1, maxLength: 3 }),
    {
      maxLength: 6,
    },
  )

  it('never takes more of a line than it has, covers what it links, and does not depend on the order (property)', () => {
    fc.assert(
      fc.property(invoices, fc.array(quantity, { maxLength: 8 }), (lists, wanted) => {
        const papers = lists.map((lines, at) => invoiceOf(`I${at}`, `2026-05-0${1 + (at % 5)}`, lines))
        const items = wanted.map((qty, at) => ({
          item: itemOf(`D${at}`, `2026-05-1${at % 4}`, { qty, qty1: String(Number(qty) * 3) }),
          qty,
        }))
        const made = suggestFor(items, papers)
        const lines = openLines(papers, [])
        for (const [key, taken] of takenOf(made.allocations)) {
          const line = lines.get(key)!
          expect(cmp(taken.qty, line.qty)).toBeLessThanOrEqual(0)
          expect(cmp(taken.net, line.net)).toBeLessThanOrEqual(0)
          // A line used up is used up to the cent.
          if (cmp(taken.qty, line.qty) === 0) expect(cmp(taken.net, line.net)).toBe(0)
        }
        for (const { exports, purchases } of made.allocations) {
          expect(cmp(sum(purchases.map(({ qty }) => qty)), exports[0]!.qty)).toBe(0)
        }
        expect(made.allocations.length + made.uncovered.length).toBe(items.length)
        expect(suggestFor([...items].reverse(), [...papers].reverse())).toEqual(made)
      }),
      { numRuns: 60 },
    )
  })

  it('makes links the checks of a claim have nothing against', () => {
    const papers = [invoiceOf('26332000000000000001', '2026-05-01', [{ qty: '150', net: '10500.00' }])]
    const item = itemOf('310420260000000001', '2026-05-10', { netWeight: '250' })
    const { allocations } = suggestFor([{ item, qty: '100' }], papers)
    const { findings } = matchClaim({
      enterprise: { type: 'trading', name: '本企业', taxNo: 'B1' },
      declarations: [item],
      invoices: papers,
      exports: allocations.flatMap(({ linkNo, exports }) =>
        exports.map((row) => ({ ...row, linkNo, exportInvoiceNo: 'E1', fobUsd: '1000' })),
      ),
      purchases: allocations.flatMap(({ linkNo, hsCode, purchases }) =>
        purchases.map((row) => ({ ...row, linkNo, hsCode, levyRate: '0.13', rebateRate: '0.13' })),
      ),
    })
    expect(findings).toEqual([])
  })
})

describe('a link worked on by hand', () => {
  const invoice = invoiceOf('I1', '2026-05-01', [{ qty: '30', net: '10.00' }])
  const start: Allocation[] = [
    { linkNo: 'L1', hsCode: '1', exports: [{ declarationNo: 'D1', item: 1, qty: '10' }], purchases: [] },
    { linkNo: 'L2', hsCode: '1', exports: [{ declarationNo: 'D2', item: 1, qty: '10' }], purchases: [] },
    { linkNo: 'L3', hsCode: '2', exports: [{ declarationNo: 'D3', item: 1, qty: '10' }], purchases: [] },
  ]
  const open = (allocations: readonly Allocation[]) => openLines([invoice], allocations).get('I1#1')!
  const ok = (edited: ReturnType<typeof dissolve>) => {
    if (!edited.ok) throw new Error(edited.text.en)
    return edited.allocations
  }

  it('takes parts of a line until it is used up to the cent, and no more', () => {
    let now = start
    for (const link of ['L1', 'L2', 'L3']) now = ok(addPurchase(now, link, open(now), '10'))
    expect(now.map(({ purchases }) => purchases[0]!.net)).toEqual(['3.33', '3.33', '3.34'])
    expect(addPurchase(now, 'L1', open(now), '1')).toMatchObject({ ok: false })
    expect(open(ok(dissolve(now, 'L2')))).toMatchObject({ qty: '10', net: '3.33' })
  })

  it('merges links of one goods code only, splits them again, and leaves locked batches alone', () => {
    const both = ok(merge(start, 'L1', 'L2'))
    expect(both.map(({ linkNo, exports }) => [linkNo, exports.length])).toEqual([
      ['L1', 2],
      ['L3', 1],
    ])
    expect(ok(split(both, 'L1', 'L4', { exports: [1], purchases: [] })).map(({ linkNo }) => linkNo)).toEqual([
      'L1',
      'L3',
      'L4',
    ])
    expect(merge(start, 'L1', 'L3')).toMatchObject({ ok: false })
    expect(merge(start, 'L1', 'L1')).toMatchObject({ ok: false })
    expect(split(start, 'L1', 'L2', { exports: [0], purchases: [] })).toMatchObject({ ok: false })
    const locked = start.map((one) => ({ ...one, locked: true }))
    expect(dissolve(locked, 'L1')).toMatchObject({ ok: false })
    expect(addPurchase(locked, 'L1', open(locked), '1')).toMatchObject({ ok: false })
  })

  it('shows difference, base, refund, cost per dollar and profit', () => {
    const now = ok(addPurchase(start, 'L1', open(start), '30'))
    const item = itemOf('D1', '2026-05-10', { qty: '10', qty1: '25' })
    const figures = linkFigures(
      now[0]!,
      {
        items: new Map([['D1#1', item]]),
        lines: openLines([invoice], now),
        moneyOf: () => ({ fobUsd: '2', fobCny: '14.00' }),
        rateOf: () => '0.09',
      },
      ['5.0', '8.0'],
    )
    expect(figures).toEqual({
      linkNo: 'L1',
      exportQty: '10',
      purchaseQty: '30',
      difference: '20',
      net: '10.00',
      refund: '0.30',
      fobUsd: '2.00',
      exchangeCost: '5',
      outsideBand: false,
      grossProfit: '3.60',
    })
    expect(batchFigures([figures, figures])).toEqual({
      links: 2,
      fobUsd: '4.00',
      net: '20.00',
      refund: '0.60',
    })
  })
})

it('numbers are never given twice, also after numbers came from elsewhere (property)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }), fc.nat(20), (foreign, count) => {
      const taken = foreign.map((serial) => `202606001${String(serial).padStart(8, '0')}`)
      let state = reserve(defaultNumberRule, {}, [...taken, 'ABC', '2026'])
      const given = new Set(taken)
      for (let at = 0; at < count; at++) {
        const next = nextNumber(defaultNumberRule, state, '202606', '001')
        expect(given.has(next.number)).toBe(false)
        given.add(next.number)
        state = next.state
      }
    }),
  )
  expect(() =>
    nextNumber({ serialDigits: 4, withBatch: false }, { '202606': 9999 }, '202606', '001'),
  ).toThrow()
  expect(() => nextNumber(defaultNumberRule, {}, '20260', '001')).toThrow()
})
