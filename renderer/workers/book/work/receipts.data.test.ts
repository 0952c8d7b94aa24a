import { describe, expect, it } from 'vitest'
import { loadBook, type BookFixture } from '../../../../test/data/book-fixture'
import { newDatabaseName, openTestBook, rawRows } from '../../../../test/data/book-kit'
import v4 from '../../../../test/fixtures/db/v4.json'
import { BookStore } from '../../../data/engine/store'
import type { BookSession } from '../session'
import { Receipts } from './receipts'

const at = '2026-11-01T08:00:00.000Z'
const call = { at, kind: 'receipts' as const, code: 'ok', ms: 1, bytes: 1 }

describe('the register of receipts', () => {
  it('counts what is unread, by single ones and by all up to a number', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, 'practice|E1')
    const session = { book, who: '甲', projection: { lists: new Map() } } as unknown as BookSession
    let cursor: string | undefined
    const arrive = async (...seqs: number[]) => {
      const facts = seqs.map((seq) => ({
        id: `r${seq}#1`,
        seq,
        receipt: 'CEB604',
        message: 'CEB603',
        businessKey: `COP-${seq}`,
        guid: '',
        status: '120',
        time: `2026110116000${seq}000`,
        info: '',
        receivedAt: at,
      }))
      const next = `c${seqs.at(-1)}`
      const page = {
        from: cursor,
        cursor: next,
        facts,
        originals: [],
        at,
        pull: { failures: 0, nextAt: 0 },
        call,
      }
      expect(await store.applyReceipts(page, { epoch: 1 })).toBe(true)
      cursor = next
    }
    const register = new Receipts(session)
    /** As the tree asks at unlock, and as the open room counts. */
    const unread = async () => {
      const { unread: counted, total } = await register.page({ unread: true, offset: 0, limit: 0 })
      expect([await register.unread(), total]).toEqual([counted, counted])
      return counted
    }
    const read = (what: Parameters<Receipts['markRead']>[0]) => register.markRead(what)
    expect(await unread()).toBe(0)
    await arrive(1, 2, 3)
    expect(await unread()).toBe(3)
    await read({ only: [2] })
    expect(await unread()).toBe(2)
    await read({ upTo: 2 })
    expect(await unread()).toBe(1)
    await read({ upTo: 3 })
    await arrive(4, 5)
    expect(await unread()).toBe(2)
    await book.close()
  })

  it('of a book that stored receipts without their number pages and counts all the same', async () => {
    const database = newDatabaseName()
    await loadBook(v4 as unknown as BookFixture, database)
    const book = await openTestBook(database)
    const session = { book, who: '甲', projection: { lists: new Map() } } as unknown as BookSession
    const page = async (query: Partial<Parameters<Receipts['page']>[0]>) => {
      const { rows, ...counts } = await new Receipts(session).page({ offset: 0, limit: 9, ...query })
      return { codes: rows.map(({ code }) => code), ...counts }
    }
    // 1 and 3 were read; number 1 holds two receipts.
    const counts = { received: 6, refusals: 2, unknown: 1, unread: 3, newest: 5 }
    expect(await page({})).toEqual({
      codes: ['800', '7777', '-301008', '100', '120', '2'],
      total: 6,
      ...counts,
    })
    expect((await page({ offset: 2, limit: 2 })).codes).toEqual(['-301008', '100'])
    expect(await page({ of: 'refusals' })).toMatchObject({ codes: ['-301008', '100'], total: 2 })
    expect(await page({ of: 'refusals', unread: true })).toMatchObject({ codes: ['100'], total: 1 })
    expect(await page({ of: 'unknown' })).toMatchObject({ codes: ['7777'], total: 1 })
    expect(await page({ unread: true })).toMatchObject({ codes: ['800', '7777', '100'], total: 3 })
    // A page over the gap that a single read one leaves.
    expect((await page({ unread: true, offset: 1, limit: 2 })).codes).toEqual(['7777', '100'])
    expect((await new Receipts(session).unknownCodes()).map(({ code, count }) => [code, count])).toEqual([
      ['7777', 1],
    ])
    await book.close()
    const columns = (await rawRows(database)).filter(({ store }) => store === 'receipts')
    expect(columns.map(({ value }) => (value as { seq: number }).seq).sort()).toEqual([1, 1, 2, 3, 4, 5])
  })
})
