import { describe, expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture()

describe('invoke and handle', () => {
  it('clones what the structured clone algorithm can, with identities', async () => {
    const result = await fixture.page.evaluate(async () => {
      const cyclic: Record<string, unknown> = { n: Number.NaN, z: -0, u: undefined, big: 2n ** 70n }
      cyclic.self = cyclic
      const value = {
        map: new Map([['k', { d: new Date(7) }]]),
        set: new Set([1, 'two']),
        pattern: /a+/gi,
        bytes: new Uint8Array([0, 255]),
        floats: new Float64Array([1.5]),
        error: new RangeError('r'),
        sparse: [1, null, undefined],
        cyclic,
        ['__proto__x']: 1,
      }
      const back = (await window.fixture.invoke('echo', value)) as typeof value
      return {
        map: back.map.get('k')?.d.getTime(),
        set: back.set.has('two'),
        pattern: String(back.pattern),
        bytes: back.bytes instanceof Uint8Array && back.bytes[1],
        floats: back.floats instanceof Float64Array && back.floats[0],
        error: back.error instanceof RangeError && back.error.message,
        sparse: back.sparse.length === 3 && back.sparse[2] === undefined,
        nan: Number.isNaN(back.cyclic.n),
        zero: Object.is(back.cyclic.z, -0),
        undefinedKept: 'u' in back.cyclic,
        big: back.cyclic.big === 2n ** 70n,
        self: back.cyclic.self === back.cyclic,
      }
    })
    expect(result).toEqual({
      map: 7,
      set: true,
      pattern: '/a+/gi',
      bytes: 255,
      floats: 1.5,
      error: 'r',
      sparse: true,
      nan: true,
      zero: true,
      undefinedKept: true,
      big: true,
      self: true,
    })
  })

  it('carries a chunk of a megabyte unchanged, in the order of sending', async () => {
    const result = await fixture.page.evaluate(async () => {
      const chunk = Uint8Array.from({ length: 1_048_576 }, (_, n) => n % 251)
      const sums = (bytes: Uint8Array) =>
        bytes.reduce((sum, byte, n) => (sum + byte * (n % 7)) % 1_000_003, 0)
      const calls = [chunk, 'small', chunk.subarray(5, 70_000), 'end'].map((value) =>
        window.fixture.invoke('echo', value),
      )
      const order: number[] = []
      calls.forEach((call, n) => void call.then(() => order.push(n)))
      const [whole, , part] = (await Promise.all(calls)) as [Uint8Array, string, Uint8Array]
      return { same: sums(whole) === sums(chunk), part: part.length, first: part[0], order }
    })
    expect(result).toEqual({ same: true, part: 69_995, first: 5, order: [0, 1, 2, 3] })
  })

  it.each([
    ['a function', 'function'],
    ['a DOM object', 'dom'],
  ])('rejects %s as an argument', async (_what, kind) => {
    const message = await fixture.page.evaluate(async (which) => {
      try {
        // Straight through the bridge a function would be proxied, so it hides in a class the bridge does not open.
        const value = which === 'function' ? new Map([[1, () => 1]]) : new Blob(['x'])
        await window.fixture.invoke('echo', value)
        return 'accepted'
      } catch (error) {
        return (error as Error).message
      }
    }, kind)
    expect(message).not.toBe('accepted')
  })

  it('hands over only the text of an error thrown in a handler, behind a prefix', async () => {
    const error = await fixture.page.evaluate(() =>
      window.fixture
        .invoke('fail')
        .catch((caught: Error) => ({ name: caught.name, message: caught.message })),
    )
    expect(error).toEqual({
      name: 'Error',
      message: "Error invoking remote method 'fail': TypeError: not like this",
    })
  })

  it('rejects a channel nobody handles, and a result that cannot be cloned', async () => {
    const messages = await fixture.page.evaluate(() =>
      Promise.all(
        ['nobody', 'function'].map((name) => window.fixture.invoke(name).catch((e: Error) => e.message)),
      ),
    )
    expect(messages[0]).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    )
    expect(messages[1]).toContain('could not be cloned')
  })

  it('tells main which frame asked', async () => {
    expect(await fixture.invoke('sender')).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      isMain: true,
      window: 1,
    })
  })
})

it('sends to the page until it stops listening', async () => {
  const got = await fixture.page.evaluate(async () => {
    const news: [string, number][] = []
    const stop = window.fixture.on('news', ((text: string, bytes: Uint8Array) =>
      news.push([text, bytes.length])) as never)
    await window.fixture.invoke('broadcast', 'one')
    await window.fixture.invoke('broadcast', 'two')
    stop()
    await window.fixture.invoke('broadcast', 'three')
    return news
  })
  expect(got).toEqual([
    ['one', 40_000],
    ['two', 40_000],
  ])
})

it('says by name what is not implemented', async () => {
  expect(await fixture.invoke('touch', 'setLoginItemSettings')).toBe(
    'stand-in: app.setLoginItemSettings is not implemented',
  )
  expect(await fixture.invoke('weak')).toBe(
    'stand-in: webPreferences.contextIsolation = false is not implemented',
  )
})
