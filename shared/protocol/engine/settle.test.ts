import { describe, expect, it } from 'vitest'
import type { BatchAnswer } from '../api'
import { httpFailure, networkFailure, type Failure } from '../errors'
import type { BatchHead } from './records'
import { GHOST_ASKS, MOST_UNCLEAR, MOST_UNKNOWN, settleOutcome } from './settle'
import { batch } from './testing'
import { settleBatch } from './transitions'

const call = { at: '', kind: 'send' as const, code: '', ms: 1, bytes: 1 }
const body = (code: string) => ({ error: { code, message: { zh: 'a', en: 'a' }, fix: { zh: 'b', en: 'b' } } })
function settle(doing: 'send' | 'query', of: BatchHead, failure: Failure, failures = 0) {
  const mood = { foreground: true, random: 0.5 }
  const around = { now: 1_000, at: '', line: { failures, nextAt: 0 }, mood, call }
  return settleOutcome(doing, of, { ok: false, failure }, around)
}
const verbs = (steps: { verb: string }[]) => steps.map(({ verb }) => verb)
const http = (status: number, code?: string, wait?: string) =>
  httpFailure(status, code && body(code), wait, 0)

describe('outcome of a request about a batch', () => {
  it('that got no answer leaves the batch unknown; it is never taken apart', () => {
    for (const failure of [
      networkFailure('timeout'),
      networkFailure('network'),
      http(502),
      http(504),
      http(429),
    ]) {
      const steps = settle('send', batch(), failure)
      expect(steps[0]).toMatchObject({ verb: 'markSent' })
      expect(verbs(steps)).not.toContain('dissolve')
      expect(steps[0]).not.toMatchObject({ note: { resend: true } })
    }
  })

  it('unknown there: the same bytes again', () => {
    expect(settle('query', batch(), http(404, 'unknown-batch'))).toMatchObject([
      { verb: 'markSent', note: { resend: true, counts: false } },
    ])
  })

  it('404 without the code of the service proves nothing', () => {
    expect(settle('query', batch(), http(404))[0]).toMatchObject({ verb: 'markSent', note: { counts: true } })
    expect(settle('query', batch(), http(404))[0]).not.toMatchObject({ note: { resend: true } })
  })

  it('refused as a whole is confirmed by a query before it is taken apart', () => {
    const [refused] = settle('send', batch(), http(422, 'unreadable'))
    expect(refused).toMatchObject({ verb: 'markSent', note: { verdict: { code: 'unreadable' } } })
    const verdict = { code: 'unreadable', text: { zh: 'x', en: 'x' } }
    const four = batch({ verdict, submissions: ['a', 'b', 'c', 'd'] })
    expect(settle('query', four, http(404, 'unknown-batch'))).toMatchObject([
      { verb: 'dissolve', how: { crowd: 2, reason: verdict } },
    ])
    const single = batch({ verdict, submissions: ['a'] })
    expect(settle('query', single, http(404, 'unknown-batch'))).toMatchObject([
      { verb: 'dissolve', how: { crowd: 0 } },
    ])
  })

  it('same id, other bytes: a person', () => {
    expect(verbs(settle('send', batch(), http(409, 'batch-hash-differs')))).toEqual(['markSent', 'park'])
    // The page of a proxy: asked about first, like any other refusal.
    expect(verbs(settle('send', batch(), http(409)))).toEqual(['markSent'])
  })

  it('sign-in lost: everything stops, the queue is kept', () => {
    const steps = settle('send', batch(), http(401, 'token-expired'))
    expect(steps).toMatchObject([{ verb: 'markSent' }, { verb: 'hold', hold: { kind: 'auth' } }])
  })

  it('a bad line slows down the line and honours Retry-After', () => {
    const steps = settle('send', batch(), http(503, 'busy', '90'), 2)
    expect(steps[1]).toMatchObject({ verb: 'line', pace: { failures: 3 } })
    expect(steps[1]).toHaveProperty('pace.nextAt', 1_000 + 90_000 + 500)
  })

  it('days offline park nothing; a batch that breaks a good line again and again is parked', () => {
    const tired = batch({ unclear: MOST_UNCLEAR - 1 })
    expect(verbs(settle('send', tired, networkFailure('network'), 3))).toEqual(['markSent', 'line'])
    expect(verbs(settle('send', tired, networkFailure('network'), 0))).toEqual(['markSent', 'park', 'line'])
    expect(verbs(settle('send', tired, http(503), 0))).toEqual(['markSent', 'line'])
  })

  it('errors of the service are repeated, then a person decides; unknown ones sooner', () => {
    expect(verbs(settle('send', batch(), http(500)))).toEqual(['markSent'])
    expect(verbs(settle('send', batch({ unclear: MOST_UNCLEAR - 1 }), http(500)))).toContain('park')
    expect(verbs(settle('send', batch({ unclear: MOST_UNKNOWN - 1 }), http(418)))).toContain('park')
  })

  it('a ghost is asked about several times over minutes before its documents are let go', () => {
    const ghost = (unclear: number) => batch({ ghost: true, unclear })
    const absent = http(404, 'unknown-batch')
    expect(settle('query', ghost(0), absent)).toMatchObject([
      { verb: 'markSent', note: { counts: true, nextAt: 121_000 } },
    ])
    expect(verbs(settle('query', ghost(GHOST_ASKS - 1), absent))).toEqual(['dissolve'])
  })

  it('a ghost the service took in half keeps the rest back as long as one that is unknown', () => {
    const item = { message: 'CEB303', businessKey: 'k', outcome: 'accepted' as const }
    const answer: BatchAnswer = { batchId: batch().id, state: 'accepted', receivedAt: '', items: [item] }
    const ghost = (unclear: number) => batch({ ghost: true, unclear, marks: ['m1', 'm2'] })
    expect(settleBatch(ghost(0), answer, [], 9)).toMatchObject({ stage: 'sent', unclear: 1, nextAt: 9 })
    expect(settleBatch(ghost(GHOST_ASKS - 1), answer, [], 9)).toMatchObject({ stage: 'answered' })
    const whole = { ...answer, items: [item, { ...item, businessKey: 'l' }] }
    expect(settleBatch(ghost(0), whole, [], 9)).toMatchObject({ stage: 'answered' })
  })
})
