import { describe, expect, it } from 'vitest'
import { signerRefusal, type KnownSigner } from './desk-signer'

const desk = { id: '00000000-0000-4000-8000-000000000001', code: 'B', name: '李关务' }
const known: KnownSigner = { desk: desk.id, fingerprint: 'AA:01', at: '2026-11-02T08:00:00Z', who: '王' }

describe('the key of a file from another desk', () => {
  it('is shown and must be confirmed the first time', () => {
    const first = signerRefusal([], { desk }, { fingerprint: 'AA:01', confirmed: false })
    expect(first).toMatchObject({ code: 'desk-signer-new' })
    expect(first!.text.zh).toContain('工位 B（李关务）')
    expect(signerRefusal([], { desk }, { fingerprint: 'AA:01', confirmed: true })).toBeUndefined()
  })

  it('is not asked about again while it stays the same', () => {
    expect(signerRefusal([known], { desk }, { fingerprint: 'AA:01', confirmed: false })).toBeUndefined()
  })

  it('is refused when it changed, with both keys in the words, also when somebody confirms it in passing', () => {
    for (const confirmed of [false, true]) {
      const changed = signerRefusal([known], { desk }, { fingerprint: 'BB:02', confirmed })
      expect(changed).toMatchObject({ code: 'desk-signer-changed' })
      expect(changed!.text.zh).toContain('2026-11-02 由 王 核对过的是 AA:01，这个文件是 BB:02')
      expect(changed!.text.en).toContain('AA:01')
    }
  })

  it('counts for its desk only', () => {
    const other = { ...desk, id: '00000000-0000-4000-8000-000000000002' }
    const refusal = signerRefusal([known], { desk: other }, { fingerprint: 'AA:01', confirmed: false })
    expect(refusal).toMatchObject({ code: 'desk-signer-new' })
  })
})
