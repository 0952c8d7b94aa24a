import { afterEach, describe, expect, it } from 'vitest'
import { CommonStore } from './common'

const stores: CommonStore[] = []
const open = () => {
  const store = new CommonStore()
  stores.push(store)
  return store
}
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  indexedDB.deleteDatabase('common')
})

describe('the common store', () => {
  it('remembers a grown code with the day it was first seen and its newest name', async () => {
    const store = open()
    const code = { table: 'currency', code: '999', name: '甲', firstSeen: '2026-01-01', source: 'list C1' }
    await store.growCode(code)
    await store.growCode({ ...code, name: '乙', firstSeen: '2026-02-02' })
    expect(await open().grownCodes()).toEqual([{ ...code, id: 'currency:999', name: '乙' }])
  })

  it('keeps versions and settings over a reopening', async () => {
    const version = { name: 'hs', version: '2026', date: '2026-01-01', source: 'official' }
    await open().setVersion(version)
    await open().set('grid.orders', { widths: [80, 120] })
    expect(await open().versions()).toEqual([version])
    expect(await open().setting('grid.orders')).toEqual({ widths: [80, 120] })
    expect(await open().setting('never set')).toBeUndefined()
  })
})
