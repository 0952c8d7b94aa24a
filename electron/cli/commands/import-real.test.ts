import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { reportOf, run } from '../../../test/fixtures/import/run'
import { realData } from '../../../test/support/real-data'
import type { RecordKind } from '#shared/model/import-report'

function content(path: string): Uint8Array {
  const bytes = readFileSync(join(realData!, path))
  return new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

/** Σ of decimal texts with up to four places, by a path of its own: whole ten-thousandths in a bigint. */
function total(values: Iterable<string>): string {
  let units = 0n
  for (const value of values) {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.')
    const size = BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0'))
    units += value.startsWith('-') ? -size : size
  }
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(5, '0')
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}

describe.runIf(realData)('Online Retail, 541,909 lines', () => {
  it('agrees with an independent count of rows, classes, kinds and the exact sum', async () => {
    const bytes = content('orders-large/online-retail-uci-full/onlineretail.csv.gz')
    const report = reportOf(await run(bytes, 'orders'))

    const line = /^"(.*?)","(.*?)",(?:"((?:[^"]|"")*)"|NA|),(-?\d+),"(.*?)",(-?[\d.]+),(\d*|NA),"(.*)"$/
    const classes: Record<string, number> = {}
    const invoices = new Map<string, { negative: boolean; zero: boolean }>()
    const products: string[] = []
    for (const text of new TextDecoder().decode(bytes).split('\n').slice(1)) {
      if (text === '') continue
      const match = line.exec(text)
      if (!match) throw new Error(text)
      const [, invoice = '', code = '', , quantity = '', , price = ''] = match
      const [whole = '', fraction = ''] = price.split('.')
      const thousandths = BigInt(quantity) * BigInt(whole + fraction.padEnd(3, '0'))
      const size = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0')
      products.push(`${thousandths < 0n ? '-' : ''}${size.slice(0, -3)}.${size.slice(-3)}`)
      const upper = code.toUpperCase()
      let name = 'goods'
      if (['POST', 'DOT', 'C2'].includes(upper)) name = 'freight'
      else if (upper === 'D') name = 'discount'
      else if (['BANK CHARGES', 'AMAZONFEE', 'CRUK', 'S'].includes(upper)) name = 'fee'
      else if (['M', 'B', 'PADS'].includes(upper) || upper.startsWith('GIFT')) name = 'adjustment'
      else if (quantity.startsWith('-')) name = 'return'
      else if (Number(price) === 0) name = 'gift'
      classes[name] = (classes[name] ?? 0) + 1
      const seen = invoices.get(invoice) ?? { negative: true, zero: true }
      invoices.set(invoice, {
        negative: seen.negative && quantity.startsWith('-'),
        zero: seen.zero && Number(price) === 0,
      })
    }
    const kinds: Record<string, number> = {}
    for (const [invoice, { negative, zero }] of invoices) {
      const plain = negative ? (zero ? 'adjustment' : 'cancellation') : 'order'
      const kind = invoice.startsWith('C') ? 'cancellation' : invoice.startsWith('A') ? 'adjustment' : plain
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    expect(products.length).toBe(541_909)
    expect(report).toMatchObject({ rowsRead: 541_909, rowsAccepted: 541_909, rowsRefused: 0, duplicates: 0 })
    expect(report.classes).toEqual(classes)
    expect(report.records.byKind).toEqual(kinds)
    expect(report.amounts).toEqual({ unspecified: total(products) })
    expect(report.warnings?.['row.repeated']).toBe(5268)
  }, 300_000)
})

describe.runIf(realData)('other public exports', () => {
  const partial = 'orders-large/olist-partial'
  const rowsOf = (path: string) =>
    new TextDecoder()
      .decode(content(path))
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .filter((cells) => cells.some((cell) => cell !== ''))

  it.each([
    ['items', `${partial}/olist_order_items_dataset.csv.gz`, 'orders', 5],
    ['payments', `${partial}/olist_order_payments_dataset.csv.gz`, 'payments', 4],
  ] as const)(
    'marketplace %s: rows and sums as an independent script counts them',
    async (_, path, kind, column) => {
      const rows = rowsOf(path)
      const report = reportOf(await run(content(path), kind))
      expect([report.rowsRead, report.rowsAccepted]).toEqual([rows.length, rows.length])
      expect(report.amounts).toEqual({ unspecified: total(rows.map((cells) => cells[column] ?? '')) })
    },
  )

  const expected: [
    path: string,
    kind: RecordKind,
    profile: string,
    rows: number,
    amounts: Record<string, string>,
  ][] = [
    ['shopify/creyox-orders_export_1.csv', 'orders', 'shopify-orders', 2, { INR: '230' }],
    ['shopify/nebjor-orders_export.csv', 'orders', 'shopify-orders', 4, { CHF: '101.7' }],
    ['shopify/nebjor-transactions_export.csv', 'payments', 'shopify-transactions', 4, { CHF: '120.85' }],
    ['amazon/settlement-flatfile-v1-2015.tsv', 'payments', 'amazon-settlement-v1', 4, { USD: '26.99' }],
    ['paypal/activity_en.csv', 'payments', 'paypal-activity', 76, { USD: '2927.78', EUR: '43.34', AUD: '0' }],
    ['paypal/empty_activity.csv', 'payments', 'paypal-activity', 0, {}],
    ['stripe/brknt-unified_payments.csv', 'payments', 'stripe-payments', 6, { USD: '240' }],
    ['stripe/unified_payments-header-only-2024.csv', 'payments', 'stripe-payments', 0, {}],
    [
      'chinese-statements/example-alipay-records.csv',
      'payments',
      'alipay-statement',
      10,
      { CNY: '222687.51' },
    ],
    [
      'chinese-statements/example-wechat-records.csv',
      'payments',
      'wechat-statement',
      27,
      { CNY: '29033.91' },
    ],
    ['chinese-statements/example-cmb-records.csv', 'payments', 'cmb-statement', 5, { CNY: '-779.14' }],
  ]
  it.each(expected)('%s', async (path, kind, profile, rows, amounts) => {
    const report = reportOf(await run(content(`platform-exports/${path}`), kind))
    expect([report.profile, report.rowsRead, report.rowsAccepted, report.amounts]).toEqual([
      profile,
      rows,
      rows,
      amounts,
    ])
  })
})
