import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyedMessages } from './keys'
import { concerns, READER_VERSION, receiptFacts, returnInstant } from './receipts'
import { isGoodEnd, statuses } from './status'

const envelope = { seq: 4, id: 'R4', message: 'CEB604', receivedAt: '2025-03-03T01:00:00Z' }
const node = {
  guid: 'abc',
  agentCode: 'E',
  copNo: 'C1',
  returnStatus: '120',
  returnTime: '20250303090000001',
}

describe('receipt facts', () => {
  it('are one per return node, each with its own id and the key of its document', () => {
    const facts = receiptFacts(envelope, {
      documents: [{ head: { ...node, preNo: 'B1', invtNo: '' } }, { head: { ...node, copNo: 'C2' } }],
    })
    expect(facts.map(({ id, businessKey, guid }) => [id, businessKey, guid])).toEqual([
      ['R4#1', 'E|C1', 'ABC'],
      ['R4#2', 'E|C2', 'ABC'],
    ])
    expect(facts[0]).toMatchObject({ message: 'CEB603', preNo: 'B1', status: '120' })
    expect(facts[0]).not.toHaveProperty('invtNo')
  })

  it('of CEB900 name the message type and are linked by guid alone', () => {
    const head = { guid: 'abc', returnStatus: '-1', oriMessageType: 'CEB303Message', returnTime: '' }
    const [fact] = receiptFacts({ ...envelope, message: 'CEB900' }, { documents: [{ head }] })
    expect(fact).toMatchObject({ message: 'CEB303', guid: 'ABC' })
    expect(concerns(fact!, { message: 'CEB303', businessKey: 'k', guids: ['ABC'] })).toBe(true)
    expect(concerns(fact!, { message: 'CEB303', businessKey: 'k', guids: ['X'] })).toBe(false)
  })

  it('with a key concern that document only, whatever the guid', () => {
    const [fact] = receiptFacts(envelope, { documents: [{ head: node }] })
    expect(concerns(fact!, { message: 'CEB603', businessKey: 'E|C1', guids: [] })).toBe(true)
    expect(concerns(fact!, { message: 'CEB603', businessKey: 'E|C2', guids: ['ABC'] })).toBe(false)
  })

  it('that come unasked answer nothing and say what they tell', () => {
    const head = { guid: 'abc', returnTime: '20260402103000000', invtNo: 'I1', taxNo: 'T1', customsTax: '0' }
    const [fact] = receiptFacts({ ...envelope, message: 'CEB816' }, { documents: [{ head }] })
    expect(fact).toMatchObject({ message: 'CEB816', status: '', time: '20260402103000000' })
    expect(fact!.info).toBe('税单 T1，清单 I1，关税 0')
    expect(fact).not.toHaveProperty('businessKey')
    const [delivery] = receiptFacts(
      { ...envelope, message: 'CEB711' },
      { documents: [{ head: { guid: 'abc', appTime: '20260402103000', copNo: 'C1' } }] },
    )
    expect(delivery).toMatchObject({ message: 'CEB711', time: '20260402103000' })
  })

  it('carry the time of customs in China', () => {
    expect(returnInstant('20250303090000001')).toBe('2025-03-03T09:00:00.001+08:00')
    expect(returnInstant('2025-03-03')).toBeUndefined()
  })
})

describe('what we make of receipts', () => {
  it('has a version that is raised with the tables, so that stored receipts are read again', () => {
    const messages = keyedMessages.map((message) => [
      message,
      Object.keys(statuses).filter((code) => isGoodEnd(message, code)),
    ])
    const digest = createHash('sha256')
      .update(JSON.stringify([statuses, messages]))
      .digest('hex')
    // Another digest: raise READER_VERSION and put both here.
    expect([READER_VERSION, digest.slice(0, 16)]).toEqual([3, '0104e6dcee99089f'])
  })
})
