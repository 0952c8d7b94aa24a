import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawRow } from '../table/rows'
import { quoteFor, readBankQuotes } from './import/bank-quotes'
import { monthOf, readSafeRates } from './import/safe-rates'
import { precheckReceipts } from './precheck'
import { addSafeTable, missingRates, monthRates, type RateBook } from './rate-book'
import { credit, order, subject } from './sample.test-data'

const sheet = (...rows: string[][]): RawRow[] => rows.map((cells, at) => ({ row: at + 1, cells }))
const safe = (rows: RawRow[], month?: string) =>
  readSafeRates(rows, { source: '外汇局', ...(month !== undefined && { month }) })
const header = ['货币名称', '货币单位', '对美元折算率']
const table = sheet(
  ['各种货币对美元折算率表（2026年11月）'],
  header,
  ['美元', '1', '1'],
  ['欧元', '1', '1.1000'],
  ['JPY', '100', '0.67'],
  ['人民币', '1', '0.1412'],
)
const empty: RateBook = new Map()

describe('折算率', () => {
  it('are read with their month from above the table and their unit', () => {
    expect(safe(table)).toEqual({
      problems: [],
      table: {
        source: '外汇局',
        month: '2026-11',
        rates: [
          { currency: 'USD', month: '2026-11', usdPerUnit: '1' },
          { currency: 'EUR', month: '2026-11', usdPerUnit: '1.1' },
          { currency: 'JPY', month: '2026-11', usdPerUnit: '0.0067' },
          { currency: 'CNY', month: '2026-11', usdPerUnit: '0.1412' },
        ],
      },
    })
  })

  it('are not taken without a month, with two, or against the yuan', () => {
    const rulesOf = (rows: RawRow[], month?: string) => safe(rows, month).problems.map(({ rule }) => rule)
    expect(rulesOf(sheet(header, ['欧元', '1', '1.1']))).toEqual(['rate.no-month'])
    expect(safe(table, '2026-10')).toMatchObject({ problems: [{ rule: 'rate.months-differ' }] })
    expect(safe(sheet(header, ['美元', '100', '712.3']), '2026-10')).toEqual({
      problems: [expect.objectContaining({ rule: 'rate.other-kind', value: 'USD 7.123' })],
    })
    expect(rulesOf(sheet(['a', 'b']), '2026-10')).toEqual(['rate.no-table'])
    const mapped = readSafeRates(sheet(['x', 'y'], ['EUR', '1.1']), {
      source: 's',
      month: '2026-10',
      map: { currency: 'x', rate: 'y' },
    })
    expect(mapped.table?.rates).toHaveLength(1)
  })

  it('refuse the row that says nothing usable and keep the others', () => {
    const read = safe(
      sheet(header, ['欧元', '1', '1.1'], ['??', '1', '2'], ['英镑', '1', '-1'], ['欧元', '1', '1.2']),
      '2026-10',
    )
    expect(read.problems.map(({ row, rule }) => [row, rule])).toEqual([
      [3, 'rate.row'],
      [4, 'rate.row'],
      [5, 'rate.twice'],
    ])
    expect(read.table?.rates).toEqual([{ currency: 'EUR', month: '2026-10', usdPerUnit: '1.1' }])
  })

  it('change the book once, and a rate that differs only when somebody says so', () => {
    const { table: read } = safe(table)
    const first = addSafeTable(empty, read!)
    expect(first).toMatchObject({ added: 4, known: 0 })
    expect(addSafeTable(first.book, read!)).toMatchObject({ added: 0, known: 4, changed: [] })
    const corrected = { ...read!, rates: [{ currency: 'EUR', month: '2026-11', usdPerUnit: '1.2' }] }
    const kept = addSafeTable(first.book, corrected)
    expect(kept.changed).toMatchObject([{ before: { usdPerUnit: '1.1' }, now: { usdPerUnit: '1.2' } }])
    expect(kept.book.get('EUR 2026-11')?.usdPerUnit).toBe('1.1')
    const replaced = addSafeTable(first.book, corrected, { replace: true })
    expect(replaced.book.get('EUR 2026-11')?.usdPerUnit).toBe('1.2')
  })

  it('are asked for by currency and month, and end the question of the pre-check', () => {
    const input = {
      subject: { ...subject, listed: false, ytdReceiptsUsd: '0', ytdPaymentsUsd: '0', ytdYear: 2026 },
      bankCredits: [credit({ currency: 'EUR' })],
      orders: [order({ currency: 'JPY', orderedOn: '2026-10-02' })],
    }
    expect(missingRates(input, empty)).toEqual([
      { currency: 'EUR', month: '2026-11' },
      { currency: 'JPY', month: '2026-10' },
    ])
    const { book } = addSafeTable(empty, safe(table).table!)
    const rulesWith = (rates: RateBook) =>
      precheckReceipts({ ...input, rates: monthRates(rates) }, '2026-11-20').findings.map(({ rule }) => rule)
    expect(rulesWith(empty)).toContain('C2')
    expect(rulesWith(book)).not.toContain('C2')
  })

  it('name their month in any of the ways offices write it, and no other', () => {
    const months = [
      '2026年10月',
      '2026-10',
      '202610',
      '2026/1',
      '2026年1月8日',
      '2026-11-05',
      '20261105',
      '2026-13',
      '十月',
    ]
    expect(months.map(monthOf)).toEqual([
      '2026-10',
      '2026-10',
      '2026-10',
      '2026-01',
      '2026-01',
      '2026-11',
      '2026-11',
      undefined,
      undefined,
    ])
  })
})

describe('bank quotations', () => {
  const quotes = sheet(
    ['货币名称', '现汇买入价', '现钞买入价', '现汇卖出价', '发布时间'],
    ['美元', '709.00', '700', '712.00', '2026-11-20 10:00:00'],
    ['美元', '710.50', '700', '713.00', '2026-11-20 10:05:00'],
    ['欧元', '780', '770', '760', '2026-11-20 10:05:00'],
  )

  it('need their unit, an ask above the bid, and are used by their age', () => {
    expect(readBankQuotes(quotes, { bank: 'BOC' }).problems).toMatchObject([{ rule: 'rate.no-unit' }])
    const read = readBankQuotes(quotes, { bank: 'BOC', unit: '100' })
    expect(read.problems).toMatchObject([{ row: 4, rule: 'rate.spread' }])
    expect(read.quotes).toHaveLength(2)
    const at = { quotes: read.quotes, bank: 'BOC' }
    expect(quoteFor(credit(), '500', { ...at, now: '2026-11-20T02:25:30Z' })).toEqual({
      creditId: 'R1',
      convert: '500',
      bid: '710.5',
      unit: 100,
      ageMinutes: 20,
    })
    expect(quoteFor(credit(), '500', { ...at, now: '2026-11-20T02:04:00Z' })?.bid).toBe('709')
    expect(quoteFor(credit(), '500', { ...at, bank: 'ICBC', now: '2026-11-20T02:25:30Z' })).toBeUndefined()
    expect(quoteFor(credit(), '500', { ...at, now: '2026-11-20T01:00:00Z' })).toBeUndefined()
  })

  it('name the field that cannot be used', () => {
    const odd = sheet(['币种', '结汇价', '单位'], ['USD', '0', '1.5'], ['XX', '7', '1'])
    const { quotes: none, problems } = readBankQuotes(odd, { bank: 'B' })
    expect(none).toEqual([])
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 买入价',
      '2 单位',
      '2 报价时间',
      '3 币种',
      '3 报价时间',
    ])
  })
})

it('no sheet makes either throw', () => {
  const words = fc.constantFrom(...header, '美元', '1', '2026年10月', '现汇买入价')
  const cell = fc.oneof(words, fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const problems = [
        ...safe(sheet(...rows)).problems,
        ...readBankQuotes(sheet(...rows), { bank: 'B', unit: '1' }).problems,
      ]
      for (const { message } of problems) expect(message.zh).not.toMatch(/\{\w+\}/)
    }),
  )
})
