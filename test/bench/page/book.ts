import { openTestWindow } from '../../data/sample-book'
import { memorySentinel } from '../../data/book-kit'
import { withDatabase } from '../data'
import { timed, type Step } from '../step'
import { naiveRows } from '../bare'
import { bareImport } from './bare-import'
import { paintBareTable, paintGrid } from './paint'

const bookWorker = () =>
  new Worker(new URL('../../../renderer/workers/book/worker.ts', import.meta.url), { type: 'module' })

const options = { currency: 'GBP', timezone: 'Europe/London', platform: 'own', shop: 'one' }
const rounds = 9
/** Numbers asked for in one round: a single search is shorter than the page's clock can tell. */
const searches = 40

/**
 * The book as the window uses it, behind its worker: import of a file from the page's own server, the first paint of
 * the list of orders, the global search.
 */
export async function benchBook(url: string): Promise<Step[]> {
  const text = await (await fetch(url)).text()
  const bare = await withDatabase((name) => bareImport(name, text))
  return withDatabase(async (database) => {
    const { port, worker } = await openTestWindow(database, memorySentinel(), bookWorker())
    try {
      const file = new File([text], 'lines.csv')
      const imported = await timed(() => port.importFile(file, { kind: 'orders', profile: 'auto', options }))
      if (!imported.result.ok) throw new Error(JSON.stringify(imported.result))
      const { total } = await port.page({ table: 'orders', offset: 0, limit: 1 })
      const rows = await port.page({ table: 'orders', offset: 0, limit: 100 })
      const painted = await median(() => paintGrid(port, total))
      const paintedBare = await median(() => paintBareTable(rows.rows))
      const numbers = [...new Set(naiveRows(text).map(([invoice = '']) => invoice))]
      const step = Math.ceil(numbers.length / searches)
      const asked = numbers.filter((_, at) => at % step === 0)
      const found = await median(() => each(asked, (number) => port.search(number)))
      const foundBare = await median(() => each(asked, (part) => numbers.filter((n) => n.includes(part))))
      return [
        {
          step: 'import into the book (worker, sealed)',
          count: naiveRows(text).length - 2,
          unit: 'lines',
          ms: imported.ms,
          bare: 'split, group, put each order as JSON',
          bareMs: bare,
        },
        {
          step: 'first list paint',
          count: total,
          unit: 'orders',
          ms: painted,
          bare: 'a plain table of the same first rows',
          bareMs: paintedBare,
        },
        {
          step: 'search',
          count: total,
          unit: 'orders',
          ms: found,
          bare: 'includes() over an array of the numbers',
          bareMs: foundBare,
        },
      ]
    } finally {
      worker.terminate()
    }
  })
}

/** Mean time of one of many. */
async function each<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  const { ms } = await timed(async () => {
    for (const item of items) await work(item)
  })
  return ms / items.length
}

/** The middle of several times: single ones of a few milliseconds say little. */
async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await measure())
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number
}
