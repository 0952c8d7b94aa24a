import { proxy } from 'comlink'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpFailure } from '#shared/protocol/errors'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { ExchangeLink } from '../../data/port'

vi.setConfig({ testTimeout: 120_000 })

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})

const exchange = ({ port }: TestWindow, link: ExchangeLink) =>
  port.startExchange(proxy(link) as never, proxy(() => undefined) as never)
const held = ({ port }: TestWindow) =>
  until(
    () => port.exchangeFacts(),
    ({ holdKind }) => holdKind !== undefined,
  )

/** A book with one 清单 in the queue. */
async function queuedBook(database: string, sentinel = memorySentinel()): Promise<void> {
  window = await openSampleWindow(database, sentinel)
  const { port } = window
  await port.match()
  await port.buildLists({ numbers: ['#2001'] })
  await port.declare({}, '第一批')
  main = await startTestMain()
}

describe('what holds the exchange', () => {
  it('is a sign-in that fails, or a service that is not for this book; nothing is sent until it is lifted', async () => {
    await queuedBook(newDatabaseName())
    const { port } = window
    let ill: 'auth' | 'service' | undefined = 'auth'
    const link: ExchangeLink = {
      ...main.link,
      async capabilities(account) {
        if (ill === 'auth') return { ok: false, failure: httpFailure(401, {}, undefined, 0) }
        const found = await main.link.capabilities(account)
        if (!found.ok || ill === undefined) return found
        return { ok: true, value: { ...found.value, service: { ...found.value.service, practice: false } } }
      },
    }
    await exchange(window, link)
    expect(await held(window)).toMatchObject({ holdKind: 'auth', queued: 4 })
    ill = 'service'
    await port.releaseHold('auth')
    const facts = await until(
      () => port.exchangeFacts(),
      ({ holdKind }) => holdKind === 'service',
    )
    expect(facts.hold?.code).toBe('book-mismatch')
    expect(main.calls).not.toContain('putBatch')
    ill = undefined
    await port.releaseHold('service')
    await until(
      () => port.totals('lists', { where: [{ column: 'state', is: 'in', values: ['cleared'] }] }),
      ({ rows }) => rows === 1,
    )
    expect(await port.exchangeFacts()).not.toHaveProperty('holdKind')
  })

  it('is a database older than what left this machine: it asks and receives, and neither sends nor queues', async () => {
    const database = newDatabaseName()
    const sentinel = memorySentinel()
    await queuedBook(database, sentinel)
    window.worker.terminate()
    await sentinel.advance({ outbox: 99 })
    window = await openTestWindow(database, sentinel)
    const { port } = window
    const health = await port.health()
    expect(health).toMatchObject({ state: 'suspect', shortfalls: [{ counter: 'outbox', sentinel: 99 }] })
    await exchange(window, main.link)
    expect(await held(window)).toMatchObject({ holdKind: 'guard', queued: 4 })
    await until(
      () => Promise.resolve(main.calls),
      (calls) => calls.includes('receipts'),
    )
    await port.releaseHold('guard')
    expect(await held(window)).toMatchObject({ holdKind: 'guard' })
    expect(main.calls).not.toContain('putBatch')
    await port.buildLists({ numbers: ['#2002'] })
    await expect(port.declare({ numbers: ['#2002'] }, '再报')).rejects.toMatchObject({ code: 'suspect' })
  })
})
