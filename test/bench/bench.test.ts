import { describe, expect, it } from 'vitest'
import { benchDomain } from './domain'
import { bareJoin, benchForex, forexBatch } from './forex'
import { bareParse, benchRebate, rebateBatch } from './rebate'
import { exchangeTable } from './exchange/table'
import { firstLines, retailLines } from './lines'
import { ratio, table } from './table'
import { benchTariff } from './tariff'

const lines = 600

describe('the bench', () => {
  it('invents exactly so many lines, the same for the same seed', () => {
    const text = retailLines(lines, 1)
    expect(text.split('\n')).toHaveLength(1 + lines + 1)
    expect(retailLines(lines, 1)).toBe(text)
    expect(retailLines(lines, 2)).not.toBe(text)
  })

  it('cuts a file after so many lines and its header, or takes all of it', () => {
    expect(firstLines('head\n1\n2\n3\n', 2)).toBe('head\n1\n2\n')
    expect(firstLines('head\n1\n2', 9)).toBe('head\n1\n2')
  })

  it('measures real work: every line is accepted, most orders match, every matched order becomes a list', async () => {
    const file = new TextEncoder().encode(retailLines(lines, 1))
    const [imported, matched, built, encoded] = await benchDomain(file)
    const orders = new Set(
      retailLines(lines, 1)
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    )
    expect(imported?.count).toBe(lines)
    expect(matched?.count).toBe(orders.size)
    expect(built?.count).toBeGreaterThan(orders.size / 2)
    expect(encoded?.count).toBe(built?.count)
  })

  it('checks receipts that all their papers support, as the bare join finds them', async () => {
    const { steps, ready } = await benchForex(lines)
    expect(steps[0]?.count).toBe(lines)
    expect(ready).toBe(lines / 100)
    const batch = forexBatch(lines)
    expect(bareJoin(batch)).toBe(lines)
    expect(bareJoin({ ...batch, waybills: batch.waybills?.slice(1) ?? [] })).toBe(lines - 1)
  })

  it('checks a refund without a blocking finding, and allocates its invoices in full', async () => {
    const { steps, blocking } = await benchRebate(lines)
    expect(steps.map(({ count }) => count)).toEqual([lines, lines, lines, lines])
    expect(blocking).toBe(0)
    expect(bareParse(rebateBatch(lines))).not.toBe(bareParse(rebateBatch(lines - 1)))
  })

  it('tells a step as its ratio to the bare work', () => {
    const step = { step: 'import', count: 1000, unit: 'lines', ms: 50, bare: 'split', bareMs: 4 }
    expect(ratio(step)).toBe('12.5')
    expect(table({ lines: 1000, steps: [step] }).split('\n')[2]).toBe(
      '| import      | 1,000 lines | 50 | split     | 4.00 | 12.5  |',
    )
  })

  it('tells the exchange beside its peer and the bare insert, and what was not measured', () => {
    const peer = {
      documents: 1000,
      queueMs: 1,
      exchangeMs: 500,
      cpuMs: 100,
      peakRss: 1_048_576,
      receipts: 1,
      failures: 0,
    }
    const pglite = {
      ...peer,
      exchangeMs: 1000,
      sentBytes: 81_000,
      waves: [],
      service: { cpuMs: 200, peakRss: 2_097_152 },
    }
    const result = {
      documents: 1000,
      pglite,
      postgresql: { ...pglite, exchangeMs: 250 },
      bare: { ms: 50, rows: 9 },
      peer: { ...peer, service: undefined },
      peerOnDisk: { ...peer, exchangeMs: 625, service: undefined },
    }
    const lines = exchangeTable(result).split('\n')
    expect(lines[2]).toBe('| exchange | PGlite, not synced | 1000 | 81 | 0.100 | 0.200 | 1 | 2 |')
    expect(lines.at(-1)).toBe(
      'against RxDB: PGlite 0.50, PostgreSQL 2.00; on disk: PostgreSQL 2.50; against the bare insert: PostgreSQL 0.200',
    )
    const less = exchangeTable({ ...result, postgresql: undefined, bare: undefined, peerOnDisk: undefined })
    expect(less).toMatch(/not measured/)
  })

  it('searches a tariff with queries that all find something', async () => {
    const [built, asked] = await benchTariff(2000)
    expect(built!.count).toBe(12_000)
    expect(asked!.count).toBe(12)
    expect(Math.min(built!.ms, built!.bareMs, asked!.ms, asked!.bareMs)).toBeGreaterThan(0)
  })
})
