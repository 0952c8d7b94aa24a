import { describe, expect, it } from 'vitest'
import { openTestBook } from '../../../../test/data/book-kit'
import { BookStore } from '../../../data/engine/store'
import type { BookSession } from '../session'
import { Receipts } from './receipts'

const at = '2026-11-01T08:00:00.000Z'
const call = { at, kind: 'receipts' as const, code: 'ok', ms: 1, bytes: 1 }

describe('the register of receipts', () => {
  it('counts what is unread alike with and without opening the receipts', async () => {
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
    /** As the tree asks at unlock, and as the open room counts. */
    const unread = async () => {
      const [shut, open] = [new Receipts(session), new Receipts(session)]
      const { unread: counted } = await open.page({ offset: 0, limit: 0 })
      const figures = [await shut.unread(), await open.unread(), counted]
      shut.stop()
      open.stop()
      expect(new Set(figures).size, String(figures)).toBe(1)
      return counted
    }
    const read = async (what: Parameters<Receipts['markRead']>[0]) => {
      const register = new Receipts(session)
      await register.markRead(what)
      register.stop()
    }
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
})
