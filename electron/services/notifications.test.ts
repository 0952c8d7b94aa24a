import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { createNotifications } from './notifications'

class FakeNotification extends EventEmitter {
  static shown: FakeNotification[] = []
  static isSupported = () => true
  closed = false
  constructor(readonly options: { title: string; body: string }) {
    super()
  }
  show = () => void FakeNotification.shown.push(this)
  close = () => void (this.closed = true)
}

let focused: boolean
let now: number
const show = vi.fn()
const window = { isFocused: () => focused, isDestroyed: () => false } as unknown as BrowserWindow
let announce: ReturnType<typeof createNotifications>
beforeEach(() => {
  FakeNotification.shown = []
  focused = false
  now = 0
  show.mockClear()
  const deps = { Notification: FakeNotification as never, now: () => now, show }
  announce = createNotifications(deps)
})
const refused = (count: number) =>
  announce(window, { kind: 'refused', count, practice: true, language: 'zh' })
const texts = () => FakeNotification.shown.map(({ options }) => options.body)

it('says how many were sent back, and that it is practice', () => {
  refused(3)
  expect(FakeNotification.shown[0]?.options).toMatchObject({
    title: '驿关 · 演练',
    body: '3 份清单被退单，需要更正',
  })
})

it('makes one of those that follow each other, and a new one after a while', () => {
  refused(3)
  now = 59_000
  refused(2)
  expect(texts()).toEqual(['3 份清单被退单，需要更正', '5 份清单被退单，需要更正'])
  expect(FakeNotification.shown.map(({ closed }) => closed)).toEqual([true, false])
  now = 120_000
  refused(1)
  expect(texts().at(-1)).toBe('1 份清单被退单，需要更正')
  expect(FakeNotification.shown[1]?.closed).toBe(false)
})

it('counts nothing of practice with what is real', () => {
  refused(3)
  announce(window, { kind: 'refused', count: 1, practice: false, language: 'zh' })
  expect(FakeNotification.shown.at(-1)?.options).toMatchObject({
    title: '驿关',
    body: '1 份清单被退单，需要更正',
  })
})

it('keeps kinds apart', () => {
  refused(3)
  announce(window, { kind: 'batch-done', count: 1, practice: false, language: 'en' })
  expect(texts().at(-1)).toBe('1 batch(es) finished')
  expect(FakeNotification.shown[0]?.closed).toBe(false)
})

it('stays silent for a window that is looked at', () => {
  focused = true
  refused(3)
  expect(texts()).toEqual([])
})

it('leads to the receipts by a click, and counts anew afterwards', () => {
  refused(3)
  FakeNotification.shown[0]?.emit('click')
  expect(show).toHaveBeenCalledWith(window, 'receipts')
  refused(1)
  expect(texts().at(-1)).toBe('1 份清单被退单，需要更正')
})
