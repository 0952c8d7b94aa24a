import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEnding } from './ending'

const windows = new Map([1, 2, 3].map((id) => [id, { id, isDestroyed: () => false } as BrowserWindow]))
const renew = vi.fn<(window: BrowserWindow) => void>()
const tell = vi.fn<(window: BrowserWindow) => void>()
const ids = (calls: [BrowserWindow][]) => calls.map(([{ id }]) => id)

beforeEach(() => {
  vi.useFakeTimers()
  renew.mockClear()
  tell.mockClear()
})
afterEach(() => vi.useRealTimers())

it('ends the window that asked at once, and the others when they have put their input away', () => {
  const ending = createEnding({ of: (id) => windows.get(id), renew, tell })
  ending.end(1, [2, 3])
  expect(ids(renew.mock.calls)).toEqual([1])
  expect(ids(tell.mock.calls)).toEqual([2, 3])
  ending.left(3)
  expect(ids(renew.mock.calls)).toEqual([1, 3])
})

it('does not wait for a page that hangs, ends nobody twice, and nobody who was not told', () => {
  const ending = createEnding({ of: (id) => windows.get(id), renew, tell })
  ending.left(3)
  ending.end(undefined, [1, 2])
  ending.end(undefined, [2])
  ending.left(1)
  vi.runAllTimers()
  expect(ids(renew.mock.calls)).toEqual([1, 2])
  expect(ids(tell.mock.calls)).toEqual([1, 2])
})
