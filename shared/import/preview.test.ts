import { describe, expect, it } from 'vitest'
import { bytesOf, fixture, reportOf, run } from '../../test/fixtures/import/run'
import type { PreviewRequest } from './api'
import { errorSheet } from './error-sheet'
import { previewFile } from './preview'

async function preview(content: string | Uint8Array, over: Partial<PreviewRequest> = {}) {
  const outcome = await previewFile({
    bytes: bytesOf(content),
    fileName: 'file',
    kind: 'orders',
    decoder: (encoding) => new TextDecoder(encoding),
    ...over,
  })
  if (!outcome.ok) throw new Error(outcome.refusal.rule)
  return outcome.preview
}

describe('previewFile', () => {
  it('shows how a file is read and one order’s arithmetic', async () => {
    const shown = await preview(fixture('shopify-orders.csv'))
    expect(shown).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      missing: [],
    })
    expect(shown.candidates[0]?.profile).toBe('shopify-orders')
    expect(shown.columns.find((column) => column.header === 'Lineitem price')).toMatchObject({
      field: 'price',
      samples: ['29.90', '6.00', '0.00'],
    })
    expect(shown.arithmetic).toEqual({
      orderNo: '#2001',
      currency: 'EUR',
      goods: '65.8',
      discount: '5',
      freight: '7',
      tax: '4.15',
      computed: '71.95',
      total: '71.95',
    })
    expect(shown.questions.map(({ id }) => id)).toEqual(['shop'])
  })

  it('shows the difference when a mapping does not add up', async () => {
    const text = 'no;goods;count;each;sum\nA;x;2;5,00;12,50\n'
    const shown = await preview(text, {
      map: { orderNo: 'no', sku: 'goods', quantity: 'count', price: 'each', total: 'sum' },
    })
    expect(shown.arithmetic).toMatchObject({ goods: '10', computed: '10', total: '12.5', difference: '2.5' })
  })

  it('offers columns and missing fields of a file that nobody recognises', async () => {
    const shown = await preview('alpha\tbeta\n1\t2\n')
    expect(shown.delimiter).toBe('\t')
    expect(shown.columns.map(({ header, field }) => [header, field])).toEqual([
      ['alpha', undefined],
      ['beta', undefined],
    ])
    expect(shown.missing.map(({ field }) => field)).toEqual(['orderNo', 'price'])
    expect(shown.mapping).toEqual({})
  })

  it('gives a mapping that imports the same', async () => {
    const text = 'Order ID,Item SKU,Item Title,Qty,Price (EUR)\nA,x,Lamp,2,5.00\n'
    const { mapping } = await preview(text)
    expect(mapping).toEqual({
      currency: '=EUR',
      orderNo: 'Order ID',
      sku: 'Item SKU',
      name: 'Item Title',
      quantity: 'Qty',
      price: 'Price (EUR)',
    })
    expect(reportOf(await run(text, 'orders', { map: mapping })).amounts).toEqual({ EUR: '10' })
  })

  it('finds the header below a preamble', async () => {
    expect(await preview(fixture('wechat.csv'), { kind: 'payments' })).toMatchObject({
      headerRow: 7,
      encoding: 'utf-8-bom',
    })
  })
})

describe('errorSheet', () => {
  it('hands refused rows back so that, once corrected, they import', async () => {
    const { refused, outcome } = await run(fixture('template-orders.csv'), 'orders')
    const header = outcome.ok ? outcome.header : []
    const sheet = errorSheet(header, refused, 'zh')
    expect(sheet.header.slice(-3)).toEqual(['原行号', '错误原因', '处理办法'])
    expect(sheet.rows.map((row) => row.slice(-3, -1))).toEqual([
      ['6', '「下单时间」的值 2026-04-31 10:00:00 不是可识别的日期'],
      ['7', '「数量」的值 一 不是数字'],
    ])
    const corrected = [sheet.header, ...sheet.rows]
      .map((row) =>
        row.map((cell) => `"${cell.replace('2026-04-31', '2026-04-30').replace(/^一$/, '1')}"`).join(','),
      )
      .join('\n')
    expect(reportOf(await run(corrected, 'orders'))).toMatchObject({
      rowsRead: 2,
      rowsAccepted: 2,
      profile: 'template-orders',
    })
  })
})
