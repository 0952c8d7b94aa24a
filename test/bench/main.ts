import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { onlineRetail } from '../support/real-data'
import { benchBrowser, benchMastersInPage, buildPage, type BrowserBench } from './browser'
import { benchDomain } from './domain'
import { benchExchange } from './exchange/exchange'
import { exchangeTable, manyLine } from './exchange/table'
import { benchWaves, wavesTable } from './exchange/waves'
import { benchForex, type ForexBench } from './forex'
import { benchRebate, type RebateBench } from './rebate'
import { firstLines, retailLines } from './lines'
import { benchMessages, type MessageBench } from './messages'
import type { Step } from './step'
import { benchTariff } from './tariff'
import { table, type SizeResult } from './table'

const usage = `bench [--sizes 10000,100000,500000] [--input FILE.csv|FILE.csv.gz] [--generated] [--out DIR]
  Every step of the main job beside the bare work for the same result, in the same run.
  --sizes      lines of orders
  --input      invoice lines in the form of the UCI "Online Retail" set; without it that set where it lies beside the
               project, else generated lines of that form
  --generated  generated lines although the set is there
  --documents  documents of the exchange (10000,100000)
  --wave       queue so many documents at a time and forget those that are done, to see what is held besides their rows
  --clients    clients at one service at once (1000); 0: none
  --lists      lists of five lines, written, read and checked (100000)
  --tariff     lines of the tariff that is searched (40000)
  --receipts   payment lines of the pre-check of receipts, each with order, waybill and customs paper (100000)
  --claims     lines of the pre-check of a refund, each with its 关联号 and invoice line (100000)
  --masters    goods of a book that is opened anew, with 200 masters and a tariff of --tariff lines (10000)
  --part       steps, messages, tariff, masters, receipts, claims, exchange, all (all), or waves: our exchange alone,
               in waves of --wave (10000) documents, no longer than --seconds (840) for each of --documents
  --out        where bench.json goes (out)`

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,500000' },
    input: { type: 'string' },
    generated: { type: 'boolean', default: false },
    documents: { type: 'string', default: '10000,100000' },
    clients: { type: 'string', default: '1000' },
    lists: { type: 'string', default: '100000' },
    tariff: { type: 'string', default: '40000' },
    masters: { type: 'string', default: '10000' },
    receipts: { type: 'string', default: '100000' },
    claims: { type: 'string', default: '100000' },
    wave: { type: 'string' },
    seconds: { type: 'string', default: '840' },
    part: { type: 'string', default: 'all' },
    out: { type: 'string', default: join(import.meta.dirname, '../../out') },
    help: { type: 'boolean', default: false },
  },
})
const numbersOf = (list: string) => list.split(',').map(Number)
const does = (part: string) => values.part === 'all' || values.part === part
const sizes = does('steps') ? numbersOf(values.sizes) : []
const documents = does('exchange') ? numbersOf(values.documents) : []
const lists = does('messages') ? numbersOf(values.lists) : []
const tariffs = does('tariff') ? numbersOf(values.tariff) : []
const masters = does('masters') ? numbersOf(values.masters) : []
const receipts = does('receipts') ? numbersOf(values.receipts) : []
const claims = does('claims') ? numbersOf(values.claims) : []
const clients = Number(values.clients)
const isPart = [
  'all',
  'steps',
  'messages',
  'tariff',
  'masters',
  'receipts',
  'claims',
  'exchange',
  'waves',
].includes(values.part)
const wave = values.wave === undefined ? undefined : Number(values.wave)
const isSize = (size: number) => Number.isSafeInteger(size) && size >= 1000
if (
  values.help ||
  !isPart ||
  ![...sizes, ...documents, ...lists, ...tariffs, ...masters, ...receipts, ...claims, wave ?? 1000].every(
    isSize,
  ) ||
  !Number.isSafeInteger(clients)
) {
  process.stderr.write(`${usage}\n${values.help ? '' : 'sizes are whole numbers from 1000\n'}`)
  process.exit(values.help ? 0 : 2)
}

const input = values.generated ? undefined : (values.input ?? onlineRetail)
const whole = input === undefined ? undefined : await textOf(resolve(input))
process.stdout.write(`${input ?? 'generated lines'}; ${cpus().length} cores, Node ${process.version}\n`)

if (sizes.length + masters.length > 0) await buildPage()
// Once before anything is measured, so that the smallest size does not pay for the compiler.
if (sizes.length > 0) await benchDomain(bytesOf(2000))
const results: SizeResult[] = []
let chromium = ''
for (const size of sizes) {
  const file = bytesOf(size)
  const domain = await benchDomain(file)
  const browser = await benchBrowser(file, size)
  chromium = browser.version
  const result = { lines: size, steps: [...domain, ...storageSteps(browser), ...browser.steps] }
  results.push(result)
  process.stdout.write(`\n${table(result)}\n`)
}

const messages: (MessageBench & { lists: number })[] = []
for (const count of lists) {
  const result = { lists: count, ...(await benchMessages(count)) }
  messages.push(result)
  const { heap, keystroke } = result
  process.stdout.write(`\n${table({ lines: count, steps: result.steps })}\n`)
  process.stdout.write(
    `heap ${heap.join(' → ')} MB; a list of 100 lines is checked in ${keystroke.toFixed(2)} ms\n`,
  )
}

const tariff: SizeResult[] = []
for (const size of tariffs) {
  const result = { lines: size, steps: await benchTariff(size) }
  tariff.push(result)
  process.stdout.write(`\n${table(result)}\n`)
}

const parties = 200
for (const goods of masters) {
  const size = { goods, parties, tariff: numbersOf(values.tariff)[0]! }
  const result = { lines: goods, steps: await benchMastersInPage(size) }
  tariff.push(result)
  process.stdout.write(`\n${table(result)}\n`)
}

const receiptResults: (ForexBench & { lines: number })[] = []
if (receipts.length > 0) await benchForex(2000)
for (const count of receipts) {
  const result = { lines: count, ...(await benchForex(count)) }
  receiptResults.push(result)
  process.stdout.write(`\n${table({ lines: count, steps: result.steps })}\n`)
  process.stdout.write(
    `heap ${result.heap} MB with input and report; ${result.ready} receipts can be presented\n`,
  )
}

const claimResults: (RebateBench & { lines: number })[] = []
if (claims.length > 0) await benchRebate(2000)
for (const count of claims) {
  const result = { lines: count, ...(await benchRebate(count)) }
  claimResults.push(result)
  process.stdout.write(`\n${table({ lines: count, steps: result.steps })}\n`)
  process.stdout.write(`\nby processor time\n${table({ lines: count, steps: result.processor })}\n`)
  process.stdout.write(`heap ${result.heap} MB with facts and result; ${result.blocking} blocking findings\n`)
}

const { exchange, many } =
  documents.length === 0
    ? { exchange: [], many: [] }
    : await benchExchange(
        documents,
        clients,
        wave,
        (text) => void process.stderr.write(`${text}\n`),
        (result) => void process.stdout.write(`\n${exchangeTable(result)}\n`),
      )
for (const one of many) process.stdout.write(`\n${manyLine(one)}\n`)

const waves =
  values.part === 'waves'
    ? await benchWaves(
        numbersOf(values.documents),
        wave ?? 10_000,
        Number(values.seconds),
        (result) => void process.stdout.write(`\n${wavesTable(result)}\n`),
      )
    : []

const machine = {
  cores: cpus().length,
  cpu: cpus()[0]?.model,
  memory: totalmem(),
  load: loadavg(),
  node: process.version,
  chromium,
}
const report = {
  at: new Date().toISOString(),
  input: input ?? null,
  machine,
  results,
  messages,
  receipts: receiptResults,
  claims: claimResults,
  tariff,
  exchange,
  many,
  waves,
}
await mkdir(values.out, { recursive: true })
await writeFile(join(values.out, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(`\n${join(values.out, 'bench.json')}\n`)

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  return new TextDecoder().decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

function bytesOf(lines: number): Uint8Array {
  return new TextEncoder().encode(whole === undefined ? retailLines(lines, 7) : firstLines(whole, lines))
}

function storageSteps({ data }: BrowserBench): Step[] {
  const words = { count: data.orders, unit: 'orders of 5 lines' }
  return [
    {
      step: 'seal + store',
      ms: data.blocks.write,
      bare: 'put of the same bytes',
      bareMs: data.raw.write,
      ...words,
    },
    {
      step: 'projection load',
      ms: data.projection.load,
      bare: 'read and JSON.parse of the same bytes',
      bareMs: data.raw.read,
      ...words,
    },
    {
      step: 'seal + open, SM4',
      ms: data.sm4.alone.sm4,
      bare: 'the same with AES',
      bareMs: data.sm4.alone.aes,
      ...{ count: data.sm4.alone.bytes / 1_000_000, unit: 'MB in blocks' },
    },
    {
      step: 'seal + store, SM4',
      ms: data.sm4.write,
      bare: 'the same with AES',
      bareMs: data.blocks.write,
      ...words,
    },
    {
      step: 'projection load, SM4',
      ms: data.sm4.load,
      bare: 'the same with AES',
      bareMs: data.projection.load,
      ...words,
    },
  ]
}
