import type { Book } from '../../renderer/data/book'
import { BookStore } from '../../renderer/data/engine/store'
import { saveResults } from '../../renderer/data/facts/results'
import { beginImport } from '../../renderer/data/imports/begin'
import { finishImport } from '../../renderer/data/imports/end'
import { ImportWriter } from '../../renderer/data/imports/write'
import { command } from '../../renderer/data/write/command'
import { goods, importStart, list, order, orderItem, report } from './samples'

/** Fill a book with one of everything; the frozen fixture of version 1 was made of this. */
export async function fillBook(book: Book): Promise<void> {
  const { context } = book
  const { ids } = await command(context, 'goods.save', 'officer', 'first', [
    { table: 'goods', op: 'put', record: goods('SKU-1') },
    { table: 'settings', op: 'put', record: { key: 'silentHours', value: 2 } },
  ])
  await command(context, 'goods.save', 'officer', 'second', [
    { table: 'goods', op: 'put', id: ids[0], rev: 1, record: goods('SKU-1', { name: 'renamed' }) },
  ])
  const { id } = await beginImport(context, 'officer', importStart())
  const writer = await ImportWriter.open(context, 'orders', id)
  await writer.facts([1, 2, 3].map((n) => orderItem(order(`N${n}`, { paymentNo: `P${n}` }))))
  await writer.errors([{ row: 9, cells: ['x', 'two'], errors: [] }])
  await writer.flush()
  await finishImport(context, 'officer', id, report('orders.csv'), ['a', 'b'])
  const orders: string[] = []
  for await (const facts of book.facts('orders')) orders.push(...facts.map((fact) => fact.id))
  await saveResults(
    context,
    orders.map((one, i) => ({
      order: one,
      orderNo: `N${i + 1}`,
      state: 'matched',
      payments: [],
      waybills: [],
      breaks: [],
      notes: [],
    })),
  )
  const { ids: lists } = await command(context, 'list.build', 'officer', '', [
    { table: 'lists', op: 'put', record: list('COP-1', { orderNo: 'N1', orders: [orders[0]!] }) },
    { table: 'overlays', op: 'put', record: { aspect: 'note', fact: orders[1]!, note: 'call', labels: [] } },
  ])
  const document = { head: { copNo: 'COP-1', appType: '1' } }
  const submission = {
    id: 'submission-1',
    dossier: lists[0]!,
    message: 'CEB603',
    businessKey: 'COP-1',
    mark: 'm',
  }
  const store = new BookStore(context, 'practice/E1')
  await store.enqueue([{ ...submission, guid: 'G', waits: [], document }], context.now())
}
