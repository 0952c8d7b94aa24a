import { proxy, wrap } from 'comlink'
import enterpriseUrl from '../fixtures/sample/enterprise.json?url'
import goodsUrl from '../fixtures/sample/goods.xlsx?url'
import ordersUrl from '../fixtures/sample/orders.csv?url'
import paymentsUrl from '../fixtures/sample/payments.csv?url'
import templateUrl from '../fixtures/sample/template.json?url'
import waybillsUrl from '../fixtures/sample/waybills.xlsx?url'
import type { BookPort, ImportJob, SealedRecord, SignedIn } from '../../renderer/data/port'
import { copyBook, memorySentinel, newDatabaseName, type MemorySentinel } from './book-kit'

/** One window on a book: its worker, and the port as the window's code sees it. */
export type TestWindow = { worker: Worker; port: BookPort }

/** The book worker as the data tests serve it. */
export const bookWorker = () => new Worker('/test-workers/book.js', { type: 'module' })

/** Keys of every book that is opened here; real ones are random. Overwritten by who takes them. */
export const keysOfTests = () => ({
  keyId: 'k',
  dataKey: new Uint8Array(32).fill(1),
  indexKey: new Uint8Array(32).fill(2),
})

export async function openTestWindow(
  database: string,
  sentinel: MemorySentinel,
  worker = bookWorker(),
  officer: SignedIn = { name: '演练申报员', roles: ['chief'] },
): Promise<TestWindow> {
  const port = wrap<BookPort>(worker) as unknown as BookPort
  const entry = {
    id: crypto.randomUUID(),
    kind: 'practice' as const,
    label: 'x',
    database,
    createdAt: '',
    officers: [],
  }
  await port.unlock(entry, keysOfTests(), officer, proxy(sentinel) as never)
  return { worker, port }
}

const fileOf = async (url: string, name: string) => new File([await (await fetch(url)).blob()], name)

/** Enterprise and template, and nothing else. */
export async function fillEnterprise(port: BookPort): Promise<void> {
  const [enterprise, template] = await Promise.all(
    [enterpriseUrl, templateUrl].map(async (url) => (await fetch(url)).json() as Promise<unknown>),
  )
  await port.command('enterprise', 'first run', [
    { table: 'enterprise', op: 'put', record: enterprise as SealedRecord<'enterprise'> },
    { table: 'templates', op: 'put', record: template as SealedRecord<'templates'> },
  ])
}

/** Enterprise, template and the four sample files, as an officer would bring them in. */
async function fillSampleBook(port: BookPort): Promise<void> {
  await fillEnterprise(port)
  const options = { platform: 'shopify', shop: 'sample', timezone: '+08:00' }
  const files: [string, string, ImportJob['kind']][] = [
    [goodsUrl, 'goods.xlsx', 'goods'],
    [ordersUrl, 'orders.csv', 'orders'],
    [paymentsUrl, 'payments.csv', 'payments'],
    [waybillsUrl, 'waybills.xlsx', 'waybills'],
  ]
  for (const [url, name, kind] of files) {
    const result = await port.importFile(await fileOf(url, name), { kind, profile: 'auto', options })
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  }
}

/** The sample book that is copied, and the counters outside of it. */
type Prepared = { database: string; counters: Record<string, number> }
/** Kept for the files of tests after this one, which share the origin and not the page. */
const preparedPlace = 'prepared-sample-book'

async function preparedBook(): Promise<Prepared> {
  const kept = localStorage.getItem(preparedPlace)
  if (kept !== null) return JSON.parse(kept) as Prepared
  const database = newDatabaseName()
  const sentinel = memorySentinel()
  const { port, worker } = await openTestWindow(database, sentinel)
  await fillSampleBook(port)
  await port.lock()
  worker.terminate()
  const prepared = { database, counters: sentinel.counters }
  localStorage.setItem(preparedPlace, JSON.stringify(prepared))
  return prepared
}

/**
 * A window on a new book of the sample shop. Its files are brought in through the worker once in a run; each book is a copy of
 * that one as it lay on the disk, because the import took longer than most tests.
 */
export async function openSampleWindow(
  database = newDatabaseName(),
  sentinel = memorySentinel(),
): Promise<TestWindow> {
  const prepared = await preparedBook()
  await copyBook(prepared.database, database)
  Object.assign(sentinel.counters, prepared.counters)
  return openTestWindow(database, sentinel)
}

/** Wait until a value is as it should be; what it is when it does not come is in the error. */
export async function until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const value = await read()
    if (isSo(value)) return value
    if (i >= 600) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
