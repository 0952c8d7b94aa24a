import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture, run } from '../../test/fixtures/import/run'
import type { Order } from '../model/order'
import { recordContent } from './key'
import { completeOrder, mendRows } from './mend'

async function refusedOrders() {
  const { outcome, refused, records } = await run(fixture('template-orders.csv'), 'orders')
  if (!outcome.ok) throw new Error('refused')
  const { report, header, decided } = outcome
  return {
    refused,
    records,
    request: { kind: 'orders' as const, profile: report.profile, header, options: decided },
  }
}

describe('mendRows', () => {
  it('reads corrected rows as the import would have, under their own row numbers', async () => {
    const { refused, request } = await refusedOrders()
    const corrected = refused.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => cell.replace('2026-04-31', '2026-04-30').replace(/^一$/, '3')),
    }))
    const mended = mendRows({ ...request, rows: corrected })
    expect(mended.refused).toEqual([])
    expect(mended.records).toMatchObject([
      { orderNo: 'DD1003', fileTime: '2026-04-30 10:00:00', lines: [{ row: 6 }] },
      { orderNo: 'DD1004', lines: [{ row: 7, quantity: '3' }] },
    ])
  })

  it('gives what is still wrong back with its reason', async () => {
    const { refused, request } = await refusedOrders()
    const again = mendRows({ ...request, rows: refused })
    expect(again.records).toEqual([])
    expect(again.refused.map(({ row, errors }) => [row, errors[0]?.rule])).toEqual([
      [6, 'field.instant'],
      [7, 'field.decimal'],
    ])
  })
})

describe('completeOrder', () => {
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
        const { records: parts } = mendRows({
          kind: 'orders',
          profile: outcome.report.profile,
          header: outcome.header,
          options: outcome.decided,
          rows,
        })
        const complete = completeOrder(stored, parts[0] as Order)
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
    expect(completeOrder(base, part)).toMatchObject({
      refusedRows: [5],
      country: 'DE',
      source: { firstRow: 2, lastRow: 4 },
    })
  })
})
