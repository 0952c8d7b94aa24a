import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MatchReport } from '#shared/matching/report'
import { Order } from '#shared/model/order'
import { dispatch } from '../../electron/cli/run'
import { csvLine, paymentCells, paymentHeader, waybillCells, waybillHeader } from './csv'
import { encodeText, type FileEncoding } from './encode'
import { generate } from './generate'

async function run(args: string[]): Promise<unknown> {
  let out: unknown
  await dispatch(args, { out: (document) => (out = document), note: () => {} })
  return out
}

/** Import orders, plant breaks in files of payments and waybills, import those, match; all by the command line. */
export async function plantedAndFound(folder: string, orderFile: string, encoding: FileEncoding) {
  const path = (name: string) => join(folder, name)
  const said = ['currency=GBP', 'timezone=Europe/London', 'platform=own', 'shop=uk'].flatMap((one) => [
    '--option',
    one,
  ])
  await run(['import', orderFile, '--kind', 'orders', '--out', path('orders'), ...said])
  const orders = (await readFile(path('orders'), 'utf8')).split('\n').filter(Boolean)
  const { truth, documents } = generate(
    orders.map((line) => Order.parse(JSON.parse(line))),
    11,
  )
  await writeFile(path('truth.json'), JSON.stringify(truth))
  const drafts = [...documents()]
  const csv = (lines: string[][]) => encodeText(lines.map(csvLine).join(''), encoding)
  const payments = drafts.flatMap((draft) => draft.payments.map(paymentCells))
  const waybills = drafts.flatMap((draft) => draft.waybills.map(waybillCells))
  await writeFile(path('payments.csv'), csv([paymentHeader, ...payments]))
  await writeFile(path('waybills.csv'), csv([waybillHeader, ...waybills]))
  for (const kind of ['payments', 'waybills']) {
    await run(['import', path(`${kind}.csv`), '--kind', kind, '--out', path(kind), ...said])
  }
  const files = ['orders', 'payments', 'waybills'].flatMap((kind) => [`--${kind}`, path(kind)])
  const report = MatchReport.parse(await run(['match', ...files]))
  const found = report.breaks
    .filter(({ orderNo }) => !orderNo.endsWith('-X'))
    .map(({ orderNo, kind }) => `${orderNo} ${kind}`)
  const planted = truth.flatMap(({ orderNo, finds }) => (finds ? [`${orderNo} ${finds}`] : []))
  return { orders: orders.length, found: found.sort(), planted: planted.sort() }
}

/** A folder of its own that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pipeline-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
