import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BackupState } from '#shared/ipc/backup'
import { encodeIpcError, type Bridge } from '#shared/ipc/contract'
import type { Role } from '#shared/people/roles'
import type { JournalVerdict } from '../../data/port'
import { useBookState, type Session } from '../book'
import { clearNotices, useNotices } from '../notices'
import { useSafety, watchSafety } from './backups'

const minute = 60_000
const due = { ready: true, due: true, backups: [] } as unknown as BackupState
const full = { zh: '磁盘满', en: 'full' }

let state: BackupState
let end: JournalVerdict
let refusal: string | undefined
const backUp = vi.fn(async () => {
  if (refusal) throw new Error(encodeIpcError(refusal, full))
})
const session = (health: 'ok' | 'suspect' = 'ok') =>
  ({
    entry: { id: 'b' },
    roles: ['chief'],
    health: { state: health },
    port: {
      watchedCounters: async () => ({}),
      verifyEnd: async () => end,
      renewSeals: async () => true,
      backUp,
    },
  }) as unknown as Session

const touch = () => window.dispatchEvent(new KeyboardEvent('keydown'))
const open = (one: Session) => useBookState.setState({ book: { phase: 'open', session: one } })

watchSafety()
beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(Date.UTC(2026, 2, 1))
  state = due
  end = { ok: true, entries: 3 }
  refusal = undefined
  backUp.mockClear()
  clearNotices()
  const invoke = async () => state
  Object.assign(window, { yiguan: { invoke, on: () => () => undefined } as unknown as Bridge })
})
afterEach(() => {
  useBookState.setState({ book: { phase: 'starting' } })
  vi.useRealTimers()
})

it('leaves bringing the book under another key to whoever works with it: an auditor’s session begins none', async () => {
  const renewSeals = vi.fn(async () => true)
  const as = (role: Role) => {
    const one = session()
    return { ...one, roles: [role], port: { ...one.port, renewSeals } } as unknown as Session
  }
  open(as('audit'))
  await vi.advanceTimersByTimeAsync(minute)
  expect(renewSeals).not.toHaveBeenCalled()
  open(as('entry'))
  await vi.advanceTimersByTimeAsync(minute)
  expect(renewSeals).toHaveBeenCalledTimes(1)
})

it('writes a backup that is due once nobody has touched the window for a while, and none otherwise', async () => {
  open(session())
  await vi.advanceTimersByTimeAsync(9 * minute)
  touch()
  await vi.advanceTimersByTimeAsync(minute)
  expect(backUp).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(backUp).toHaveBeenCalledTimes(1)
  expect(backUp).toHaveBeenCalledWith(
    expect.anything(),
    { confirmed: false, moves: false },
    expect.anything(),
  )
  state = { ...due, due: false }
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(backUp).toHaveBeenCalledTimes(1)
})

it('ends with the book, and never backs up a database that shows less than was counted', async () => {
  open(session('suspect'))
  await vi.advanceTimersByTimeAsync(30 * minute)
  open(session())
  useBookState.setState({ book: { phase: 'starting' } })
  await vi.advanceTimersByTimeAsync(30 * minute)
  expect(backUp).not.toHaveBeenCalled()
  expect(useSafety.getState()).toEqual({})
})

it('tells why one failed, but not that another window is at it', async () => {
  open(session())
  refusal = 'backup-running'
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(useNotices.getState().notices).toEqual([])
  refusal = 'backup-write'
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(useNotices.getState().notices).toMatchObject([{ level: 'error', title: full, view: 'safety' }])
})

it('says at once when the end of the journal does not hold', async () => {
  end = { ok: false, seq: 3, text: full }
  open(session())
  await vi.advanceTimersByTimeAsync(0)
  expect(useNotices.getState().notices).toMatchObject([{ id: 'journal-end', level: 'error' }])
  expect(useSafety.getState().end).toEqual(end)
})
