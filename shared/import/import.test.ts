import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, digest, MemorySpill, reasons, reportOf, run } from '../../test/fixtures/import/run'
import type { ImportReport } from '../model/import-report'
import type { Order } from '../model/order'
import type { Payment } from '../model/payment'
import { Grouper, type Draft } from './group'
import { recordContent, recordKey } from './key'
import type { Stored } from './api'

const HEADER = '订单号,下单时间,货号,商品名称,数量,单价,币制\n'

/** Cells that are right, wrong, damaged, quoted or empty. */
const cell = {
  orderNo: fc.constantFrom('A1', 'A2', 'A3', 'Ｂ１', '', '1.23457E+17', '"A,4"'),
  time: fc.constantFrom('2026-04-01 10:00:00', '2026/4/2', '45000', 'soon', ''),
  quantity: fc.constantFrom('1', '2', '-1', '0', 'two', '', '1.5'),
  price: fc.constantFrom('9.99', '0', '-3', '1,234.50', '', '¥5'),
}
const row = fc
  .tuple(cell.orderNo, cell.time, cell.quantity, cell.price, fc.constantFrom('', ',surplus', '"open'))
  .map(
    ([orderNo, time, quantity, price, tail]) =>
      `${orderNo},${time},S1,Lamp,${quantity},"${price}",USD${tail}`,
  )
const file = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: row },
      { weight: 1, arbitrary: fc.constantFrom('', ',,,,,,', '合计,,,,,,') },
    ),
    {
      maxLength: 40,
    },
  )
  .map((rows) => HEADER + rows.join('\n'))

function conserved(report: ImportReport): void {
  expect(report.rowsAccepted + report.rowsRefused + report.duplicates).toBe(report.rowsRead)
  expect(report.updated).toBeLessThanOrEqual(report.rowsAccepted)
  expect(Object.values(report.classes).reduce((a, b) => a + b, 0)).toBe(report.rowsAccepted)
}

describe('importFile', () => {
  it('counts every row exactly once, and names each refused one', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const imported = await run(text, 'orders')
        const report = reportOf(imported)
        conserved(report)
        expect(new Set(imported.refused.map((refused) => refused.row)).size).toBe(report.rowsRefused)
        expect(imported.refused.every((refused) => refused.errors.length > 0)).toBe(true)
        const lines = imported.records.flatMap((record) => (record as Order).lines)
        expect(lines.length).toBe(report.rowsAccepted)
      }),
    )
  })

  it('gives the same answer for any chunks of the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (text, chunk) => {
        const whole = await run(text, 'orders')
        const pieces = await run(bytesOf(text, chunk), 'orders')
        expect(pieces).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  it('finds every row of a second import of the same file again: nothing is new, nothing is doubled', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const first = await run(text, 'orders')
        const stored = new Map(first.items.map((item) => [item.key, { digest: item.digest }]))
        const again = await run(text, 'orders', { existing: async () => stored })
        const report = reportOf(again)
        conserved(report)
        expect(again.items).toEqual([])
        expect(report.duplicates).toBe(reportOf(first).rowsAccepted)
        expect(reasons(again)).toEqual(reasons(first))
      }),
      { numRuns: 60 },
    )
  })

  it('groups the same orders through temporary storage as on the heap', async () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 0, max: 20 }), async (order, limit) => {
        const collect = async (spill?: MemorySpill) => {
          const grouper = new Grouper(spill, limit)
          for (const [index, key] of order.entries()) {
            const draft: Draft = {
              key,
              row: index + 2,
              block: index,
              print: String(index),
              values: [key, String(index)],
            }
            await grouper.add(index % 7 === 3 ? { key, row: index + 2 } : draft)
          }
          const groups = []
          for await (const batch of grouper.groups(2)) groups.push(...batch)
          return groups.sort((a, b) => (a.key < b.key ? -1 : 1))
        }
        expect(await collect(new MemorySpill())).toEqual(await collect())
      }),
    )
  })

  it('spills when the file is larger than the heap allowance and removes what it spilled', async () => {
    const rows = Array.from(
      { length: 1010 },
      (_, i) => `N${i % 300},2026-04-01 10:00:00,S${i},Lamp,1,1.00,USD`,
    )
    const spill = new MemorySpill()
    let seen = 0
    const watched = {
      run: async (name: string) => {
        seen++
        return spill.run(name)
      },
      dispose: () => spill.dispose(),
    }
    const imported = await run(HEADER + rows.join('\n'), 'orders', { spill: watched, rowsInMemory: 500 })
    const report = reportOf(imported)
    expect(seen).toBeGreaterThan(1)
    expect(spill.disposed).toBe(1)
    expect([report.rowsAccepted, report.records.byKind, report.amounts]).toEqual([
      1010,
      { order: 300 },
      { USD: '1010' },
    ])
    expect(imported.records.every((record) => (record as Order).lines.length >= 3)).toBe(true)
  })
})

describe('what an earlier import stored', () => {
  const before = `${HEADER}A1,2026-04-01 10:00:00,S1,Lamp,1,9.99,USD\nA2,2026-04-01 10:00:00,S1,Lamp,1,9.99,USD\n`
  const after = `${HEADER}A3,2026-04-02 10:00:00,S1,Lamp,1,9.99,USD\nA2,2026-04-01 10:00:00,S1,Lamp,3,9.99,USD\nA1,2026-04-01 10:00:00,S1,Lamp,1,9.990,USD\n`
  const stored = async (declared = false) => {
    const { items } = await run(before, 'orders')
    return new Map<string, Stored>(items.map((item) => [item.key, { digest: item.digest, declared }]))
  }

  it('tells new, unchanged and changed records apart', async () => {
    const known = await stored()
    const plain = await run(after, 'orders', { existing: async () => known })
    expect(reportOf(plain)).toMatchObject({
      rowsRead: 3,
      rowsAccepted: 1,
      rowsRefused: 1,
      duplicates: 1,
      updated: 0,
    })
    expect(reasons(plain)).toEqual(['3 record.changed'])
    const update = await run(after, 'orders', { existing: async () => known, update: true })
    expect(reportOf(update)).toMatchObject({ rowsAccepted: 2, rowsRefused: 0, duplicates: 1, updated: 1 })
    expect(update.items.map(({ change, key }) => [change, key])).toEqual([
      ['new', 'order|||A3'],
      ['updated', 'order|||A2'],
    ])
  })

  it('never overwrites what was declared', async () => {
    const known = await stored(true)
    const update = await run(after, 'orders', { existing: async () => known, update: true })
    expect(reasons(update)).toEqual(['3 record.declared-changed'])
  })

  it('numbers payments that a file holds twice, so that a second import knows both', async () => {
    const text =
      '支付流水,订单号,金额,币制,到账时间\nP1,A1,5,USD,2026-04-01\nP1,A1,5,USD,2026-04-01\nP1,A2,7,USD,2026-04-01\n'
    const first = await run(text, 'payments')
    expect(first.items.map((item) => item.key)).toEqual(['payment|||P1', 'payment|||P1#2', 'payment|||P1#3'])
    expect(first.warnings.map(({ row, rule }) => `${row} ${rule}`)).toEqual([
      '3 row.repeated',
      '4 record.repeated-key',
    ])
    const known = new Map(first.items.map((item) => [item.key, { digest: item.digest }]))
    const again = await run(text, 'payments', { existing: async () => known })
    expect(reportOf(again)).toMatchObject({ rowsAccepted: 0, duplicates: 3 })
  })

  it('gives a payment without number the same derived one at every import', async () => {
    const text = '订单号,金额,到账时间\nA1,5,2026-04-01\nA2,7,2026-04-01\n'
    const number = async (content: string) =>
      (await run(content, 'payments')).records.map((record) => (record as Payment).paymentNo)
    const [first, second] = await number(text)
    expect(first).toMatch(/^A1~[0-9a-f]{16}$/)
    expect(await number('订单号,金额,到账时间\nA2,7,2026-04-01\n')).toEqual([second])
  })

  it('digests what a record says, not where it stood', () => {
    const source = { profile: 'x', firstRow: 2, lastRow: 2 }
    const payment: Payment = {
      record: 'payment',
      kind: 'payment',
      platform: 'p',
      shop: 's',
      paymentNo: '1|2',
      amount: '5',
      source,
    }
    const moved = { ...payment, source: { ...source, firstRow: 9 } }
    expect(recordContent(moved)).toBe(recordContent(payment))
    expect(recordContent({ ...payment, amount: '6' })).not.toBe(recordContent(payment))
    expect(recordKey(payment)).toBe('payment|p|s|1\\|2')
  })
})

describe('a file as a whole', () => {
  const refusal = async (...args: Parameters<typeof run>) => {
    const { outcome } = await run(...args)
    return 'refusal' in outcome ? outcome.refusal : outcome
  }

  it('is refused with what is missing when its columns are not understood', async () => {
    const found = await refusal('alpha,beta\n1,2\n', 'payments')
    expect(found).toMatchObject({
      rule: 'file.unmapped',
      columns: ['alpha', 'beta'],
      missing: [{ field: 'amount' }, { field: 'paymentNo' }],
    })
  })

  it('is refused by name when it is empty, of another kind or no table', async () => {
    expect(await refusal('', 'orders')).toMatchObject({ rule: 'file.empty' })
    expect(await refusal('just text', 'orders')).toMatchObject({ rule: 'file.no-table' })
    expect(await refusal('%PDF-1.7 …', 'orders')).toMatchObject({ rule: 'file.format' })
    expect(await refusal('<html><table>', 'orders')).toMatchObject({ rule: 'file.format' })
    const transactions = 'Order,Transaction ID,Kind,Processed at,Amount,Currency,Status,Gateway\n'
    expect(await refusal(transactions, 'orders')).toMatchObject({ rule: 'file.other-kind' })
    expect(await refusal(HEADER, 'orders', { profile: 'shopify-orders' })).toMatchObject({
      rule: 'file.unknown-profile',
    })
    expect(await refusal(HEADER, 'orders', { map: { orderNo: 'nope' } })).toMatchObject({
      rule: 'file.map-column',
    })
  })

  it('never throws, whatever the bytes are', async () => {
    const kinds = fc.constantFrom('orders', 'payments', 'waybills', 'goods' as const)
    const start = fc.constantFrom('', 'PK\u0003\u0004', HEADER, '订单号,金额\n', '\ufeff"')
    await fc.assert(
      fc.asyncProperty(kinds, start, fc.uint8Array({ maxLength: 300 }), async (kind, head, tail) => {
        const { outcome } = await run(Uint8Array.from([...new TextEncoder().encode(head), ...tail]), kind)
        if (outcome.ok) conserved(outcome.report)
        else expect(outcome).toHaveProperty('refusal.rule')
      }),
      { numRuns: 300 },
    )
  })

  it('follows a mapping: columns, joined columns, fixed values', async () => {
    const text = 'who;part;a;b\nx;1;2,50;3\nx;2;1,00;4\n'
    const map = { orderNo: 'who', sku: 'who+part', price: 'a', quantity: 'b', currency: '=EUR' }
    const { records, outcome } = await run(text, 'orders', { map })
    expect(outcome).toMatchObject({ ok: true, report: { amounts: { EUR: '11.5' } } })
    expect((records[0] as Order).lines.map((line) => line.sku)).toEqual(['x-1', 'x-2'])
  })

  it('decides the decimal mark by the whole file and refuses a comma that stays ambiguous', async () => {
    const map = { orderNo: 'n', price: 'p', quantity: 'q', sku: 's' }
    const ambiguous = await run('n;s;p;q\nA;x;1,234;1\nB;y;5;1\n', 'orders', { map })
    expect(reasons(ambiguous)).toEqual(['2 field.decimal-ambiguous'])
    expect(reportOf(ambiguous).questions?.map(({ id }) => id)).toContain('decimal')
    const decided = await run('n;s;p;q\nA;x;1,234;1\nB;y;5,5;1\n', 'orders', { map })
    expect(reportOf(decided).amounts).toEqual({ unspecified: '6.734' })
  })

  it('names numbers that Excel cut when the whole column shows it', async () => {
    const head = 'order id,sku,quantity,price\n'
    const cut = await run(`${head}123456789012345000,x,1,1.0\n123456789012346000,x,1,1.0\n`, 'orders')
    expect(reasons(cut)).toEqual(['2 excel.precision', '3 excel.precision'])
    const sound = await run(`${head}123456789012345000,x,1,1.0\n123456789012346789,x,1,1.0\n`, 'orders')
    expect(reasons(sound)).toEqual([])
    expect(sound.warnings.map((warning) => warning.rule)).toEqual(['excel.long-number'])
    const scientific = await run(`${head}1.23457E+17,x,1,1.0\n=A1,x,1,1.0\n"=""00012""",x,1,1.0\n`, 'orders')
    expect(reasons(scientific)).toEqual(['2 excel.scientific', '3 excel.formula'])
    expect((scientific.records[0] as Order).orderNo).toBe('00012')
  })

  it('stops at a batch boundary when it is cancelled, reports progress, and leaves no temporary runs', async () => {
    const signal = { aborted: false }
    const stages: string[] = []
    const spill = new MemorySpill()
    const rows = Array.from({ length: 3000 }, (_, i) => `N${i},2026-04-01,S,L,1,1,USD`).join('\n')
    const { outcome, items } = await run(bytesOf(HEADER + rows, 4096), 'orders', {
      signal,
      spill,
      onProgress: ({ stage, bytes, totalBytes, rows: count }) => {
        stages.push(stage)
        expect(bytes).toBeLessThanOrEqual(totalBytes ?? 0)
        if (stage === 'read' && count > 1000) signal.aborted = true
      },
    })
    expect(outcome).toEqual({ ok: false, cancelled: true })
    expect(items).toEqual([])
    expect(new Set(stages)).toEqual(new Set(['survey', 'read']))
    expect(spill.disposed).toBe(1)
  })

  it('reads UTF-16, GB18030 and windows-1252 as what they are', async () => {
    const text = `${HEADER}A1,2026-04-01,S,灯,1,1,USD\n`
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    expect(reportOf(await run(utf16, 'orders'))).toMatchObject({ encoding: 'utf-16le', rowsAccepted: 1 })
    const latin = Uint8Array.from(
      [...'order id,item name,quantity,price\nA1,Z\u00fcrich,1,1.5\n'].map((c) => c.charCodeAt(0)),
    )
    const western = await run(latin, 'orders')
    expect(reportOf(western).encoding).toBe('windows-1252')
    expect((western.records[0] as Order).lines[0]?.name).toBe('Zürich')
  })

  it('digests with whatever the caller passes', async () => {
    const { items } = await run(`${HEADER}A1,2026-04-01,S,L,1,1,USD\n`, 'orders', {
      digest: async (text) => digest(`salt${text}`),
    })
    expect(items[0]?.digest).toBe(digest(`salt${recordContent(items[0]!.record)}`))
  })
})
