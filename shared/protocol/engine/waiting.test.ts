import { describe, expect, it } from 'vitest'
import type { Stage } from './records'
import { head } from './testing'
import { waitReason } from './waiting'

const free = {
  held: new Set<string>(),
  untaken: new Set<string>(),
  unsigned: new Set<string>(),
  openFilings: new Set<string>(),
}

describe('why a document waits', () => {
  const of = (order: Stage) => {
    const lane = [head(1, 'CEB303', 1, { stage: order }), head(2, 'CEB603', 1, { stage: 'waiting' })]
    return waitReason(lane[1]!, lane, free)
  }

  it.each([
    ['sent', 'document'],
    ['waiting', 'document'],
    ['rejected', 'refused'],
    ['attention', 'refused'],
    ['cancelled', 'taken'],
  ] as const)('an order that is %s: %s', (stage, code) => {
    expect(of(stage)).toMatchObject({ code, message: 'CEB303' })
  })

  it('is nothing once it may go', () => {
    expect(of('accepted')).toBeUndefined()
  })

  it('names what the service does not take', () => {
    const one = head(1, 'CEB303', 1)
    expect(waitReason(one, [one], { ...free, untaken: new Set(['CEB303']) })).toMatchObject({
      code: 'untaken',
    })
    expect(waitReason(one, [one], { ...free, held: new Set([one.mark]) })).toMatchObject({ code: 'ghost' })
  })
})
