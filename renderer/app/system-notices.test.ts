import { beforeEach, expect, it, vi } from 'vitest'
import type { BookPort, ExchangeFacts } from '../data/port'

const invoke = vi.fn(() => Promise.resolve())
vi.stubGlobal('window', { yiguan: { invoke } })
const settings = { systemNotices: true, language: 'zh' }
vi.mock('./device', () => ({ useDevice: { getState: () => settings } }))
vi.mock('./book', () => ({
  useBookState: { getState: () => ({ book: { phase: 'open', session: { entry: { kind: 'practice' } } } }) },
}))
const { announceRefused, forgetBatches, watchBatches } = await import('./system-notices')

const batches = vi.fn(async () => ({
  rows: ['2026-01-01T09:00:00Z', '2026-01-01T11:00:00Z', '2026-01-01T11:01:00Z'].map((createdAt) => ({
    createdAt,
  })),
  total: 3,
}))
const port = { batches } as unknown as BookPort
const facts = (queued: number, unknownOutcome: number, engine: ExchangeFacts['engine'] = 'here') =>
  ({ engine, line: 'online', queued, unknownOutcome, attention: 0 }) as ExchangeFacts
const told = (...args: Parameters<typeof facts>) => watchBatches(port, facts(...args), '2026-01-01T10:00:00Z')

beforeEach(() => {
  forgetBatches()
  invoke.mockClear()
  settings.systemNotices = true
})

it('announces the batches since something waited, once nothing does', async () => {
  await told(0, 0)
  await told(5, 0)
  await told(0, 5)
  expect(invoke).not.toHaveBeenCalled()
  await told(0, 0)
  await told(0, 0)
  expect(invoke.mock.calls).toEqual([
    ['app.notify', { kind: 'batch-done', count: 2, practice: true, language: 'zh' }],
  ])
})

it('leaves it to the window that runs the exchange', async () => {
  await told(5, 0, 'elsewhere')
  announceRefused(3)
  await told(0, 0, 'elsewhere')
  expect(invoke).not.toHaveBeenCalled()
})

it('announces what was sent back, unless the officer switched it off', async () => {
  await told(0, 0)
  announceRefused(3)
  settings.systemNotices = false
  announceRefused(2)
  expect(invoke.mock.calls).toEqual([
    ['app.notify', { kind: 'refused', count: 3, practice: true, language: 'zh' }],
  ])
})
