import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alongside, CAPABILITIES_LAST_MS, decide } from './decide'
import type { BatchStage } from './records'
import { batch, head, memory, work } from './testing'

const hold = (kind: 'guard' | 'auth' | 'service') => ({
  kind,
  reason: { code: 'x', text: { zh: 'x', en: 'x' } },
})
const queued = [head(1, 'CEB303', 1)]

describe('next step', () => {
  it('asks for the limits before anything else, and again when they are old or of another account', () => {
    const busy = work({ queued, batches: [batch()] })
    expect(decide(busy, memory({ capabilities: undefined }), 10).do).toBe('capabilities')
    expect(decide(busy, memory(), CAPABILITIES_LAST_MS + 1).do).toBe('capabilities')
    expect(decide({ ...busy, epoch: 2 }, memory(), 10).do).toBe('capabilities')
  })

  it('asks about what may have left before it sends anything new', () => {
    expect(decide(work({ queued, batches: [batch()] }), memory(), 10).do).toBe('query')
    expect(decide(work({ queued, batches: [batch({ stage: 'sending' })] }), memory(), 10).do).toBe('query')
  })

  it('sends the same bytes again only when the service said that it lacks them', () => {
    expect(decide(work({ batches: [batch({ resend: true })] }), memory(), 10).do).toBe('send')
    expect(decide(work({ batches: [batch({ stage: 'fixed' })] }), memory(), 10).do).toBe('send')
    const refused = batch({ resend: true, verdict: hold('auth').reason })
    expect(decide(work({ batches: [refused] }), memory(), 10).do).toBe('query')
    expect(decide(work({ batches: [batch({ resend: true, ghost: true })] }), memory(), 10).do).toBe('query')
  })

  it('lets other dossiers pass a batch that waits', () => {
    const step = decide(work({ queued, batches: [batch({ nextAt: 99 })] }), memory(), 10)
    expect(step).toMatchObject({ do: 'compose', submissions: queued })
  })

  it('wakes for what rests, and sends nothing of it before', () => {
    const resting = work({ queued: [head(1, 'CEB303', 1, { restsUntil: 5_000 })] })
    expect(decide(resting, memory({ probeAt: 9_000 }), 10)).toEqual({ do: 'idle', until: 5_000 })
    expect(decide(resting, memory({ probeAt: 9_000 }), 5_000).do).toBe('compose')
  })

  it('probes what was answered before it sends more than is kept to be probed', () => {
    const answered = (count: number) =>
      decide(work({ queued, sample: Array.from({ length: count }, (_, n) => `b${n}`) }), memory(), 10)
    expect(answered(31).do).toBe('compose')
    expect(answered(32)).toEqual({ do: 'recheck', batch: 'b0', probe: true })
    const silent = memory({ recheckTries: 1, probeAt: 99 })
    const full = work({ queued, sample: Array.from({ length: 64 }, (_, n) => `b${n}`) })
    expect(decide(full, silent, 10).do).toBe('compose')
  })

  it('takes receipts and new batches in turn', () => {
    const both = work({ queued, pull: { failures: 0, nextAt: 0 }, cursor: 'c' })
    expect(decide(both, memory({ lastPulled: false }), 10)).toEqual({ do: 'pull', cursor: 'c', limit: 50 })
    expect(decide(both, memory({ lastPulled: true }), 10).do).toBe('compose')
    expect(decide({ ...both, queued: [] }, memory({ lastPulled: true }), 10).do).toBe('pull')
  })

  it('looks for receipts soon after something was taken in, however quiet it was, but not when that fails', () => {
    const quiet = work({ pull: { failures: 0, nextAt: 15_000 } })
    expect(decide(quiet, memory({ newsAt: 2_010 }), 10)).toEqual({ do: 'idle', until: 2_010 })
    expect(decide(quiet, memory({ newsAt: 2_010 }), 2_010).do).toBe('pull')
    const failing = { ...quiet, pull: { failures: 1, nextAt: 15_000 } }
    expect(decide(failing, memory({ newsAt: 2_010 }), 2_010)).toEqual({ do: 'idle', until: 15_000 })
  })

  it('held by the guard asks and receives, but sends nothing', () => {
    const held = work({ queued, hold: hold('guard') })
    expect(decide({ ...held, batches: [batch({ stage: 'fixed' })] }, memory(), 10).do).toBe('idle')
    expect(decide({ ...held, batches: [batch()] }, memory(), 10).do).toBe('query')
    expect(decide({ ...held, pull: { failures: 0, nextAt: 0 } }, memory(), 10).do).toBe('pull')
  })

  it.each(['auth', 'service'] as const)('held by %s does nothing at all', (kind) => {
    expect(decide(work({ queued, batches: [batch()], hold: hold(kind) }), memory(), 10).do).toBe('idle')
  })

  it('waits until the first thing is due', () => {
    const later = work({ batches: [batch({ nextAt: 500 })], pull: { failures: 0, nextAt: 400 } })
    expect(decide(later, memory(), 10)).toEqual({ do: 'idle', until: 400 })
    expect(decide({ ...later, line: { failures: 1, nextAt: 50 } }, memory(), 10)).toEqual({
      do: 'idle',
      until: 50,
    })
  })

  it('does not wait a day because the clock was set back a day', () => {
    const day = 86_400_000
    expect(decide(work({ queued, line: { failures: 1, nextAt: day } }), memory(), 10).do).toBe('capabilities')
    expect(decide(work({ batches: [batch({ nextAt: day })] }), memory(), 10).do).toBe('query')
  })

  it('sends nothing over a line that failed before it has answered a harmless question', () => {
    const line = { failures: 2, nextAt: 0 }
    expect(decide(work({ queued, line }), memory(), 10).do).toBe('capabilities')
    expect(decide(work({ batches: [batch({ stage: 'fixed' })], line }), memory(), 10).do).toBe('capabilities')
    expect(decide(work({ batches: [batch({ stage: 'sent' })], line }), memory(), 10).do).toBe('query')
    expect(decide(work({ queued }), memory(), 10).do).toBe('compose')
  })

  it('opens no more than eight batches', () => {
    const open = Array.from({ length: 8 }, () => batch({ nextAt: 99 }))
    expect(decide(work({ queued, batches: open }), memory(), 10).do).toBe('idle')
  })

  it('never puts a document into a new batch, nor sends, whose result is unknown', () => {
    const stages = fc.constantFrom<BatchStage>('fixed', 'sending', 'sent')
    const batches = fc.array(
      fc.record({ stage: stages, resend: fc.boolean(), ghost: fc.boolean(), nextAt: fc.nat(50) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(batches, fc.boolean(), (parts, lastPulled) => {
        const step = decide(work({ batches: parts.map(batch) }), memory({ lastPulled }), 10)
        if (step.do === 'compose') expect.unreachable('nothing is queued')
        if (step.do !== 'send') return
        const { stage, resend, ghost } = step.batch
        expect(ghost).toBe(false)
        expect(stage === 'fixed' || resend).toBe(true)
      }),
    )
  })
})

describe('at the same time', () => {
  const due = { failures: 0, nextAt: 0 }
  const fixed = batch({ stage: 'fixed' })
  const all = (given: Parameters<typeof work>[0], lastPulled = false) => {
    const [now, remembered] = [work(given), memory({ lastPulled })]
    const first = decide(now, remembered, 10)
    return [first, ...alongside(first, now, remembered, 10)].map((effect) => effect.do)
  }

  it('receives, sends and makes the next batch', () => {
    expect(all({ queued, batches: [fixed], pull: due })).toEqual(['pull', 'send', 'compose'])
    expect(all({ queued, batches: [fixed], pull: due }, true)).toEqual(['send', 'pull', 'compose'])
    expect(all({ queued, batches: [fixed] })).toEqual(['send', 'compose'])
    expect(all({ queued, pull: due })).toEqual(['pull', 'compose'])
    expect(all({ batches: [batch()], pull: due })).toEqual(['pull', 'query'])
    expect(all({ pull: due })).toEqual(['pull'])
  })

  it('makes no batch ahead while another waits to be sent or asked about, nor a ninth', () => {
    expect(all({ queued, batches: [fixed, batch({ stage: 'fixed' })] })).toEqual(['send'])
    const open = Array.from({ length: 7 }, () => batch({ nextAt: 99 }))
    expect(all({ queued, batches: [fixed, ...open] })).toEqual(['send'])
    expect(all({ queued, batches: [fixed, ...open.slice(1)] })).toEqual(['send', 'compose'])
  })

  it('tries one thing over a line that failed, and sends nothing that is held', () => {
    const line = { failures: 1, nextAt: 0 }
    expect(all({ queued, batches: [batch()], pull: due, line })).toHaveLength(1)
    expect(all({ queued, batches: [fixed], pull: due, hold: hold('guard') })).toEqual(['pull'])
    expect(all({ queued, batches: [fixed], pull: due, pass: 0 })).toEqual(['readmit'])
  })
})
