import { describe, expect, it } from 'vitest'
import { reasons, reportOf, run } from '../../test/fixtures/import/run'
import type { Order } from '../model/order'
import { MOST_ROWS_OF_KEY } from './group'

const HEADER = 'order id,item name,quantity,unit price,currency'
const ROWS = ['A1,lamp,2,2.50,USD', 'A2,desk,1,5,USD']
const lines = (...rows: string[]) => `${rows.join('\n')}\n`
const refusal = async (...given: Parameters<typeof run>) => {
  const { outcome } = await run(...given)
  if (outcome.ok || !('refusal' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.refusal
}

describe('lines that are no records', () => {
  it.each([
    ['合计,,3,10,'],
    ['Total,,3,,10'],
    [',总计：,3,10,'],
    ['Grand Total,Grand Total,3,10,'],
    ['Sum:,,,,10'],
    ['合计,2件,3,10,'],
  ])('keeps the totals %s out of rows and sums', async (total) => {
    const report = reportOf(await run(lines(HEADER, ...ROWS, total), 'orders'))
    expect(report).toMatchObject({ rowsRead: 2, rowsAccepted: 2, amounts: { USD: '10' } })
    expect(report.warnings).toEqual({ 'row.total': 1 })
  })

  it('keeps a record whose goods are called a total', async () => {
    const report = reportOf(await run(lines('name,order id,quantity,price', 'Total,A1,1,5'), 'orders'))
    expect([report.rowsAccepted, report.amounts]).toEqual([1, { unspecified: '5' }])
  })

  it('leaves out the heading of a further page, and its translation', async () => {
    const again = reportOf(await run(lines(HEADER, ROWS[0]!, HEADER.toUpperCase(), ROWS[1]!), 'orders'))
    expect(again).toMatchObject({ rowsRead: 2, rowsAccepted: 2, warnings: { 'row.heading': 1 } })
    const translated = lines('运单号,订单号,收件人', 'Tracking Number,Order ID,Recipient', 'W1,A1,Ann')
    expect(reportOf(await run(translated, 'waybills'))).toMatchObject({ rowsRead: 1, rowsAccepted: 1 })
  })

  it('takes the Ctrl+Z of old programs for the end', async () => {
    expect(reportOf(await run(`${lines(HEADER, ...ROWS)}\u001a`, 'orders')).rowsRead).toBe(2)
  })
})

describe('a quote that was lost', () => {
  it('refuses its row alone when a later row is quoted too', async () => {
    const imported = await run(lines(HEADER, 'A1,"lamp,2,2.50,USD', 'A2,"desk, big",1,5,USD'), 'orders')
    expect(reportOf(imported)).toMatchObject({ rowsRead: 2, rowsAccepted: 1, rowsRefused: 1 })
    expect(reasons(imported)).toContain('2 row.open-quote')
  })
})

describe('columns', () => {
  it('maps columns of one name, and columns without any, by their place', async () => {
    const text = lines('order id,name,name,,,note', 'A1,Ann,lamp,2.50,3,')
    const map = { orderNo: 'order id', name: 'name#2', price: '#4', quantity: '#5' }
    const imported = await run(text, 'orders', { map })
    expect((imported.records[0] as Order).lines).toMatchObject([
      { name: 'lamp', quantity: '3', price: '2.5' },
    ])
  })

  it('takes the first row of a file without a header when the mapping has positions alone', async () => {
    const map = { orderNo: '#1', name: '#2', price: '#3', currency: '=USD' }
    const imported = await run(lines('A1,lamp,2.50', 'A2,desk,5'), 'orders', { map })
    expect(reportOf(imported)).toMatchObject({ rowsRead: 2, rowsAccepted: 2, amounts: { USD: '7.5' } })
    expect((imported.records[1] as Order).source).toMatchObject({ firstRow: 2 })
  })

  it('takes a list of numbers for a table when a mapping says what they are', async () => {
    const { records } = await run(lines('运单', 'W1', 'W2'), 'waybills', { map: { logisticsNo: '运单' } })
    expect(records).toMatchObject([{ logisticsNo: 'W1' }, { logisticsNo: 'W2' }])
  })

  it('adds amounts, joins the parts of a number with a dash and other parts with a blank', async () => {
    const text = lines(
      'no,part,day,time,net,vat,to',
      'A,1,2026-03-14,09:10,10.00,1.90,x',
      'A,2,2026-03-14,,5,,y',
    )
    const map = { orderNo: 'no+part', orderedAt: 'day+time', price: 'net+vat', address: 'to+part' }
    const { records } = await run(text, 'orders', { map, options: { timezone: 'UTC' } })
    expect(records).toMatchObject([
      { orderNo: 'A-1', orderedAt: '2026-03-14T09:10:00+00:00', address: 'x 1', lines: [{ price: '11.9' }] },
      { orderNo: 'A-2', orderedAt: '2026-03-14T00:00:00+00:00', address: 'y 2', lines: [{ price: '5' }] },
    ])
  })

  it('refuses a fixed value that its field cannot take, and reads one that it can', async () => {
    const text = lines('no,price', 'A1,5')
    const bad = { orderNo: 'no', price: 'price', currency: '=money' }
    expect(await refusal(text, 'orders', { map: bad })).toMatchObject({
      rule: 'file.map-column',
      missing: [{ field: 'currency' }],
    })
    const good = await run(text, 'orders', { map: { ...bad, currency: '=美元' } })
    expect(reportOf(good).amounts).toEqual({ USD: '5' })
  })

  it('hands back what it recognised as a mapping to complete', async () => {
    const { map } = await refusal(lines('品名,数量,甲', '灯,1,5'), 'orders')
    expect(map).toEqual({ name: '品名', quantity: '数量', orderNo: '', price: '' })
  })
})

describe('currency', () => {
  it('is what the header of the amount says', async () => {
    const report = reportOf(await run(lines('订单号,商品名称,数量,单价(美元)', 'A1,灯,2,2.5'), 'orders'))
    expect(report.amounts).toEqual({ USD: '5' })
    expect(report.questions?.map(({ id }) => id)).not.toContain('currency')
  })

  it('is nobody’s guess when headers disagree', async () => {
    const text = lines('订单号,数量,单价(美元),订单总额(人民币)', 'A1,2,2.5,36')
    expect(reportOf(await run(text, 'orders')).amounts).toEqual({ unspecified: '5' })
  })

  it('is what the mark beside an amount says, row by row, and asked where a mark names several', async () => {
    const text = (third: string) => lines('order id\tqty\tprice', 'A1\t1\t£10.00', 'A2\t1\tUS $2.50', third)
    const marked = reportOf(await run(text('A3\t1\t€5'), 'orders'))
    expect(marked.amounts).toEqual({ GBP: '10', USD: '2.5', EUR: '5' })
    expect(marked.questions?.map(({ id }) => id)).not.toContain('currency')
    const open = reportOf(await run(text('A3\t1\t$5'), 'orders'))
    expect(open.amounts).toEqual({ GBP: '10', USD: '2.5', unspecified: '5' })
    expect(open.questions?.map(({ id }) => id)).toContain('currency')
  })

  it('remarks an order whose rows are marked differently', async () => {
    const { warnings } = await run(lines('order id,qty,price', 'A1,1,£10', 'A1,1,€5'), 'orders')
    expect(warnings.map(({ rule }) => rule)).toEqual(['order.head-differs'])
  })
})

describe('day and time of day', () => {
  it.each([
    ['交易流水号,交易日期,交易时间,收入', 'L1,20260314,091011,5'],
    ['transaction id,posting date,timestamp,amount', 'L1,2026-03-14,09:10:11,5'],
  ])('are read together from %s', async (head, row) => {
    const { records } = await run(lines(head, row), 'payments', { options: { timezone: 'UTC' } })
    expect(records).toMatchObject([{ paidAt: '2026-03-14T09:10:11+00:00' }])
  })

  it('are not joined where the column holds whole times', async () => {
    const text = lines('交易流水号,记账日期,交易时间,收入', 'L1,20260315,2026-03-14 09:10:11,5')
    const { records } = await run(text, 'payments', { options: { timezone: 'UTC' } })
    expect(records).toMatchObject([{ paidAt: '2026-03-14T09:10:11+00:00' }])
  })
})

describe('money that goes back', () => {
  it('is a refund on an order when no column says what it is', async () => {
    const { records } = await run(lines('payment id,order id,amount', 'P1,A1,-5', 'P2,,-9'), 'payments')
    expect(records.map(({ kind }) => kind)).toEqual(['refund', 'other'])
    const typed = await run(lines('payment id,order id,amount,type', 'P1,A1,-5,Commission due'), 'payments')
    expect(typed.records.map(({ kind }) => kind)).toEqual(['other'])
  })
})

describe('weights', () => {
  it('are in the unit that stands beside them, else in that of the column', async () => {
    const mixed = lines('运单号,订单号,重量(g)', 'W1,A1,350', 'W2,A2,0.5kg', 'W3,A3,1 千克')
    const { records } = await run(mixed, 'waybills')
    expect(records).toMatchObject([{ grossWeight: '0.35' }, { grossWeight: '0.5' }, { grossWeight: '1' }])
    const marked = await run(lines('运单号,订单号,重量', 'W1,A1,350g'), 'waybills')
    expect(reportOf(marked).questions).toBeUndefined()
  })
})

describe('a price of an unknown name', () => {
  it('is asked for, because goods would count for nothing', async () => {
    const text = lines('order id,sku,qty,catalogue price', 'A1,S,2,5')
    expect(await refusal(text, 'orders')).toMatchObject({
      rule: 'file.unmapped',
      missing: [{ field: 'price' }],
      map: { orderNo: 'order id', sku: 'sku', quantity: 'qty', price: '' },
    })
    const none = await run(lines('order id,sku,qty,shipping price', 'A1,S,2,5'), 'orders')
    expect(reportOf(none).warnings).toMatchObject({ 'field.price-unmapped': 1 })
  })
})

describe('a price of which platforms differ in what they mean', () => {
  it('is read as the unit price and marked as unsettled, unless a mapping says what it is', async () => {
    const text = lines('order number,sku,quantity,sold for', 'A1,S,2,$5')
    const read = reportOf(await run(text, 'orders'))
    expect(read).toMatchObject({ amounts: { unspecified: '10' }, warnings: { 'field.meaning-open': 1 } })
    const map = { orderNo: 'order number', sku: 'sku', quantity: 'quantity', lineTotal: 'sold for' }
    const said = reportOf(await run(text, 'orders', { map }))
    expect(said.amounts).toEqual({ unspecified: '5' })
    expect(said.warnings).toBeUndefined()
  })
})

describe('tables of one export that belong together', () => {
  const payments = lines(
    'order_id,payment_sequential,payment_type,payment_value',
    'A1,1,voucher,3',
    'A1,2,card,7.9',
  )

  it('reads a line for each piece, with the freight of the lines', async () => {
    const text = lines(
      'order_id,order_item_id,product_id,price,freight_value',
      'A1,1,P,4.95,0.50',
      'A1,2,P,4.95,0.50',
    )
    const { outcome, records } = await run(text, 'orders')
    expect(reportOf({ outcome } as never)).toMatchObject({ rowsRead: 2, amounts: { unspecified: '9.9' } })
    expect(records).toMatchObject([
      { orderNo: 'A1', freight: '1', lines: [{ sku: 'P', quantity: '1' }, { sku: 'P' }] },
    ])
  })

  it('numbers payments by order and sequence', async () => {
    const { records } = await run(payments, 'payments')
    expect(records.map((record) => 'paymentNo' in record && record.paymentNo)).toEqual(['A1-1', 'A1-2'])
  })

  it('says which kind the columns are more like, and of no order that its file has no goods for it', async () => {
    expect(await refusal(payments, 'orders')).toMatchObject({
      rule: 'file.unmapped',
      fix: {
        zh: expect.stringContaining('更像「收款单」') as string,
        en: expect.stringContaining('--kind payments') as string,
      },
    })
    const customers = await refusal(lines('customer_id,customer_city', 'C,Lyon'), 'orders')
    expect(customers.fix.zh).toMatch(/^为缺少的字段指定列/)
    const heads = lines('order_id,order_status,order_purchase_timestamp', 'A1,shipped,2026-03-14 09:10:00')
    const imported = await run(heads, 'orders')
    expect(reportOf(imported)).toMatchObject({ rowsAccepted: 1, warnings: { 'order.no-lines': 1 } })
  })
})

describe('a file of heads after the file of goods', () => {
  it('never takes goods away, also by an update', async () => {
    const goods = await run(lines('order_id,sku,price', 'A1,P,5'), 'orders')
    const known = new Map(goods.items.map(({ key, digest }) => [key, { digest, declared: false }]))
    const heads = lines('order_id,order_status,order_date', 'A1,shipped,2026-03-14 09:10:00')
    for (const update of [false, true]) {
      const imported = await run(heads, 'orders', { existing: async () => known, update })
      expect(reasons(imported)).toEqual(['2 record.no-lines'])
      expect(imported.records).toEqual([])
    }
    const whole = lines('order_id,sku,price,order_status', 'A1,P,5,shipped')
    const updated = await run(whole, 'orders', { existing: async () => known, update: true })
    expect(reportOf(updated)).toMatchObject({ rowsAccepted: 1, updated: 1 })
  })
})

describe('a header without rows', () => {
  it('is read, and remarked', async () => {
    const report = reportOf(await run(lines(HEADER), 'orders'))
    expect(report).toMatchObject({ rowsRead: 0, warnings: { 'row.none': 1 } })
    expect(reportOf(await run(lines(HEADER, ...ROWS), 'orders')).warnings).toBeUndefined()
  })
})

describe('dates with dots', () => {
  const of = (...days: string[]) =>
    run(lines('order id,order date,sku,price', ...days.map((day, n) => `A${n},${day},S,1`)), 'orders', {
      options: { timezone: 'UTC' },
    })

  it('have the day first where nothing else decides', async () => {
    const imported = await of('01.09.2025', '02.09.2025')
    expect(imported.records).toMatchObject([{ businessDay: '2025-09-01' }, { businessDay: '2025-09-02' }])
    expect(reportOf(imported).questions?.map(({ id }) => id)).not.toContain('dateOrder')
  })

  it('have it not where another date of the file says otherwise', async () => {
    expect((await of('01.09.2025', '9.13.2025')).records).toMatchObject([
      { businessDay: '2025-01-09' },
      { businessDay: '2025-09-13' },
    ])
    expect(reportOf(await of('01.09.2025', '02/09/2025')).questions?.map(({ id }) => id)).toContain(
      'dateOrder',
    )
  })
})

describe('a column that holds no numbers', () => {
  it('is refused before it fills the memory', async () => {
    const rows = Array.from({ length: MOST_ROWS_OF_KEY + 1 }, (_, i) => `shop,S${i},1,1`)
    expect(await refusal(lines('order id,sku,qty,price', ...rows), 'orders')).toMatchObject({
      rule: 'file.one-key',
      message: { zh: expect.stringContaining('shop') as string },
    })
  })
})

describe('files that are no table', () => {
  it.each([
    ['file.empty', ' \n\n'],
    ['file.format', '[{"order id": "A1", "price": "2"}]'],
    ['file.format', '[\n  ["AF", "AFG"],\n  ["AL", "ALB"]\n]\n'],
    ['file.format', '<?xml version="1.0"?>\n<Workbook><Row/></Workbook>'],
    ['file.format', '  <table><tr><td>order id</td></tr></table>'],
    ['file.binary', `${'\u0000\u0001\u0002order id,price'.repeat(50)}\n`],
  ])('says %s', async (rule, text) => {
    expect(await refusal(text, 'orders')).toMatchObject({ rule })
  })
})
