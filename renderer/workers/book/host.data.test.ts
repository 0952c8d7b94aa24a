import { proxy, wrap } from 'comlink'
import { afterEach, describe, expect, it } from 'vitest'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { bookWorker } from '../../../test/data/sample-book'
import { goods } from '../../../test/data/samples'
import type { BookPort, ChangeNotice, ImportProgress, ImportResult } from '../../data/port'

const opened: { worker: Worker; port: BookPort }[] = []
afterEach(() => {
  for (const { worker } of opened.splice(0)) worker.terminate()
})

async function openWindow(database: string, sentinel = memorySentinel()): Promise<BookPort> {
  const worker = bookWorker()
  // Every method answers with a promise anyway; `Remote` would lose which room a page is of.
  const port = wrap<BookPort>(worker) as unknown as BookPort
  opened.push({ worker, port })
  const entry = {
    id: crypto.randomUUID(),
    kind: 'practice' as const,
    label: 'x',
    database,
    createdAt: '',
    officers: [],
  }
  const keys = { keyId: 'k', dataKey: new Uint8Array(32).fill(1), indexKey: new Uint8Array(32).fill(2) }
  expect(
    await port.unlock(entry, keys, { name: 'officer', roles: ['chief'] }, proxy(sentinel) as never),
  ).toEqual({ state: 'ok' })
  return port
}

const orderHead = 'Order No,SKU,Item name,Quantity,Unit price,Currency,Ordered at,Country'
const orderCsv = (from: number, to: number, bad = 0) =>
  new File(
    [
      [
        orderHead,
        ...Array.from(
          { length: to - from },
          (_, i) =>
            `ORD-${String(from + i).padStart(6, '0')},SKU-${i % 3},Shirt,2,9.95,USD,2026-10-30 10:00:00,US`,
        ),
        ...Array.from({ length: bad }, (_, i) => `BAD-${i},SKU-1,Shirt,two,9.95,USD,2026-10-30 10:00:00,US`),
      ].join('\n'),
    ],
    'orders.csv',
  )
const job = {
  kind: 'orders' as const,
  profile: 'auto',
  options: { platform: 'own', shop: 'one', timezone: '+08:00' },
}
const done = (result: ImportResult) => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.view
}
const until = async (what: () => Promise<boolean> | boolean) => {
  for (let i = 0; i < 200 && !(await what()); i++) await new Promise((resolve) => setTimeout(resolve, 25))
  expect(await what()).toBe(true)
}

describe('the book worker', () => {
  it('imports a file in a worker of its own, tells progress, and shows pages, totals, figures and hits', async () => {
    const port = await openWindow(newDatabaseName())
    const told: ImportProgress[] = []
    const view = done(
      await port.importFile(
        orderCsv(0, 3000, 2),
        job,
        proxy((p: ImportProgress) => void told.push(p)),
      ),
    )
    expect(view).toMatchObject({ state: 'done', stored: { records: 3000, refused: 2 }, interrupted: false })
    expect(view.report).toMatchObject({ rowsRead: 3002, rowsAccepted: 3000, rowsRefused: 2, duplicates: 0 })
    expect(told.length).toBeGreaterThan(0)
    const page = await port.page({
      table: 'orders',
      offset: 10,
      limit: 3,
      sort: { column: 'orderNo', descending: true },
    })
    expect(page.rows.map(({ orderNo }) => orderNo)).toEqual(['ORD-002989', 'ORD-002988', 'ORD-002987'])
    expect(page.total).toBe(3000)
    expect(await port.totals('orders')).toMatchObject({
      rows: 3000,
      pieces: '6000',
      amounts: { USD: '59700' },
    })
    expect(await port.figures()).toMatchObject({ imported: 3000, byState: { incomplete: 3000 } })
    const [group] = await port.search('002500')
    expect(group).toMatchObject({ kind: 'order', count: 1, hits: [{ room: 'orders', number: 'ORD-002500' }] })
    const errors = await port.errors(view.id, 1, 5)
    expect(errors).toMatchObject({ total: 2, rows: [{ row: 3003, state: 'open' }] })
    expect(errors.rows[0]!.cells[0]).toBe('BAD-1')
  })

  it('takes the same file again as duplicates and undoes an import to the last row', async () => {
    const port = await openWindow(newDatabaseName())
    const first = done(await port.importFile(orderCsv(0, 50), job))
    const again = done(await port.importFile(orderCsv(0, 60), job))
    expect(again.report).toMatchObject({ rowsRead: 60, rowsAccepted: 10, duplicates: 50 })
    await port.undoImport(first.id, 'wrong shop')
    expect((await port.page({ table: 'orders', offset: 0, limit: 100 })).total).toBe(10)
    expect((await port.imports()).map(({ state }) => state)).toEqual(['undone', 'done'])
  })

  it('shows in one window what another window committed, and derives the states of orders anew', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openWindow(name), await openWindow(name)]
    const notices: ChangeNotice[] = []
    const stop = await two.subscribe(proxy((notice: ChangeNotice) => void notices.push(notice)))
    done(await one.importFile(orderCsv(0, 3), job))
    const missing = async () =>
      (await two.page({ table: 'orders', offset: 0, limit: 10 })).rows.map((r) => r.missing)
    await until(async () => (await missing()).length === 3)
    expect(await missing()).toEqual([['SKU-0'], ['SKU-1'], ['SKU-2']])
    await one.command('goods.save', '', [{ table: 'goods', op: 'put', record: goods('SKU-1') }])
    await until(async () => (await missing())[1]!.length === 0)
    expect((await two.page({ table: 'orders', offset: 1, limit: 1 })).rows[0]).toMatchObject({
      state: 'unmatched',
      netWeight: '0.4',
    })
    await until(() => notices.some(({ tables }) => tables.includes('goods')))
    await stop()
  })

  it('previews a file without storing anything', async () => {
    const port = await openWindow(newDatabaseName())
    const outcome = await port.previewFile(orderCsv(0, 5), job)
    expect(outcome).toMatchObject({
      ok: true,
      preview: { format: 'csv', arithmetic: { orderNo: 'ORD-000000', goods: '19.9' } },
    })
    expect(await port.imports()).toEqual([])
  })

  it('hands its refusals over with code and words in both languages', async () => {
    const port = await openWindow(newDatabaseName())
    const bad = port.command('goods.save', '', [
      { table: 'goods', op: 'put', record: goods('A', { gcode: 'x' }) },
    ])
    await expect(bad).rejects.toMatchObject({
      code: 'invalid',
      text: { zh: expect.stringContaining('gcode') },
    })
    await port.lock()
    await expect(port.imports()).rejects.toMatchObject({ code: 'locked' })
  })

  it('is found interrupted after its window was killed, and goes on with the same file', async () => {
    const name = newDatabaseName()
    const port = await openWindow(name)
    const file = orderCsv(0, 30_000, 1)
    void port.importFile(file, job).catch(() => undefined)
    await until(async () => ((await port.imports())[0]?.stored.records ?? 0) > 0)
    opened.pop()!.worker.terminate()

    const next = await openWindow(name)
    await until(async () => (await next.imports())[0]?.interrupted === true)
    const [found] = await next.imports()
    expect(found!.stored.records % 200).toBe(0)
    expect((await next.page({ table: 'orders', offset: 0, limit: 1 })).total).toBe(0)
    const view = done(await next.importFile(file, job))
    expect(view.id).toBe(found!.id)
    expect(view.stored).toMatchObject({ records: 30_000, refused: 1 })
    expect(view.report).toMatchObject({ rowsAccepted: 30_000, duplicates: 0 })
    const totals = await next.totals('orders')
    expect(totals).toMatchObject({ rows: 30_000, amounts: { USD: '597000' } })
  })

  it('refuses a second import while one runs in any window, and leaves nothing of a cancelled one', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openWindow(name), await openWindow(name)]
    const running = one.importFile(orderCsv(0, 30_000), job)
    await until(async () => ((await one.imports())[0]?.stored.records ?? 0) > 0)
    await expect(two.importFile(orderCsv(0, 3), job)).rejects.toMatchObject({ code: 'importing' })
    await one.cancelImport()
    expect(await running).toMatchObject({ ok: false, cancelled: true, view: { state: 'cancelled' } })
    expect((await one.page({ table: 'orders', offset: 0, limit: 1 })).total).toBe(0)
    expect(done(await two.importFile(orderCsv(0, 3), job)).report).toMatchObject({ rowsAccepted: 3 })
  })

  it('edits all goods of a filter with a preview, and takes it back as one', async () => {
    const port = await openWindow(newDatabaseName())
    const changes = Array.from({ length: 1200 }, (_, i) => ({
      table: 'goods' as const,
      op: 'put' as const,
      record: goods(`G${i}`, { statisticsFlag: i % 2 ? 'A' : 'B' }),
    }))
    await port.command('goods.save', '', changes)
    const filter = { where: [{ column: 'statisticsFlag', is: 'in' as const, values: ['A', 'B'] }] }
    expect(await port.bulkPreview('goods', filter, { statisticsFlag: 'A' })).toMatchObject({
      rows: 1200,
      changing: 600,
      invalidCount: 0,
    })
    expect(await port.bulkPreview('goods', filter, { gcode: '12' })).toMatchObject({
      changing: 1200,
      invalidCount: 1200,
    })
    await expect(port.bulkEdit('goods', filter, { gcode: '12' }, '')).rejects.toMatchObject({
      code: 'invalid',
    })
    const { group, changed } = await port.bulkEdit('goods', filter, { statisticsFlag: 'A' }, 'all simplified')
    expect(changed).toBe(600)
    const flags = () => port.values('goods', 'statisticsFlag')
    expect(await flags()).toEqual([{ value: 'A', count: 1200 }])
    await port.undo(group, 'no')
    expect(await flags()).toEqual([
      { value: 'B', count: 600 },
      { value: 'A', count: 600 },
    ])
    const { entries, total } = await port.journal(0, 2)
    expect(total).toBe(5)
    expect(entries.map(({ name }) => name)).toEqual(['undo', 'goods.bulk'])
    expect(await port.verifyJournal()).toEqual({ ok: true, entries: 5 })
  })
})
