import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { guardNavigation } from './electron/navigation'

vi.mock('./electron/origins', () => ({ toApp: (url: string) => url }))

it('holds back every request of a page, also when it asks again before the first is held back', async () => {
  const main = {}
  const told: string[] = []
  const session = Object.assign(new EventEmitter(), {
    send: () => Promise.resolve(),
    tell: (method: string) => void told.push(method),
  })
  const contents = new EventEmitter().on('will-navigate', (event: Event) => event.preventDefault())
  const frames = { get: () => main, main }
  await guardNavigation(session as never, contents, frames as never, () => undefined)
  const url = 'http://elsewhere.example/'
  const ask = () =>
    session.emit('Page.frameRequestedNavigation', { frameId: 'f', url, disposition: 'currentTab' })
  const hold = (requestId: string) =>
    session.emit('Fetch.requestPaused', { requestId, frameId: 'f', request: { url } })
  ask()
  ask()
  hold('1')
  hold('2')
  expect(told).toEqual(['Fetch.failRequest', 'Fetch.failRequest'])
  // What main loads afterwards is nobody's question.
  hold('3')
  expect(told.at(-1)).toBe('Fetch.continueRequest')
})
