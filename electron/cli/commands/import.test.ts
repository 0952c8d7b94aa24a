import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportReport } from '#shared/model/import-report'
import { Order } from '#shared/model/order'
import { ImportError, ImportRefusal } from '../import-reports'
import { dispatch } from '../run'
import { TempSpill } from '../io/temp-spill'
import { TextWriter } from '../io/text-writer'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/import/${name}`, import.meta.url))

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function importCli(file: string, ...args: string[]) {
  const documents: unknown[] = []
  let notes = ''
  const io = { out: (document: unknown) => documents.push(document), note: (text: string) => (notes += text) }
  const code = await dispatch(['import', file, ...args], io)
  return { code, documents, report: documents[0] as ImportReport, notes }
}

const lines = async (name: string) =>
  (await readFile(join(folder, name), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

describe('yiguan import', () => {
  it('writes report, records and errors that keep to their schemas', async () => {
    const out = join(folder, 'out.ndjson')
    const errors = join(folder, 'errors.json')
    const { code, report } = await importCli(
      fixture('template-orders.csv'),
      '--kind',
      'orders',
      '--out',
      out,
      '--errors',
      errors,
    )
    expect(code).toBe(1)
    expect(ImportReport.parse(report)).toEqual(report)
    expect(Object.keys(report).slice(0, 11)).toEqual([
      'file',
      'profile',
      'encoding',
      'rowsRead',
      'rowsAccepted',
      'rowsRefused',
      'duplicates',
      'updated',
      'records',
      'classes',
      'amounts',
    ])
    const records = await lines('out.ndjson')
    expect(records.map((record) => Order.strict().parse(record).orderNo)).toEqual([
      'DD1001',
      'DD1002',
      'DD1004',
    ])
    expect(JSON.parse(await readFile(errors, 'utf8'))).toEqual([
      {
        row: 6,
        column: '下单时间',
        value: '2026-04-31 10:00:00',
        rule: 'field.instant',
        message: '「下单时间」的值 2026-04-31 10:00:00 不是可识别的日期',
        fix: expect.stringContaining('dateOrder') as string,
      },
      expect.objectContaining({ row: 7, column: '数量', value: '一', rule: 'field.decimal' }),
    ])
    expect(
      ImportError.strict()
        .array()
        .safeParse(JSON.parse(await readFile(errors, 'utf8'))).success,
    ).toBe(true)
    expect((await readdir(folder)).sort()).toEqual(['errors.json', 'out.ndjson'])
  })

  it('speaks English when asked, and writes an empty list when nothing is wrong', async () => {
    const errors = join(folder, 'errors.json')
    await importCli(fixture('template-orders.csv'), '--kind', 'orders', '--errors', errors, '--lang', 'en')
    expect(await readFile(errors, 'utf8')).toContain('is not a number')
    const { code } = await importCli(fixture('shopify-orders.csv'), '--kind', 'orders', '--errors', errors)
    expect([code, JSON.parse(await readFile(errors, 'utf8'))]).toEqual([0, []])
  })

  it('reads what a refund is claimed on: an invoice of several rows is one record, and a duplicate the second time', async () => {
    const out = join(folder, 'invoices.ndjson')
    const first = await importCli(fixture('template-invoices.csv'), '--kind', 'invoices', '--out', out)
    expect(first.report.records.byKind).toEqual({ vatOrdinary: 1, vatSpecial: 1 })
    expect(await lines('invoices.ndjson')).toMatchObject([
      { record: 'invoice', number: '26112000000000000001', refusedRows: [3] },
      { record: 'invoice', number: '26112000000000000002' },
    ])
    const again = await importCli(fixture('template-invoices.csv'), '--kind', 'invoices', '--against', out)
    expect(again.report).toMatchObject({ rowsAccepted: 0, duplicates: 2, rowsRefused: 1 })
    for (const kind of ['declarations', 'rates', 'exchange-rates', 'tariff', 'code-changes']) {
      const { report } = await importCli(fixture(`template-${kind}.csv`), '--kind', kind)
      expect(report).toMatchObject({ profile: `template-${kind}` })
    }
  })

  it('finds duplicates and changes against what it wrote before', async () => {
    const out = join(folder, 'first.ndjson')
    const copy = join(folder, 'again.csv')
    await importCli(fixture('online-retail.csv'), '--kind', 'orders', '--out', out)
    const same = await importCli(fixture('online-retail.csv'), '--kind', 'orders', '--against', out)
    expect(same.report).toMatchObject({ rowsRead: 13, rowsAccepted: 0, rowsRefused: 0, duplicates: 13 })
    await copyFile(fixture('online-retail.csv'), copy)
    await writeFile(
      copy,
      (await readFile(copy, 'utf8')).replace(
        '"700002","10002","TIN ""KEEP CALM"" SIGN",2',
        '"700002","10002","TIN",3',
      ),
    )
    const refused = await importCli(copy, '--kind', 'orders', '--against', out)
    expect([refused.code, refused.report.rowsRefused, refused.report.duplicates]).toEqual([1, 2, 11])
    const updated = await importCli(copy, '--kind', 'orders', '--against', out, '--update')
    expect([updated.code, updated.report.rowsAccepted, updated.report.updated]).toEqual([0, 2, 2])
  })

  it('finds payments again that share a number', async () => {
    const out = join(folder, 'payments.ndjson')
    const file = join(folder, 'twice.csv')
    await writeFile(file, '支付流水,订单号,金额\nP1,A,5\nP1,A,5\nP2,B,7\n')
    await importCli(file, '--kind', 'payments', '--out', out)
    const again = await importCli(file, '--kind', 'payments', '--against', out)
    expect(again.report).toMatchObject({ rowsAccepted: 0, duplicates: 3 })
  })

  it('answers options that the file leaves open and refuses unknown ones', async () => {
    const open = await importCli(fixture('online-retail.csv'), '--kind', 'orders')
    expect(open.report.questions?.map(({ id }) => id)).toEqual(['currency', 'timezone', 'platform', 'shop'])
    expect(open.notes).toContain('currency')
    const args = ['currency=GBP', 'timezone=Europe/London', 'platform=own', 'shop=uk'].flatMap((option) => [
      '--option',
      option,
    ])
    const told = await importCli(fixture('online-retail.csv'), '--kind', 'orders', ...args)
    expect([told.report.questions, Object.keys(told.report.amounts)]).toEqual([undefined, ['GBP']])
    expect(
      (await importCli(fixture('online-retail.csv'), '--kind', 'orders', '--option', 'timezone=Mars/One'))
        .code,
    ).toBe(2)
    expect(
      (await importCli(fixture('online-retail.csv'), '--kind', 'orders', '--option', 'nonsense=1')).code,
    ).toBe(2)
  })

  it('answers an unreadable file with a document that says how to map it', async () => {
    const file = join(folder, 'x.csv')
    const map = join(folder, 'map.json')
    await writeFile(file, 'alpha,beta,gamma\nA1,lamp,2.50\n')
    const refused = await importCli(file, '--kind', 'orders')
    expect([refused.code, refused.documents]).toMatchObject([
      1,
      [
        {
          rule: 'file.unmapped',
          columns: ['alpha', 'beta', 'gamma'],
          missing: [{ field: 'orderNo' }, { field: 'price' }],
          fix: expect.stringContaining('MAP.json') as string,
        },
      ],
    ])
    expect(ImportRefusal.strict().safeParse(refused.documents[0]).error).toBeUndefined()
    await writeFile(map, JSON.stringify({ orderNo: 'alpha', name: 'beta', price: 'gamma', currency: '=USD' }))
    const mapped = await importCli(file, '--kind', 'orders', '--map', map)
    expect([mapped.code, mapped.report.amounts]).toEqual([0, { USD: '2.5' }])
    await writeFile(map, JSON.stringify({ orderNumber: 'alpha' }))
    expect((await importCli(file, '--kind', 'orders', '--map', map)).code).toBe(2)
    expect((await importCli(file, '--kind', 'orders', '--profile', 'nonsense')).code).toBe(2)
    expect((await importCli(file, '--kind', 'orders', '--profile', 'shopify-orders')).code).toBe(1)
  })

  it('refuses to overwrite what it reads, and to write where nothing can be written', async () => {
    const file = join(folder, 'in.csv')
    await copyFile(fixture('stripe.csv'), file)
    const before = await readFile(file)
    const same = await importCli(file, '--kind', 'payments', '--out', file)
    const both = await importCli(file, '--kind', 'payments', '--out', 'x', '--errors', 'x')
    const nowhere = await importCli(file, '--kind', 'payments', '--out', join(folder, 'no', 'x'))
    expect([same.code, both.code, nowhere.code]).toEqual([2, 2, 2])
    expect(await readFile(file)).toEqual(before)
    expect(await readdir(folder)).toEqual(['in.csv'])
  })

  it('names the line of --against that is no record of the kind', async () => {
    const against = join(folder, 'against.ndjson')
    await writeFile(against, '{"record":"order"}\n')
    const { code, notes } = await importCli(fixture('stripe.csv'), '--kind', 'payments', '--against', against)
    expect([code, notes]).toEqual([1, expect.stringContaining('against.ndjson line 1')])
  })

  it('says each remark once, with the first row', async () => {
    const { notes } = await importCli(fixture('online-retail.csv'), '--kind', 'orders', '--lang', 'en')
    expect(notes).toMatch(/! row\.repeated ×1, \d+: Possible repetition/)
  })

  it('refuses a mapping of another shape and names the field', async () => {
    const map = join(folder, 'map.json')
    await writeFile(map, '\ufeff{"orderNo": 5}')
    const { code, notes } = await importCli(fixture('stripe.csv'), '--kind', 'payments', '--map', map)
    expect([code, notes]).toEqual([2, expect.stringContaining('orderNo')])
  })

  it('leaves no half-written file behind when the import stops', async () => {
    const out = join(folder, 'out.ndjson')
    const against = join(folder, 'broken.ndjson')
    await writeFile(against, 'not json\n')
    expect(
      (await importCli(fixture('stripe.csv'), '--kind', 'payments', '--against', against, '--out', out)).code,
    ).toBe(1)
    expect(existsSync(out)).toBe(false)
    const writer = await TextWriter.open(out)
    await writer.write('half')
    await writer.discard()
    expect(await readdir(folder)).toEqual(['broken.ndjson'])
  })

  it('stops on SIGTERM without leaving files behind', async () => {
    const big = join(folder, 'big.csv')
    const head = await readFile(fixture('online-retail.csv'), 'utf8')
    const row = head.split('\n')[1] ?? ''
    await writeFile(
      big,
      head + Array.from({ length: 300_000 }, (_, i) => row.replace('700001', String(i))).join('\n'),
    )
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const args = [
      '--import',
      'tsx',
      main,
      'import',
      big,
      '--kind',
      'orders',
      '--out',
      join(folder, 'out.ndjson'),
    ]
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: folder }, stdio: 'pipe' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    const spilled = async () => (await readdir(folder)).some((name) => name.startsWith('yiguan-import-'))
    while (!(await spilled()) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
    expect(
      (await readdir(folder)).filter((name) => !/^(big\.csv|tsx|node-compile-cache)/.test(name)),
    ).toEqual([])
  }, 60_000)
})

describe('TempSpill', () => {
  it('gives back what was appended, in order, and removes its folder', async () => {
    const spill = new TempSpill(folder)
    const run = await spill.run('a')
    await run.append(['1', '订单'])
    await run.append(['3'])
    const read: string[] = []
    for await (const batch of run.read()) read.push(...batch)
    expect(read).toEqual(['1', '订单', '3'])
    expect(await readdir(folder)).toHaveLength(1)
    await spill.dispose()
    expect(await readdir(folder)).toEqual([])
  })
})
