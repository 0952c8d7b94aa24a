import { EventEmitter } from 'node:events'
import type { App, BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClosing, type Closing } from './closing'

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  destroyed = false
  close(): void {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) }
    this.emit('close', event)
    if (!event.prevented) this.destroy()
  }
  destroy(): void {
    this.destroyed = true
    this.emit('closed')
  }
  isDestroyed = () => this.destroyed
  show = () => undefined
}

class FakeApp extends EventEmitter {
  quit = vi.fn(() => {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) }
    this.emit('before-quit', event)
    if (!event.prevented) for (const one of windows) one.close()
  })
}

const tell = vi.fn()
let app: FakeApp
let closing: Closing
let windows: FakeWindow[]
let window: FakeWindow
const shown = (one = window) => one as unknown as BrowserWindow
beforeEach(() => {
  vi.useFakeTimers()
  tell.mockClear()
  app = new FakeApp()
  closing = createClosing({ app: app as unknown as App, tell })
  windows = [new FakeWindow(), new FakeWindow(), new FakeWindow()]
  for (const one of windows) closing.attach(shown(one))
  window = windows[1]!
})
afterEach(() => vi.useRealTimers())

it('closes a window that holds nothing without asking its page', () => {
  window.close()
  expect(window.destroyed).toBe(true)
  expect(tell).not.toHaveBeenCalled()
})

it('asks the page of a window that holds input, and closes when the page says so', () => {
  closing.hold(shown(), true)
  window.close()
  expect(window.destroyed).toBe(false)
  expect(tell).toHaveBeenCalledWith(window, true)
  closing.close(shown())
  expect(window.destroyed).toBe(true)
})

it('asks no more once the input was saved', () => {
  closing.hold(shown(), true)
  closing.hold(shown(), false)
  window.close()
  expect(window.destroyed).toBe(true)
})

it('closes a window whose page has crashed', () => {
  closing.hold(shown(), true)
  window.webContents.emit('render-process-gone')
  window.close()
  expect(window.destroyed).toBe(true)
})

it('at a signal lets the page keep its input without a question, and ends without an answer', () => {
  closing.hold(shown(), true)
  closing.endWithoutAsking()
  window.close()
  expect(tell).toHaveBeenCalledWith(window, false)
  expect(window.destroyed).toBe(false)
  vi.runAllTimers()
  expect(window.destroyed).toBe(true)
})

describe('quitting', () => {
  const open = () => windows.map(({ destroyed }) => !destroyed)

  it('closes nothing before every window with input was asked, one after the other', () => {
    closing.hold(shown(windows[0]), true)
    closing.hold(shown(windows[2]), true)
    app.quit()
    expect(open()).toEqual([true, true, true])
    expect(tell.mock.calls).toEqual([[windows[0], true]])
    closing.close(shown(windows[0]))
    expect(open()).toEqual([false, true, true])
    expect(tell.mock.calls).toEqual([
      [windows[0], true],
      [windows[2], true],
    ])
    closing.close(shown(windows[2]))
    expect(open()).toEqual([false, false, false])
  })

  it('is forgotten when the officer goes on editing', () => {
    closing.hold(shown(), true)
    app.quit()
    closing.hold(shown(), true)
    closing.close(shown())
    expect(open()).toEqual([true, false, true])
  })
})
