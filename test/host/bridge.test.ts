import { describe, expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture()

describe('contextBridge', () => {
  it('is there before the first script of the page', async () => {
    expect(await fixture.page.evaluate(() => window.early)).toBe('object')
  })

  it('exposes a frozen object under a property nobody can replace', async () => {
    const result = await fixture.page.evaluate(() => {
      const { fixture: exposed } = window
      Reflect.set(window, 'fixture', 1)
      Reflect.set(exposed, 'sync', () => 'mine')
      return {
        same: window.fixture === exposed,
        frozen: Object.isFrozen(exposed) && Object.isFrozen(exposed.nested.list),
        answer: exposed.sync('theirs'),
      }
    })
    expect(result).toEqual({ same: true, frozen: true, answer: 'theirs' })
  })

  it('copies values, proxies functions both ways, and returns synchronously', async () => {
    const result = await fixture.page.evaluate(() => ({
      nested: JSON.stringify(window.fixture.nested.list),
      bytes: window.fixture.nested.bytes instanceof Uint8Array && [...window.fixture.nested.bytes],
      map: window.fixture
        .sync(new Map([[1, new Date(5)]]))
        .get(1)
        ?.getTime(),
      twice: window.fixture.twice((n) => n * 3),
    }))
    expect(result).toEqual({ nested: '[1,{"deep":true}]', bytes: [1, 2, 3], map: 5, twice: 9 })
  })

  it('carries a thrown error over', async () => {
    const message = await fixture.page.evaluate(() => {
      try {
        return window.fixture.fail()
      } catch (error) {
        return error instanceof Error && error.message
      }
    })
    expect(message).toBe('too far')
  })

  it('keeps the worlds apart: no globals of the page in the preload, nothing of Electron in the page', async () => {
    const seen = await fixture.page.evaluate(() => window.fixture.sees())
    expect(seen.page).toBe('undefined')
    const leaks = await fixture.page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) =>
        /^(require|module|process|electron|ipcRenderer|contextBridge)$|standIn|^(post|wire)[0-9a-f]{8}/.test(
          name,
        ),
      ),
    )
    expect(leaks).toEqual([])
  })

  it('lets a sandboxed preload require electron and no file or module of Node', async () => {
    const message = await fixture.page.evaluate(() => {
      try {
        return window.fixture.requires('node:fs')
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(message).toBe('module not found: node:fs')
  })
})
