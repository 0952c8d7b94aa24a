import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MatchReport } from '#shared/matching/report'
import { OrderMatch } from '#shared/matching/break'
import { dispatch } from '../run'

const source = { profile: 'test', firstRow: 2, lastRow: 2 }
const order = (orderNo: string) => ({
  record: 'order',
  kind: 'order',
  platform: 'p',
  shop: 's',
  orderNo,
  currency: 'USD',
  lines: [{ row: 2, class: 'goods', sku: 'A', name: 'A', quantity: '1', price: '10' }],
  source,
})
const payment = (paymentNo: string, orderNo: string, amount = '10') => ({
  record: 'payment',
  kind: 'payment',
  platform: 'p',
  shop: 's',
  paymentNo,
  orderNo,
  amount,
  currency: 'USD',
  source,
})
const waybill = (logisticsNo: string, orderNo: string) => ({
  record: 'waybill',
  kind: 'waybill',
  logisticsCode: 'C',
  logisticsNo,
  orderNo,
  source,
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, records: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, records.map((record) => JSON.stringify(record)).join('\n'))
  return path
}

async function run(payments: readonly unknown[], more: string[] = []) {
  const files = [
    ['--orders', await write('o', [order('1'), order('2')])],
    ['--payments', await write('p', payments)],
    ['--waybills', await write('w', [waybill('W1', '1'), waybill('W2', '2')])],
  ].flat()
  const notes: string[] = []
  let out: unknown
  const code = await dispatch(['match', ...files, ...more], {
    out: (document) => (out = document),
    note: (text) => notes.push(text),
  })
  return { code, out, notes: notes.join('\n') }
}
const sound = [payment('P1', '1'), payment('P2', '2')]

it('ends with 0 when everything agrees', async () => {
  const { code, out } = await run(sound)
  expect(code).toBe(0)
  expect(MatchReport.parse(out)).toMatchObject({ orders: 2, matched: 2, breaks: [], byKind: {} })
})

it('ends with 1 and lists every break, orphans too, and writes each order with --out', async () => {
  const path = join(folder, 'out.ndjson')
  const { code, out } = await run(
    [payment('P1', '1', '7'), payment('P9', '9')],
    ['--out', path, '--lang', 'en'],
  )
  expect(code).toBe(1)
  const report = MatchReport.parse(out)
  expect(report.byKind).toEqual({ 'payment-under': 1, 'payment-missing': 1, 'payment-orphan': 1 })
  expect(report.breaks[0]).toMatchObject({ effect: 'block', orderNo: '1', ours: '10 USD', theirs: '7 USD' })
  expect(report.breaks[0]?.fix).toMatch(/^Look for/)
  const lines = (await readFile(path, 'utf8')).trim().split('\n')
  expect(lines.map((line) => OrderMatch.parse(JSON.parse(line)).state)).toEqual(['blocked', 'pending'])
})

it('knows one payment number twice as two records', async () => {
  const { out } = await run([...sound, payment('P1', '1')])
  expect(MatchReport.parse(out).byKind).toEqual({ 'payment-duplicate': 1 })
})

it('honours a match made by hand, by business key', async () => {
  const manual = await write('m', [
    {
      order: 'order|p|s|1',
      payments: ['payment|p|s|P9'],
      waybills: [],
      reason: 'told by phone',
      who: 'officer',
      at: '2026-03-01T00:00:00Z',
    },
  ])
  const { code } = await run([payment('P9', 'other'), payment('P2', '2')], ['--manual', manual])
  expect(code).toBe(0)
})

it('never overwrites what it reads, and refuses settings that are no JSON', async () => {
  const same = await run([payment('P1', '1')], ['--out', join(folder, 'o')])
  expect([same.code, (await readFile(join(folder, 'o'), 'utf8')).includes('"record":"order"')]).toEqual([
    2,
    true,
  ])
  await writeFile(join(folder, 'bad'), '{')
  expect((await run([payment('P1', '1')], ['--config', join(folder, 'bad')])).code).toBe(2)
})

it('takes effects from a file and refuses what it does not know', async () => {
  const strict = await write('c', [{ effects: { 'payment-missing': 'block' } }])
  const { out } = await run([payment('P1', '1')], ['--config', strict])
  expect(MatchReport.parse(out)).toMatchObject({ blocked: 1, pending: 0 })
  const wrong = await write('c2', [{ effects: { 'payment-missing': 'perhaps' } }])
  expect((await run(sound, ['--config', wrong])).code).toBe(2)
})

it('compares orders without a currency in the one that nearly all payments are in, and says so', async () => {
  const bare = Array.from({ length: 20 }, (_, at) => ({ ...order(`${at}`), currency: undefined }))
  const files = [
    ['--orders', await write('bo', bare)],
    [
      '--payments',
      await write(
        'bp',
        bare.map((_, at) => ({ ...payment(`P${at}`, `${at}`), currency: at ? 'GBP' : 'EUR' })),
      ),
    ],
    [
      '--waybills',
      await write(
        'bw',
        bare.map((_, at) => waybill(`W${at}`, `${at}`)),
      ),
    ],
  ].flat()
  const notes: string[] = []
  let out: unknown
  await dispatch(['match', ...files], { out: (json) => (out = json), note: (text) => notes.push(text) })
  expect(MatchReport.parse(out).breaks).toMatchObject([
    { kind: 'payment-currency', orderNo: '0', ours: 'GBP' },
  ])
  expect(notes.join()).toContain('20 orders name no currency: GBP')
})

it('reports what it could explain beside the breaks', async () => {
  const { out } = await run([payment('P1', '1', '4'), payment('P1b', '1', '6'), payment('P2', '2')])
  expect(MatchReport.parse(out)).toMatchObject({
    breaks: [],
    notes: [{ kind: 'payment-parts', orderNo: '1' }],
  })
})

it('names the line that is no record', async () => {
  const { code, notes } = await run([payment('P1', '1'), { record: 'payment' }])
  expect(code).toBe(1)
  expect(notes).toContain('line 2')
})

it('ends with 2 when a file is not named or not there', async () => {
  const io = { out: () => {}, note: () => {} }
  expect(await dispatch(['match', '--orders', 'x'], io)).toBe(2)
  const files = ['--orders', join(folder, 'none'), '--payments', 'x', '--waybills', 'x']
  expect(await dispatch(['match', ...files], io)).toBe(2)
})
