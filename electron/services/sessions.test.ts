import { beforeEach, describe, expect, it } from 'vitest'
import type { BookEntry } from '#shared/ipc/vault'
import { createSessions, type OpenKeys, type Sessions } from './sessions'

const entry = (id: string): BookEntry => ({
  id,
  kind: 'practice',
  label: id,
  database: id,
  createdAt: '',
  officers: [],
})
const keys = (officer = '王关务'): OpenKeys => ({
  keyId: 'k',
  dataKey: new Uint8Array([1, 2]),
  indexKey: new Uint8Array([3, 4]),
  former: [],
  officer,
  officerId: officer,
  roles: ['chief'],
})

let sessions: Sessions
beforeEach(() => {
  sessions = createSessions()
  sessions.opened(1, entry('a'), keys())
})

it('tells once nobody works in a book any more, whoever was the last', () => {
  const left: string[] = []
  sessions.whenLeft((book) => left.push(book))
  sessions.opened(2, entry('a'), keys('李关务'))
  sessions.opened(3, entry('b'), keys())
  sessions.lock(1)
  expect(left).toEqual([])
  sessions.leave(2)
  expect(left).toEqual(['a'])
  sessions.lockBook('b')
  expect(left).toEqual(['a', 'b'])
})

describe('a second window', () => {
  it('opened from an unlocked one gets book, officer and keys, once', () => {
    sessions.invite(2, 1)
    expect(sessions.join(2)).toEqual({ entry: entry('a'), keys: keys() })
    expect(sessions.join(2)).toBeNull()
  })

  it('gets nothing when nobody of a session opened it', () => {
    expect(sessions.join(2)).toBeNull()
    sessions.invite(3, 2)
    expect(sessions.join(3)).toBeNull()
  })

  it('gets nothing when the session was locked before it asked', () => {
    sessions.invite(2, 1)
    sessions.lock(1)
    expect(sessions.join(2)).toBeNull()
  })

  it('may invite a third, and what one window overwrites stays whole for the next', () => {
    sessions.invite(2, 1)
    sessions.join(2)!.keys.dataKey.fill(0)
    sessions.invite(3, 2)
    expect(sessions.join(3)?.keys.dataKey).toEqual(new Uint8Array([1, 2]))
  })
})

describe('an officer who is disabled', () => {
  it('loses every session in that book and no other one', () => {
    const held = sessions.keysOf(1, 'a')!
    sessions.opened(2, entry('b'), keys())
    sessions.opened(3, entry('a'), keys('李复核'))
    expect(sessions.lockOfficer('a', '王关务')).toEqual([1])
    expect([...held.dataKey]).toEqual([0, 0])
    expect(sessions.holderOf(1)).toBeUndefined()
    expect(sessions.holderOf(2)).toMatchObject({ bookId: 'b' })
    expect(sessions.lockBook('a')).toEqual([3])
    expect(sessions.books()).toEqual(['b'])
  })
})

describe('locking', () => {
  it('names every other window of the session and forgets the keys', () => {
    sessions.invite(2, 1)
    sessions.join(2)
    sessions.invite(3, 2)
    expect(sessions.lock(2)).toEqual([1])
    expect(sessions.join(3)).toBeNull()
    sessions.invite(4, 1)
    expect(sessions.join(4)).toBeNull()
  })

  it('overwrites both keys in memory, also where somebody still holds them', () => {
    const held = sessions.keysOf(1, 'a')!
    sessions.lock(1)
    expect([...held.dataKey, ...held.indexKey].filter((byte) => byte !== 0)).toEqual([])
    expect(sessions.keysOf(1, 'a')).toBeUndefined()
  })

  it('leaves other books and other officers open', () => {
    sessions.opened(2, entry('b'), keys())
    sessions.opened(3, entry('a'), keys('李复核'))
    expect(sessions.lock(1)).toEqual([])
    sessions.invite(4, 3)
    expect(sessions.join(4)?.keys.officer).toBe('李复核')
  })

  it('joins windows that gave the same password for the same book', () => {
    sessions.opened(2, entry('a'), keys())
    expect(sessions.lock(1)).toEqual([2])
  })
})

it('the keys go with the last window, and a window that opens another book leaves its session', () => {
  sessions.invite(2, 1)
  sessions.join(2)
  sessions.leave(1)
  sessions.invite(3, 2)
  expect(sessions.join(3)).not.toBeNull()
  sessions.opened(2, entry('b'), keys())
  expect(sessions.lock(3)).toEqual([])
})
