import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run } from '../../test/fixtures/import/run'
import type { ImportReport } from '../model/import-report'
import type { Order, OrderLine } from '../model/order'
import { recordContent } from './key'
import { addMended, completeRecord, inOwnRows, mendedFile, withRefusedRows } from './mended-file'

const orderLine = (row: number, quantity = '1'): OrderLine => ({
  row,
  class: 'goods',
  sku: `S${row}`,
  name: '',
  quantity,
  price: '2.00',
})
const order = (over: Partial<Order>): Order => ({
  record: 'order',
  kind: 'order',
  platform: 'shopify',
  shop: 'main',
  orderNo: '#1',
  lines: [],
  source: { profile: 'shopify-orders', firstRow: 5, lastRow: 6 },
  ...over,
})
const report: ImportReport = {
  file: 'a.csv',
  profile: 'p',
  encoding: 'utf-8',
  rowsRead: 10,
  rowsAccepted: 7,
  rowsRefused: 3,
  duplicates: 0,
  updated: 0,
  records: { byKind: { order: 6 } },
  classes: { goods: 7 },
  amounts: { USD: '20.10' },
}

describe('mended rows', () => {
  it('are a file whose cells come back as they were written', async () => {
    const text: string[] = []
    const cells = ['a,b', 'say "x"', 'two\nlines', ' 空 ']
    const file = mendedFile(['h1', 'h2', 'h3', 'h4'], [{ row: 9, cells }], (each) => {
      text.push(each)
      return new Uint8Array(each.length)
    })
    expect(text[0]).toBe('\ufeffh1,h2,h3,h4\r\n"a,b","say ""x""","two\nlines", 空 \r\n')
    expect(file.size).toBe(text[0]!.length)
  })

  it('get their place in the original file back', () => {
    const read = order({
      lines: [orderLine(2)],
      refusedRows: [3],
      source: { profile: 'p', firstRow: 2, lastRow: 3 },
    })
    const own = inOwnRows(read, (row) => [41, 57][row - 2]!)
    expect(own.lines[0]!.row).toBe(41)
    expect(own.refusedRows).toEqual([57])
    expect(own.source).toMatchObject({ firstRow: 41, lastRow: 57 })
  })
})

describe('an order and its mended rows', () => {
  const header = '订单号,下单时间,货号,商品名称,数量,单价,币制'
  const cells = (i: number) => ['A1', '2026-04-01', `S${i}`, 'Lamp', String(i + 1), '1.5', 'USD']

  it('makes the order that a file without faults would have made, whichever rows were refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), async (bad) => {
        fc.pre(bad.includes(true) && bad.includes(false))
        const text = (broken: boolean) =>
          [
            header,
            ...bad.map((is, i) =>
              cells(i)
                .with(4, is && broken ? 'x' : String(i + 1))
                .join(','),
            ),
          ].join('\n')
        const whole = (await run(text(false), 'orders')).records[0] as Order
        const { records, refused, outcome } = await run(text(true), 'orders')
        const [stored] = records as Order[]
        if (!stored || !outcome.ok) throw new Error('no order')
        expect(stored.refusedRows).toEqual(refused.map(({ row }) => row))
        const rows = refused.map(({ row }) => ({ row, cells: cells(row - 2) }))
        const encode = (each: string) => new TextEncoder().encode(each)
        const again = await run(mendedFile(outcome.header, rows, encode), 'orders', {
          profile: outcome.report.profile,
          options: outcome.decided,
        })
        const part = inOwnRows(again.records[0] as Order, (row) => rows[row - 2]!.row)
        const complete = withRefusedRows(completeRecord(stored, part), [])
        expect(complete).toEqual(whole)
        expect(recordContent(complete)).toBe(recordContent(whole))
      }),
    )
  })

  it('keeps the rows that are still missing', () => {
    const base: Order = {
      record: 'order',
      kind: 'order',
      platform: '',
      shop: '',
      orderNo: 'A',
      lines: [],
      refusedRows: [3, 5],
      source: { profile: 'x', firstRow: 2, lastRow: 4 },
    }
    const line = { row: 3, class: 'goods' as const, sku: 's', name: 'n', quantity: '1', price: '1' }
    const part: Order = {
      ...base,
      refusedRows: undefined,
      lines: [line],
      country: 'DE',
      source: { profile: 'x', firstRow: 3, lastRow: 3 },
    }
    expect(completeRecord(base, part)).toMatchObject({
      refusedRows: [5],
      country: 'DE',
      source: { firstRow: 2, lastRow: 4 },
    })
  })
})

describe('the rows an order lacks', () => {
  it('are kept once, in order, and an order that lacks none does not say so', () => {
    const lacking = order({ refusedRows: [8] })
    expect(withRefusedRows(lacking, [8, 6, 8]).refusedRows).toEqual([6, 8])
    expect('refusedRows' in withRefusedRows(lacking, [])).toBe(false)
  })
})

describe('the counts after mending', () => {
  it('still add up, count a completed order once, and sum amounts exactly', () => {
    const again: ImportReport = {
      ...report,
      rowsRead: 3,
      rowsAccepted: 2,
      rowsRefused: 0,
      duplicates: 1,
      records: { byKind: { order: 2 } },
      classes: { goods: 1, gift: 1 },
      amounts: { USD: '0.20', EUR: '1.00' },
    }
    const after = addMended(report, again, { order: 1 })
    expect(after.rowsRead).toBe(after.rowsAccepted + after.rowsRefused + after.duplicates)
    expect(after).toMatchObject({
      rowsAccepted: 9,
      rowsRefused: 0,
      duplicates: 1,
      records: { byKind: { order: 7 } },
      classes: { gift: 1, goods: 8 },
      amounts: { EUR: '1', USD: '20.3' },
    })
  })
})
