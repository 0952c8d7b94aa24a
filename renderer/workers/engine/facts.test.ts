import { networkFailure } from '#shared/protocol/errors'
import { describe, expect, it } from 'vitest'
import type { OutboxStatus } from '#shared/protocol/engine/records'
import { afterEvent, unknownFacts, withStatus } from './facts'

const call = { at: '2026-11-01T00:00:00Z', kind: 'query', code: 'x', ms: 1, bytes: 0 } as const

describe('facts about the line', () => {
  it('are offline only when nobody answered', () => {
    const failure = networkFailure('network')
    const off = afterEvent(unknownFacts, { kind: 'call', call, failure })
    expect(off).toMatchObject({ line: 'offline', lastFailure: { code: 'network' } })
    const reached = afterEvent(unknownFacts, { kind: 'call', call, failure: { ...failure, reached: true } })
    expect(reached.line).toBe('online')
  })

  it('say how far the asking about answered batches is, until it is over', () => {
    const status = { stages: {}, packed: 0 } as OutboxStatus
    const recheck = { done: 1, of: 3, more: false }
    const under = withStatus(unknownFacts, { ...status, recheck })
    expect(under.recheck).toEqual(recheck)
    expect(withStatus(under, status)).not.toHaveProperty('recheck')
  })

  it('forget the last failure with the next good call', () => {
    const off = afterEvent(unknownFacts, { kind: 'call', call, failure: networkFailure('dns') })
    expect(afterEvent(off, { kind: 'call', call })).toEqual({
      ...unknownFacts,
      line: 'online',
      lastCallAt: call.at,
    })
  })
})
