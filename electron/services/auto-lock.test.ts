import { expect, it, vi } from 'vitest'
import { createAutoLock } from './auto-lock'

function locking(minutes: Record<string, number>, idle: number) {
  const lock = vi.fn<(bookId: string) => void>()
  const auto = createAutoLock({
    books: () => Object.keys(minutes),
    minutesOf: async (book) => minutes[book]!,
    idleSeconds: () => idle,
    lock,
  })
  return { auto, locked: () => lock.mock.calls.map(([book]) => book) }
}

it('locks each book after its own time without input, and never where that was chosen', async () => {
  const minutes = { five: 5, ten: 10, never: 0 }
  for (const [idle, expected] of [
    [299, []],
    [300, ['five']],
    [600, ['five', 'ten']],
    [1_000_000, ['five', 'ten']],
  ] as const) {
    const { auto, locked } = locking(minutes, idle)
    await auto.look()
    expect(locked(), `${idle}`).toEqual(expected)
  }
})

it('locks at once when nobody can be there', async () => {
  const { auto, locked } = locking({ five: 5, never: 0 }, 0)
  await auto.away()
  expect(locked()).toEqual(['five'])
})
