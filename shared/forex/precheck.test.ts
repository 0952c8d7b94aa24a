import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cmp, sub, sum } from '../money/decimal'
import { wholeParts, withinCap } from './amount'
import { calendarsWith } from '../time/work-calendar'
import { workCalendar, workingDaysAfter } from './calendar'
import type { ReceiptInput } from '../model/forex/input'
import { precheckReceipts } from './precheck'
import { calendar, credit, documented, netted, order, subject } from './sample.test-data'

const TODAY = '2026-11-20'
const run = (input: ReceiptInput) => precheckReceipts(input, TODAY)
const only = (input: ReceiptInput) => run(input).receipts[0]!

const cents = fc.integer({ min: 1, max: 1_000_00 }).map((n) => (n / 100).toFixed(2))
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 6 })

/** Batches in which receipts share orders and orders share customs papers, some of them used before. */
const batches: fc.Arbitrary<ReceiptInput> = fc
  .record({
    credits: fc.array(fc.record({ amount: cents, day: fc.integer({ min: 1, max: 28 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    orders: fc.array(cents, { minLength: 1, maxLength: 4 }),
    lines: some(fc.record({ credit: fc.nat(3), order: fc.nat(4), amount: cents })),
    papers: some(fc.record({ amount: cents, orders: fc.array(fc.nat(3), { maxLength: 2 }) })),
    used: some(fc.record({ order: fc.nat(3), amount: cents })),
    shipped: fc.array(fc.nat(3)),
    classB: fc.option(cents, { nil: undefined }),
  })
  .map(({ credits, orders, lines, papers, used, shipped, classB }) => ({
    subject: classB === undefined ? subject : { ...subject, class: 'B' as const, receiptQuotaUsd: classB },
    bankCredits: credits.map(({ amount, day }, at) =>
      credit({ id: `R${at}`, amount, valueDate: `2026-11-${String(day).padStart(2, '0')}` }),
    ),
    orders: orders.map((amount, at) => order({ id: `O${at}`, amount })),
    paymentLines: lines.map(({ credit: to, order: of, amount }, at) => ({
      id: `P${at}`,
      orderId: of === 4 ? null : `O${of}`,
      creditId: `R${to}`,
      amount,
    })),
    waybills: [...new Set(shipped)].map((at) => ({ no: `W${at}`, orderId: `O${at}` })),
    customsDocs: papers.map(({ amount, orders: of }, at) => ({
      no: `D${at}`,
      type: 'declaration' as const,
      supervisionMode: '9610' as const,
      amount,
      currency: 'USD',
      orderIds: of.map((one) => `O${one}`),
    })),
    usageLedger: used.map(({ order: of, amount }) => ({
      docType: 'order' as const,
      docId: `O${of}`,
      amount,
      usedBy: 'earlier',
    })),
  }))

describe('pre-check of receipts', () => {
  it('loses and invents nothing: what can be presented and what is held are the receipt', () => {
    fc.assert(
      fc.property(batches, (input) => {
        for (const receipt of run(input).receipts) {
          expect(cmp(add(receipt.eligible, receipt.held), receipt.credited)).toBe(0)
          expect(cmp(receipt.eligible, '0')).not.toBe(-1)
          expect(cmp(receipt.held, '0')).not.toBe(-1)
          expect(cmp(receipt.supportedGross, receipt.matchedGross)).not.toBe(1)
          if (receipt.result === 'READY') expect(cmp(receipt.held, '0')).toBe(0)
          if (receipt.result === 'BLOCKED') expect(cmp(receipt.eligible, '0')).toBe(0)
        }
      }),
    )
  })

  it('lets no paper serve twice: what receipts rest on never passes what the paper had free', () => {
    fc.assert(
      fc.property(batches, (input) => {
        const { receipts, docBalances } = run(input)
        const presented = receipts.filter(({ result }) => result !== 'BLOCKED')
        for (const { id, amount } of input.orders ?? []) {
          const before = sum(
            (input.usageLedger ?? []).filter(({ docId }) => docId === id).map((one) => one.amount),
          )
          const free = cmp(sub(amount, before), '0') > 0 ? sub(amount, before) : '0'
          const resting = sum(
            presented.flatMap(({ lines }) =>
              lines.filter(({ orderId }) => orderId === id).map((one) => one.supported),
            ),
          )
          expect(cmp(add(resting, docBalances[id] ?? '0'), free)).toBe(0)
        }
      }),
    )
  })

  it('does not depend on the order of what it is given', () => {
    const turned = <T>(all: readonly T[] | undefined) => [...(all ?? [])].reverse()
    fc.assert(
      fc.property(batches, (input) => {
        const other: ReceiptInput = {
          ...input,
          bankCredits: turned(input.bankCredits),
          orders: turned(input.orders),
          paymentLines: turned(input.paymentLines),
          waybills: turned(input.waybills),
          customsDocs: turned(input.customsDocs),
          usageLedger: turned(input.usageLedger),
        }
        expect(run(other)).toEqual(run(input))
      }),
    )
  })

  it('keeps papers free that a blocked receipt would have used', () => {
    const blocked = credit({ id: 'R1', valueDate: '2026-11-09', riskAnswers: ['illegalInflow'] })
    const later = credit({ id: 'R2', valueDate: '2026-11-10' })
    const input = documented()
    const lines = ['R1', 'R2'].map((creditId) => ({
      id: `P-${creditId}`,
      orderId: 'O1',
      creditId,
      amount: '800.00',
    }))
    const { receipts } = run({ ...input, bankCredits: [blocked, later], paymentLines: lines })
    expect(receipts.map(({ id, result }) => [id, result])).toEqual([
      ['R1', 'BLOCKED'],
      ['R2', 'READY'],
    ])
  })

  it('an order in another currency is lent as a whole: its balance subtracts no foreign money', () => {
    const other = documented({ order: { currency: 'EUR', amount: '900.00' } })
    const paymentLines = [{ id: 'P1', orderId: 'O1', creditId: 'R1', amount: '800.00' }]
    expect(run({ ...other, paymentLines }).docBalances).toEqual({ O1: '0.00' })
    expect(run({ ...other, paymentLines, waybills: [] }).docBalances).toEqual({ O1: '900.00' })
  })

  it('lets a registration form serve for its amount once, by value date', () => {
    const bankCredits = ['R1', 'R2', 'R3'].map((id, at) =>
      credit({ id, amount: '400.00', valueDate: `2026-11-1${at}` }),
    )
    const form = (creditId: string) => ({
      no: 'F1',
      creditId,
      currency: 'USD',
      amount: '800.00',
      validTo: '2026-12-31',
    })
    const registrationForms = ['R3', 'R1', 'R2'].map(form)
    const { receipts } = run({ subject: { ...subject, class: 'C' }, bankCredits, registrationForms })
    expect(receipts.map(({ result }) => result)).toEqual(['READY', 'READY', 'BLOCKED'])
    expect(receipts[2]?.findings.find(({ rule }) => rule === 'FX-F04')?.text.zh).toContain('余额')
  })

  it('consumes a class B quota from receipt to receipt, by value date', () => {
    const input = documented({ subject: { ...subject, class: 'B', receiptQuotaUsd: '1000' } })
    const two = [credit({ id: 'R2', valueDate: '2026-11-11' }), credit({ id: 'R1' })]
    const orders = [order(), order({ id: 'O2' })]
    const { receipts } = run({
      subject: input.subject,
      bankCredits: two,
      orders,
      paymentLines: orders.map(({ id }, at) => ({
        id,
        orderId: id,
        creditId: `R${at + 1}`,
        amount: '800.00',
      })),
    })
    expect(receipts.map(({ eligible, needsRegistration }) => [eligible, needsRegistration])).toEqual([
      ['800.00', '0.00'],
      ['200.00', '600.00'],
    ])
  })

  it('cuts an amount to a quota downwards, never above it', () => {
    const rates = [{ currency: 'EUR', month: '2026-11', usdPerUnit: '1.10' }]
    const input = documented({
      subject: { ...subject, class: 'B', receiptQuotaUsd: '100' },
      credit: { currency: 'EUR' },
      order: { currency: 'EUR' },
      rates,
    })
    expect(only(input)).toMatchObject({ eligible: '90.90', held: '709.10', needsRegistration: '709.10' })
  })

  it('spreads charges over what is matched and none of them over the excess', () => {
    const usd = (amount: string) => ({ currency: 'USD', amount })
    const charges = { bearer: 'SHA' as const, instructed: usd('900'), senderCharges: [usd('10')] }
    const receipt = only(documented({ credit: { amount: '890.00', charges } }))
    expect(receipt).toMatchObject({
      excess: '100.00',
      eligible: '790.00',
      held: '100.00',
      foreignCharges: '10.00',
    })
  })

  it('restores a netting so that it adds up in whole units', () => {
    const amounts = fc.tuple(cents, cents, cents)
    fc.assert(
      fc.property(amounts, ([sales, storage, fee]) => {
        const credited = sub(sub(sales, storage), fee)
        fc.pre(cmp(credited, '0') > 0)
        const costs = [
          { id: 'K1', class: 'warehousing' as const, amount: storage },
          { id: 'K2', class: 'commission' as const, amount: fee },
        ]
        const { declare } = only(netted({ credit: { amount: credited }, report: { sales, costs } }))
        const side = (direction: 'in' | 'out') =>
          sum((declare.restored ?? []).filter((one) => one.direction === direction).map((one) => one.amount))
        expect(sub(side('in'), side('out'))).toBe(declare.actual?.[0]?.amount)
      }),
    )
  })

  it('declares all of a receipt under its codes, whole and adding up', () => {
    fc.assert(
      fc.property(batches, (input) => {
        for (const { declare } of run(input).receipts) {
          if (!declare.lines || declare.lines.length === 0) continue
          expect(sum(declare.lines.map(({ amount }) => amount))).toBe(declare.txAmount)
        }
      }),
    )
  })

  it('says what has to stand in the remark', () => {
    const parcel = documented({ order: { supervisionMode: 'parcel' }, customsDocs: [] })
    expect(only(parcel).declare.remark).toContain('未报关')
    expect(only(netted()).declare.remark).toMatch(/9810.*含轧差/)
    expect(only(documented({ credit: { isAdvance: true } })).declare.remark).toContain('预收')
  })

  it('holds everything of a third payer without an agreement, and asks about one with it', () => {
    const payer = { name: 'X', country: 'USA', relation: 'thirdParty' as const }
    expect(only(documented({ credit: { payer } }))).toMatchObject({ result: 'REVIEW', eligible: '0.00' })
    const agreed = documented({ credit: { payer: { ...payer, payOnBehalfDoc: 'A1' } } })
    expect(only(agreed)).toMatchObject({ result: 'REVIEW', eligible: '800.00' })
  })

  it('uses no other month’s rate', () => {
    const rates = [{ currency: 'EUR', month: '2026-10', usdPerUnit: '1.10' }]
    const receipt = only(documented({ credit: { currency: 'EUR' }, order: { currency: 'EUR' }, rates }))
    expect(receipt.result).toBe('REVIEW')
    expect(receipt.findings.map(({ rule }) => rule)).toContain('C2')
    expect(receipt.eligibleUsd).toBeNull()
  })

  it('never says that anything was approved', () => {
    const words = JSON.stringify([run(documented()), run(netted())])
    expect(words).not.toMatch(/批准|核准|approved/i)
    expect(only(documented()).word.zh).toBe('可提交')
  })
})

describe('arithmetic of forms and caps', () => {
  it('gives whole parts that add up to the whole total', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 5 }), (parts) => {
        const total = sum(parts)
        const whole = wholeParts(total, parts)
        expect(sum(whole)).toBe(wholeParts(total, [total])[0])
      }),
    )
  })

  it('rounds what a cap allows downwards by less than a minor unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom('USD', 'JPY'), (n, currency) => {
        const value = `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, '0')}`
        const cut = withinCap(value, currency)
        expect(cmp(cut, value)).not.toBe(1)
        expect(cmp(sub(value, cut), currency === 'JPY' ? '1' : '0.01')).toBe(-1)
      }),
    )
  })
})

describe('working days', () => {
  it('counts over holidays and days worked instead, as announced', () => {
    const shipped = workCalendar()
    expect(workingDaysAfter('2026-09-29', 5, shipped)).toBe('2026-10-12')
    expect(workingDaysAfter('2026-02-13', 1, shipped)).toBe('2026-02-14')
    expect(workingDaysAfter('2026-12-30', 5, shipped)).toBeUndefined()
    const off: [string, string][] = [['01-01', '01-03']]
    const published = calendarsWith([{ year: 2027, source: 'test', off, worked: ['01-09'] }])
    expect(workingDaysAfter('2026-12-30', 7, workCalendar(published))).toBe('2027-01-09')
    expect(workingDaysAfter('2026-09-29', 5, workCalendar(published))).toBe('2026-10-12')
    expect(workingDaysAfter('2026-11-20', 5, calendar)).toBe('2026-11-27')
  })
})

describe('exporter and payee', () => {
  it('are compared for netted receipts too', () => {
    const customsDocs = [
      {
        no: 'CD1',
        type: 'declaration' as const,
        supervisionMode: '9810' as const,
        creditIds: ['R1'],
        exporterUscc: 'B',
      },
    ]
    const input = netted({ customsDocs, subject: { ...subject, uscc: 'A' }, contracts: [] })
    expect(only(input)).toMatchObject({ result: 'BLOCKED', eligible: '0.00' })
    expect(only({ ...input, subject: { ...subject, uscc: 'B' } }).result).toBe('READY')
  })
})
