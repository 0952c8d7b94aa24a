import { Book } from '../../renderer/data/book'
import { Desks } from '../../renderer/data/desks/desks'
import type { DeskLink } from '../../renderer/data/desk-port'
import { beginImport } from '../../renderer/data/imports/begin'
import { finishImport } from '../../renderer/data/imports/end'
import { ImportWriter } from '../../renderer/data/imports/write'
import { command } from '../../renderer/data/write/command'
import { recordKey } from '../../shared/import/key'
import { print } from '../../shared/model/json'
import { nameOf } from '../../shared/model/merge-record'
import type { MergeRecord } from '../../shared/model/merge-record'
import type { Enterprise } from '../../shared/model/enterprise'
import type { Order } from '../../shared/model/order'
import type { Desk, DeskRecord } from '../../shared/protocol/desk-records'
import { memorySentinel, newDatabaseName, testClock, testKeys } from './book-kit'
import { importStart, report } from './samples'

export const company: Enterprise = {
  book: 'practice',
  uscc: '91000000YGYNYX0001',
  name: '驿关演练贸易有限公司',
  customsCode: '000096YG01',
  zone: 'shijiazhuang',
  dxpId: 'DXP1',
  copNoPrefix: 'YL',
  desk: 'A',
  officer: '王关务',
}

/** A desk with a book of its own keys; what it imports gets ids of its own, as on another computer. */
export async function startDesk(code: string, change: Partial<Enterprise> = {}) {
  const sentinel = memorySentinel()
  const database = newDatabaseName()
  const keys = await testKeys(code.charCodeAt(0))
  const book = await Book.open({ database, keys, sentinel, now: testClock })
  const who = `officer ${code}`
  await command(book.context, 'enterprise', who, 'first run', [
    { table: 'enterprise', op: 'put', record: { ...company, desk: code, officer: who, ...change } },
  ])
  return {
    book,
    sentinel,
    database,
    keys,
    who,
    context: book.context,
    desks: new Desks(book.context, database, who),
  }
}
export type TestBookDesk = Awaited<ReturnType<typeof startDesk>>

/** Import orders as this desk's own file. */
export async function importOrders(
  { context, who }: TestBookDesk,
  orders: readonly Order[],
): Promise<Map<string, string>> {
  const { id } = await beginImport(context, who, importStart({ contentHash: crypto.randomUUID() }))
  const writer = await ImportWriter.open(context, 'orders', id)
  await writer.facts(
    orders.map((record) => ({ key: recordKey(record), digest: print(record as never), record })),
  )
  await writer.flush()
  await finishImport(context, who, id, report('orders.csv'), ['a', 'b'])
  const { storedKeys } = await import('../../renderer/data/facts/read')
  const stored = await storedKeys(
    context,
    'orders',
    orders.map((one) => recordKey(one)),
  )
  return new Map(orders.map((one) => [one.orderNo, stored.get(recordKey(one))!.id]))
}

/** The service of the desks, without the service: base versions, a feed, and what differs comes back. */
export function memoryDeskService() {
  const desks = new Map<string, Desk>()
  const records = new Map<string, DeskRecord & { seq: number }>()
  let seq = 0
  const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value })
  const link: DeskLink = {
    register: (id, code, name) => {
      desks.set(id, { id, code, name, state: 'active', seenAt: '2026-01-01T00:00:00Z' })
      return ok({ desks: [...desks.values()] })
    },
    moveOut: () => ok({ desks: [] }),
    push({ desk, records: pushed }) {
      const results = pushed.map(({ base, content }) => {
        const name = nameOf(content)
        const theirs = records.get(name)
        if (theirs && base !== theirs.version) return { outcome: 'differs' as const, theirs }
        const version = (theirs?.version ?? 0) + 1
        records.set(name, { version, desk, storedAt: '2026-01-01T00:00:00Z', content, seq: (seq += 1) })
        return { outcome: 'stored' as const, version }
      })
      return ok({ results })
    },
    page(_desk, cursor, limit) {
      const after = [...records.values()]
        .filter((one) => one.seq > Number(cursor ?? 0))
        .sort((a, b) => a.seq - b.seq)
      const page = after.slice(0, limit)
      const next = String(page.at(-1)?.seq ?? cursor ?? 0)
      return ok({ records: page, cursor: next, more: after.length > limit, restarted: false })
    },
  }
  return { link, records: () => [...records.values()].map(({ content }): MergeRecord => content) }
}
