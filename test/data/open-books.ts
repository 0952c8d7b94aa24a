import { afterAll, afterEach } from 'vitest'
import type { SignedIn } from '../../renderer/data/port'
import { memorySentinel, newDatabaseName, type MemorySentinel } from './book-kit'
import { startTestMain, type TestMain } from './practice-link'
import { openSampleWindow, openTestWindow, type TestWindow } from './sample-book'

const windows: TestWindow[] = []
let main: TestMain | undefined

async function end(): Promise<void> {
  for (const { worker } of windows.splice(0)) worker.terminate()
  await main?.stop()
  main = undefined
}
/** Windows and service of each test of the file that calls this once end with it. */
export const endWithTest = (): void => void afterEach(end)
/** Windows and service of the file that calls this once are those of all its tests. */
export const endWithFile = (): void => void afterAll(end)

/** A window on a book, for as long as the test runs; a second one on the same database shares its book. */
export async function open(
  database: string,
  sentinel = memorySentinel(),
  officer?: SignedIn,
): Promise<TestWindow> {
  const opened = await openTestWindow(database, sentinel, undefined, officer)
  windows.push(opened)
  return opened
}

/** A window on a new book of the sample shop, in the same way. */
export async function openSample(database?: string, sentinel?: MemorySentinel): Promise<TestWindow> {
  const opened = await openSampleWindow(database, sentinel)
  windows.push(opened)
  return opened
}

/** The practice service behind the test's books. */
export async function startMain(): Promise<TestMain> {
  return (main = await startTestMain())
}

/** A window on a new book of the sample shop, 三单对碰 done. */
export async function matchedBook() {
  const database = newDatabaseName()
  const sentinel = memorySentinel()
  const { port, worker } = await openSample(database, sentinel)
  const summary = await port.match()
  return { database, sentinel, port, worker, summary }
}

/** How many 清单 of a book are in each state. */
export async function statesOf(port: TestWindow['port']): Promise<Record<string, number>> {
  const { rows } = await port.page({ table: 'lists', offset: 0, limit: 100 })
  return rows.reduce<Record<string, number>>((n, { state }) => ({ ...n, [state]: (n[state] ?? 0) + 1 }), {})
}
