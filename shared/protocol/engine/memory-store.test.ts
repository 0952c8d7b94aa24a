import { describe, expect, it } from 'vitest'
import { MemoryStore } from './memory-store'
import { storeContract } from './store-contract'

describe('memory store', () => {
  storeContract(() => new MemoryStore('A'), { test: it, expect })

  it('gives snapshots that later writes do not touch', async () => {
    const store = new MemoryStore('A')
    const before = store.snapshot()
    await store.switchAccount('B')
    expect(before.account).toBe('A')
    expect((await new MemoryStore(before).status()).account).toBe('A')
  })
})
