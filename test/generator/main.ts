import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Order } from '#shared/model/order'
import { csvLine, paymentCells, paymentHeader, waybillCells, waybillHeader } from './csv'
import { encodeText, type FileEncoding } from './encode'
import { generate } from './generate'

/**
 * tsx test/generator/main.ts --orders ORDERS.ndjson --out DIR [--seed N] [--encoding utf-8|utf-8-bom|gb18030]
 * Writes truth.json first, then payments and waybills, each as NDJSON records and as CSV of our own templates.
 */
const { values } = parseArgs({
  options: {
    orders: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    encoding: { type: 'string', default: 'utf-8-bom' },
  },
})
if (!values.orders || !values.out) throw new Error('--orders and --out are needed')

const orders: Order[] = []
for await (const line of createInterface({ input: createReadStream(values.orders) })) {
  if (line !== '') orders.push(Order.parse(JSON.parse(line)))
}
const { truth, documents } = generate(orders, Number(values.seed))
await mkdir(values.out, { recursive: true })
const file = (name: string) => open(join(values.out as string, name), 'w')

const truthFile = await file('truth.json')
await truthFile.writeFile(`${JSON.stringify(truth, null, 1)}\n`)
await truthFile.sync()
await truthFile.close()

const encoding = values.encoding as FileEncoding
const [paymentCsv, waybillCsv, paymentRecords, waybillRecords] = await Promise.all(
  ['payments.csv', 'waybills.csv', 'payments.ndjson', 'waybills.ndjson'].map(file),
)
await paymentCsv?.write(encodeText(csvLine(paymentHeader), encoding))
await waybillCsv?.write(encodeText(csvLine(waybillHeader), encoding))
const bare: FileEncoding = encoding === 'utf-8-bom' ? 'utf-8' : encoding
for (const { payments, waybills } of documents()) {
  for (const payment of payments) {
    await paymentCsv?.write(encodeText(csvLine(paymentCells(payment)), bare))
    await paymentRecords?.write(`${JSON.stringify(payment)}\n`)
  }
  for (const waybill of waybills) {
    await waybillCsv?.write(encodeText(csvLine(waybillCells(waybill)), bare))
    await waybillRecords?.write(`${JSON.stringify(waybill)}\n`)
  }
}
await Promise.all([paymentCsv, waybillCsv, paymentRecords, waybillRecords].map((handle) => handle?.close()))
