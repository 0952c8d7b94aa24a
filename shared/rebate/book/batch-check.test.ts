import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PurchaseInvoice } from '../../model/rebate/claim'
import { BatchCheck } from './batch-check'
import type { BatchFacts, BatchLine } from './claim'
import { FxTable } from './fob'
import { defaultRules, type RebateAnswers, type RebateLink } from './records'

const numbers = ['310120260000000001', '310120260000000002', '310120260000000003', '310120260000000004']
const invoiceNumbers = ['F1', 'F2', 'F3', 'F4', 'F5']
const fx = new FxTable(
  ['04-01', '04-09'].map((day) => ({
    record: 'exchange-rate' as const,
    kind: 'centralParity' as const,
    currency: 'USD',
    date: `2026-${day}`,
    rate: day === '04-01' ? '7.01' : '7.2',
    origin: '',
    source: { profile: '', firstRow: 1, lastRow: 1 },
  })),
  defaultRules.fx,
)

const batch: BatchFacts['batch'] = {
  period: '202605',
  number: '001',
  kind: 'trading',
  note: '',
  createdAt: '2026-05-01T00:00:00Z',
  locked: false,
  answers: { bookedAsSale: true, fxStatus: 'collected' },
  dealt: {},
}

const answers: fc.Arbitrary<RebateAnswers> = fc.constantFrom(
  {},
  { bookedAsSale: false },
  { exportInvoiceNo: 'EI-1' },
  { exportInvoiceNo: 'EI-2', fxStatus: 'pending' },
  { riskAnswers: ['forgedVoucher'] },
  { exportDate: '2026-04-09' },
)

const line = (no: string, item: number): fc.Arbitrary<BatchLine> =>
  fc.record({
    item: fc
      .record({
        name: fc.constantFrom('搪瓷杯', '杯', '锅'),
        qty: fc.constantFrom('10', '25'),
        hsCode: fc.constantFrom('7323940000', '8504319000', '12'),
        amount: fc.constantFrom('100.00', '250.33'),
        exportDate: fc.constantFrom('2026-04-01', '2026-04-09', '2025-12-31'),
        originPlace: fc.constantFrom('宁波', '杭州', undefined),
        agentBroker: fc.constantFrom('某报关行', undefined),
      })
      .map((facts) => ({
        no,
        item,
        unit: '个',
        supervisionMode: '0110',
        tradeTerms: 'FOB' as const,
        currency: 'USD',
        ...facts,
      })),
    line: answers.map((own) => ({
      no,
      item,
      exportDate: '2026-04-01',
      batch: 'B',
      importId: '',
      answers: own,
      history: [],
      touchedAt: '',
    })),
  })

const lines: fc.Arbitrary<BatchLine[]> = fc.tuple(
  ...numbers.flatMap((no) => [1, 2].map((item) => line(no, item))),
)

const invoice = (number: string): fc.Arbitrary<PurchaseInvoice> =>
  fc
    .record({
      status: fc.constantFrom('normal' as const, 'void' as const),
      sellerRegion: fc.constantFrom('宁波', '上海'),
      name: fc.constantFrom('*金属制品*搪瓷杯', '锅'),
      qty: fc.constantFrom('10', '40'),
    })
    .map(({ status, sellerRegion, name, qty }) => ({
      number,
      kind: 'vatSpecial' as const,
      date: '2026-03-01',
      sellerName: 'S',
      sellerTaxNo: 'S1',
      sellerRegion,
      buyerName: '',
      buyerTaxNo: '',
      status,
      usage: 'rebate' as const,
      lines: [{ line: 1, name, unit: '个', qty, net: '700.00', rate: '0.13', tax: '91.00' }],
    }))

const link = (linkNo: string): fc.Arbitrary<RebateLink> =>
  fc.record({
    linkNo: fc.constant(linkNo),
    batch: fc.constant('B'),
    hsCode: fc.constant('7323940000'),
    exports: fc.array(
      fc.record({
        // A number that already carries its item is the same 报关单.
        declarationNo: fc.constantFrom(...numbers, `${numbers[0]}001`),
        item: fc.constantFrom(1, 2),
        qty: fc.constantFrom('5', '10'),
      }),
      { maxLength: 2 },
    ),
    purchases: fc.array(
      fc.record({
        invoiceNumber: fc.constantFrom(...invoiceNumbers, 'unknown'),
        line: fc.constant(1),
        qty: fc.constantFrom('5', '10', '30'),
        net: fc.constantFrom('70.00', '140.01'),
      }),
      { maxLength: 2 },
    ),
    imports: fc.constant([]),
  })

const papers = (declarationNo: string): fc.Arbitrary<BatchFacts['papers'][number]> =>
  fc
    .record({
      // A paper filed with one 报关单 may be about another.
      about: fc.constantFrom(...numbers),
      amount: fc.constantFrom('100.00', '90.00'),
      exportInvoice: fc.constantFrom('EI-1', 'EI-9'),
    })
    .map(({ about, amount, exportInvoice }) => ({
      declarationNo,
      purchased: true,
      brokered: false,
      files: [],
      place: '',
      kept: 'paper' as const,
      exportInvoices: [{ no: exportInvoice, declarationNo: about, item: 1, amount, currency: 'USD' }],
      contracts: [],
      receipts: [],
      filing: {},
    }))

const linkNos = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6']
const batches: fc.Arbitrary<BatchFacts> = fc
  .record({
    kind: fc.constantFrom('trading' as const, 'manufacturer' as const),
    all: lines,
    here: fc.integer({ min: 1, max: 8 }),
    links: fc.tuple(...linkNos.map(link)),
    used: fc.integer({ min: 0, max: 6 }),
    other: link('X1'),
    invoices: fc.tuple(...invoiceNumbers.map(invoice)),
    papers: fc.tuple(...numbers.slice(0, 2).map(papers)),
  })
  .map(({ kind, all, here, links, used, other, invoices, papers: held }) => ({
    asOf: '2026-05-20',
    batch: { ...batch, kind },
    enterprise: { type: kind, taxpayer: 'general', rebateFiled: true },
    rules: defaultRules,
    lines: all.slice(0, here),
    siblings: all.slice(here).map(({ item }) => item),
    links: links.slice(0, used),
    elsewhere: [{ link: other, period: '202604', number: '001' }],
    invoices,
    library: {
      version: '2026B.dbf',
      entries: [
        { code: '7323940000', rebateRate: '0.13', specialFlag: '' as const, from: '2019-04-01', to: null },
        { code: '8504319000', rebateRate: '0', specialFlag: '1' as const, from: '2019-04-01', to: null },
      ],
    },
    papers: held,
    fx,
  }))

/** One change as an officer makes it: everything it leaves alone stays the same record. */
type Edit = (facts: BatchFacts) => BatchFacts
const replaced = <T>(list: readonly T[], at: number, by: T): T[] =>
  list.map((one, place) => (place === at % list.length ? by : one))
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(7), answers).map(([at, own]): Edit => (facts) => {
    const { item, line: record } = facts.lines[at % facts.lines.length]!
    const next = { item, line: { ...record, answers: own } }
    return { ...facts, lines: replaced(facts.lines, at, next) }
  }),
  fc.tuple(fc.nat(7), fc.constantFrom('锅', '搪瓷杯')).map(([at, name]): Edit => (facts) => {
    const { item, line: record } = facts.lines[at % facts.lines.length]!
    return { ...facts, lines: replaced(facts.lines, at, { item: { ...item, name }, line: record }) }
  }),
  // A 关联号 is never given twice.
  fc.tuple(fc.nat(6), link('L9')).map(([at, fresh]): Edit => (facts) => {
    const links = facts.links.filter(({ linkNo }) => linkNo !== 'L9')
    return { ...facts, links: [...links.slice(0, at), fresh, ...links.slice(at + 1)] }
  }),
  fc.constant<Edit>((facts) => ({ ...facts, links: facts.links.slice(1) })),
  fc.constant<Edit>((facts) =>
    facts.lines.length < 2
      ? facts
      : { ...facts, lines: facts.lines.slice(1), siblings: [...facts.siblings, facts.lines[0]!.item] },
  ),
  invoice('F1').map((fresh): Edit => (facts) => ({
    ...facts,
    invoices: [fresh, ...facts.invoices.slice(1)],
  })),
  papers(numbers[0]!).map((fresh): Edit => (facts) => ({
    ...facts,
    papers: [fresh, ...facts.papers.slice(1)],
  })),
  link('X2').map((other): Edit => (facts) => ({
    ...facts,
    elsewhere: [{ ...facts.elsewhere[0]!, link: other }],
  })),
  fc.constant<Edit>((facts) => ({ ...facts, lines: [...facts.lines].reverse() })),
  fc.nat(6).map((at): Edit => (facts) => ({
    ...facts,
    links: [...facts.links.slice(at), ...facts.links.slice(0, at)],
  })),
  fc.constant<Edit>((facts) => ({ ...facts, invoices: [...facts.invoices].reverse() })),
  fc.constant<Edit>((facts) => ({ ...facts, asOf: '2029-06-01' })),
  fc.constant<Edit>((facts) => ({ ...facts, batch: { ...facts.batch, answers: { fxStatus: 'overdue' } } })),
  fc.constant<Edit>((facts) => ({ ...facts, enterprise: { ...facts.enterprise, rebateFiled: false } })),
)

/** As the book gathers them: other items and papers only of 报关单 the batch has a line of. */
function gathered(facts: BatchFacts): BatchFacts {
  const own = new Set(facts.lines.map(({ item }) => item.no))
  return {
    ...facts,
    siblings: facts.siblings.filter(({ no }) => own.has(no)),
    papers: facts.papers.filter(({ declarationNo }) => own.has(declarationNo)),
  }
}

const whole = (facts: BatchFacts) => new BatchCheck(facts, true).result()

describe('a pre-check in parts', () => {
  it('says after any edits, left at any moment, what one pass over everything says', () => {
    const steps = fc.array(fc.tuple(edits, fc.nat(9)), { maxLength: 6 })
    fc.assert(
      fc.property(batches, steps, (facts, after) => {
        let now = facts
        const check = new BatchCheck(gathered(now))
        for (const [edit, before] of after) {
          check.step(before)
          now = edit(now)
          check.update(gathered(now))
        }
        expect(check.result()).toEqual(whole(gathered(now)))
        expect(check.open).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('judges after an edit only what it touches, and goes on where it was left', () => {
    const held = (no: string): BatchLine => ({
      item: {
        no,
        item: 1,
        hsCode: '7323940000',
        name: '锅',
        exportDate: '2026-04-01',
        supervisionMode: '0110',
      },
      line: {
        no,
        item: 1,
        exportDate: '2026-04-01',
        batch: 'B',
        importId: '',
        answers: {},
        history: [],
        touchedAt: '',
      },
    })
    const [sample] = fc.sample(batches, 1)
    const facts = { ...sample!, lines: numbers.map(held), siblings: [], links: [], papers: [], elsewhere: [] }
    const check = new BatchCheck(facts)
    check.step(2)
    expect(check.open).toBe(2)
    check.update({ ...facts })
    expect(check.open).toBe(2)
    check.step()
    const [first, ...rest] = facts.lines
    const edited = {
      ...facts,
      lines: [{ ...first!, line: { ...first!.line, answers: { departed: false } } }, ...rest],
    }
    check.update(edited)
    expect(check.open).toBe(1)
    expect(check.result()).toEqual(whole(edited))
    const link: RebateLink = {
      linkNo: 'L1',
      batch: 'B',
      hsCode: '7323940000',
      exports: [
        { declarationNo: numbers[1]!, item: 1, qty: '1' },
        { declarationNo: numbers[2]!, item: 1, qty: '1' },
      ],
      purchases: [],
      imports: [],
    }
    const linked = { ...edited, links: [link] }
    check.update(linked)
    expect(check.open).toBe(2)
    expect(check.result()).toEqual(whole(linked))
    check.update(edited)
    expect(check.open).toBe(2)
    check.step()
    check.update({ ...edited, lines: rest })
    expect(check.open).toBe(0)
    check.update({ ...edited, lines: rest, asOf: '2026-05-21' })
    expect(check.open).toBe(3)
  })
})
