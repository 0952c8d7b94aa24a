import { describe, expect, it } from 'vitest'
import { Capabilities } from './api'
import { capabilities } from './engine/testing'
import { agree, untakenBy } from './negotiation'

describe('versions', () => {
  it.each([
    [{ min: 1, max: 1 }, { min: 1, max: 1 }, { version: 1 }],
    [{ min: 1, max: 5 }, { min: 2, max: 3 }, { version: 3 }],
    [{ min: 2, max: 3 }, { min: 1, max: 5 }, { version: 3 }],
    [{ min: 4, max: 6 }, { min: 1, max: 3 }, { behind: 'client' }],
    [{ min: 1, max: 2 }, { min: 3, max: 4 }, { behind: 'service' }],
  ] as const)('%j and %j agree on %j', (theirs, ours, result) => {
    expect(agree(theirs, ours)).toEqual(result)
  })
})

describe('what a service does not take', () => {
  const with303 = { ...capabilities(), functions: ['batches', 'filings'] }

  it('is named by message and version; one that lists nothing is tried', () => {
    expect(untakenBy(with303)).toEqual([])
    const messages = [
      { type: 'CEB303', version: '1.0' },
      { type: 'CEB303', version: '2.0' },
      { type: 'CEB603', version: '2.0' },
    ]
    const untaken = untakenBy({ ...with303, messages })
    expect(untaken).toContain('CEB603')
    expect(untaken).toContain('CEB505')
    expect(untaken).not.toContain('CEB303')
  })

  it('is every filing, where filings are not offered', () => {
    expect(untakenBy(capabilities())).toEqual(['FILING-GOODS', 'FILING-ENTERPRISE'])
  })

  it('keeps what a newer service says, and fills in what an older one leaves out', () => {
    const { functions: _functions, hours: _hours, ...older } = capabilities()
    expect(Capabilities.parse(older)).toMatchObject({
      functions: ['batches', 'receipts', 'documents'],
      hours: [],
    })
    const newer = { ...capabilities(), functions: ['batches', 'telepathy'], weather: { sunny: true } }
    expect(Capabilities.parse(newer)).toEqual(newer)
  })
})
