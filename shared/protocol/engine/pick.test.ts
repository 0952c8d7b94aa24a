import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf } from './heads'
import { relane, waitCause } from './lane'
import { pickBatch } from './pick'
import type { Stage } from './records'
import { head } from './testing'

const ids = (all: { id: string }[]) => all.map(({ id }) => id)
const free = {
  held: new Set<string>(),
  untaken: new Set<string>(),
  unsigned: new Set<string>(),
  openFilings: new Set<string>(),
}

describe('choosing a batch', () => {
  it('keeps dossiers together and puts the list after its order', () => {
    const queue = [head(1, 'CEB603', 1), head(2, 'CEB303', 1), head(3, 'CEB303', 2), head(4, 'CEB603', 2)]
    expect(ids(pickBatch(queue, { maxDocuments: 3 }, 0))).toEqual(['s2', 's1'])
    expect(ids(pickBatch(queue, { maxDocuments: 4 }, 0))).toEqual(['s2', 's1', 's3', 's4'])
  })

  it('cuts a dossier only when it fills a batch alone, and then from its front', () => {
    const queue = [head(1, 'CEB303', 1), head(2, 'CEB505', 1), head(3, 'CEB603', 1)]
    expect(ids(pickBatch(queue, { maxDocuments: 2 }, 0))).toEqual(['s1', 's2'])
  })

  it('leaves out what rests, and what may only go with it', () => {
    const queue = [head(1, 'CEB303', 1, { restsUntil: 50 }), head(2, 'CEB603', 1), head(3, 'CEB303', 2)]
    expect(ids(pickBatch(queue, { maxDocuments: 9 }, 49))).toEqual(['s3'])
    expect(ids(pickBatch(queue, { maxDocuments: 9 }, 50))).toEqual(['s1', 's2', 's3'])
  })

  it('lets documents of a refused batch travel only in the company they may keep', () => {
    const queue = [1, 2, 3, 4].map((n) => head(n, 'CEB303', n, n === 1 ? { crowd: 2 } : {}))
    expect(ids(pickBatch(queue, { maxDocuments: 9 }, 0))).toEqual(['s1', 's2'])
    const alone = [1, 2, 3].map((n) => head(n, 'CEB303', n, n === 2 ? { crowd: 1 } : {}))
    expect(ids(pickBatch(alone, { maxDocuments: 9 }, 0))).toEqual(['s1', 's3'])
  })

  it('is never empty while something may go, never above a limit, never a list before its order', () => {
    const queue = fc.array(
      fc.record({
        message: fc.constantFrom('CEB303', 'CEB505', 'CEB603'),
        dossier: fc.integer({ min: 1, max: 5 }),
        crowd: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 15 },
    )
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 8 }), (parts, maxDocuments) => {
        const seen = new Set<string>()
        const unique = parts.filter(({ message, dossier }) => {
          const key = `${message} ${dossier}`
          return seen.has(key) ? false : (seen.add(key), true)
        })
        const queued = unique.map(({ message, dossier, crowd }, n) =>
          head(n, message, dossier, crowd ? { crowd } : {}),
        )
        const picked = pickBatch(queued, { maxDocuments }, 0)
        expect(picked.length).toBeGreaterThan(0)
        expect(picked.length).toBeLessThanOrEqual(
          Math.min(maxDocuments, ...picked.map((one) => one.crowd ?? 99)),
        )
        for (const [at, one] of picked.entries()) {
          for (const wait of one.waits) {
            const partner = queued.find(
              (o) => o.message === wait.message && o.businessKey === wait.businessKey,
            )
            if (partner) expect(picked.indexOf(partner)).toBeLessThan(at)
            if (partner) expect(picked).toContain(partner)
          }
        }
      }),
    )
  })
})

describe('a dossier', () => {
  const stagesAfter = (order: Stage, list: Stage = 'queued') => {
    const lane = [head(1, 'CEB303', 1, { stage: order }), head(2, 'CEB603', 1, { stage: list })]
    return relane(lane, free).get('s2')
  }

  it('holds back its list while the order is under way, refused, before a person or taken back', () => {
    for (const stage of ['sending', 'sent', 'rejected', 'attention', 'waiting', 'cancelled'] as const) {
      if (stage !== 'waiting') expect(stagesAfter(stage)).toBe('waiting')
    }
  })

  it('lets the list go with a queued order, and after one that was taken in', () => {
    expect(stagesAfter('queued')).toBeUndefined()
    expect(stagesAfter('accepted', 'waiting')).toBe('queued')
    expect(stagesAfter('done', 'waiting')).toBe('queued')
  })

  it('does not wait for a document that somebody else sends', () => {
    expect(relane([head(2, 'CEB603', 1)], free).size).toBe(0)
  })

  it('in a correction waits until the changed order is stored', () => {
    const wait = { ...head(2, 'CEB603', 1).waits[0]!, until: 'good' as const }
    const list = head(2, 'CEB603', 1, { waits: [wait], stage: 'waiting' })
    const order = head(1, 'CEB303', 1, { stage: 'accepted', attempt: 2 })
    expect(relane([order, list], free).size).toBe(0)
    const stored = { ...order, state: { ...order.state, good: true, attempt: 2 } }
    expect(relane([stored, list], free).get('s2')).toBe('queued')
    const old = { ...order, state: { ...order.state, good: true, attempt: 1 } }
    expect(relane([old, list], free).size).toBe(0)
  })

  it('waits as a whole while a ghost batch may have carried its order', () => {
    const order = head(1, 'CEB303', 1)
    const changes = relane([order, head(2, 'CEB603', 1)], {
      ...free,
      held: new Set([order.mark]),
    })
    expect([...changes]).toEqual([
      ['s1', 'waiting'],
      ['s2', 'waiting'],
    ])
  })

  it('waits while the service does not take its order, and says so', () => {
    const lane = [head(1, 'CEB303', 1), head(2, 'CEB603', 1)]
    const outside = { ...free, untaken: new Set(['CEB303']) }
    expect([...relane(lane, outside).keys()]).toEqual(['s1', 's2'])
    expect(waitCause(lane[0]!, lane, outside)).toEqual({ cause: 'untaken' })
    const waiting = [{ ...lane[0]!, stage: 'waiting' as const }, lane[1]!]
    expect(waitCause(lane[1]!, waiting, outside)).toMatchObject({
      cause: 'document',
      wait: { message: 'CEB303' },
    })
  })

  it('waits for a filing that was queued here until it is approved, and for no other', () => {
    const wait = { message: 'FILING-GOODS', businessKey: 'SKU', until: 'good' as const }
    const order = head(1, 'CEB303', 1, { waits: [wait] })
    const openFilings = new Set([keyOf(wait)])
    expect(relane([order], free).size).toBe(0)
    expect(relane([order], { ...free, openFilings }).get('s1')).toBe('waiting')
    expect(waitCause(order, [order], { ...free, openFilings })).toEqual({ cause: 'filing', wait })
  })
})
