import { describe, expect, it } from 'vitest'
import { zoneVerdicts } from '#shared/zones/eligibility'
import { zoneById } from '#shared/zones/zones'
import { questionOf, unanswered, type Answers } from './subject'

const cangzhou = zoneById('cangzhou')!
const stateOf = (answers: Partial<Answers>) =>
  zoneVerdicts(cangzhou, {
    kind: 'enterprise',
    uscc: '911309000000000000',
    filed: true,
    ...questionOf({ ...unanswered, ...answers }),
  }).find(({ clause }) => clause === 'export-return')!.state

describe('what is asked about a clause', () => {
  it('says nothing of what was not answered', () => {
    expect(questionOf(unanswered)).toEqual({ kind: 'enterprise' })
    expect(stateOf({})).toBe('open')
  })
  it('opens and bars with the answers, and goes by the division the officer gives before the code', () => {
    expect(stateOf({ mode: '9610' })).toBe('applies')
    expect(stateOf({ mode: '9610-I' })).toBe('barred')
    expect(stateOf({ mode: '9610', registeredIn: '440100' })).toBe('barred')
  })
  it('tells no from not said', () => {
    expect(questionOf({ ...unanswered, kind: 'individual', matched: 'no', refundClass: '2' })).toEqual({
      kind: 'individual',
      matched: false,
      refundClass: 2,
    })
  })
})
