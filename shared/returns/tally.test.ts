import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../ceb/decode'
import { encodeMessage } from '../ceb/encode'
import type { MessageType, Values } from '../ceb/message'
import { isTallyOf, newsOfTallies } from './tally'

const guid = '00000000-0000-4000-8000-000000000001'
const read = (type: MessageType, head: Values) =>
  newsOfTallies([
    decodeMessage(encodeMessage({ type, guid, version: '1.0', documents: [{ head: { guid, ...head } }] }))
      .message,
  ])
const parcel = { coElNo: 'SITE-1', logisticsCode: 'L1', logisticsNo: 'RET1' }
const received = { returnTime: '20260402120000000', returnInfo: '[Code:1;Desc:理货]' }

describe('理货 (215)', () => {
  it('is told by the message of the site, and by what customs made of it', () => {
    expect(read('CEB215', { ...parcel, appTime: '20260402100000', invtNo: '04022026E000000001' })).toEqual([
      {
        ...parcel,
        invtNo: '04022026E000000001',
        outcome: 'sent',
        at: '2026-04-02T10:00:00.000+08:00',
        code: '',
        info: '',
      },
    ])
    const outcomes = (status: string) =>
      read('CEB216', { ...parcel, ...received, returnStatus: status }).map(({ outcome, code }) => [
        outcome,
        code,
      ])
    expect(outcomes('399')).toEqual([['stored', '399']])
    expect(outcomes('100')).toEqual([['refused', '100']])
    expect(outcomes('-215001')).toEqual([['refused', '-215001']])
    // On its way, as at the stations before: nothing to tell yet.
    expect(outcomes('3')).toEqual([])
    expect(read('CEB505', { logisticsCode: 'L1', logisticsNo: 'RET1' })).toEqual([])
  })

  const mine = {
    act: 'return',
    direction: 'export',
    copNo: 'YGA1',
    invtNo: 'I1',
    transport: { logisticsNo: 'RET1', logisticsCode: 'L1' },
  } as never as Parameters<typeof isTallyOf>[0]
  const tally = { ...parcel, invtNo: '', outcome: 'sent', at: '', code: '', info: '' } as const

  it('is of the return whose number or parcel it names, and of no other list', () => {
    expect(isTallyOf(mine, tally)).toBe(true)
    expect(isTallyOf(mine, { ...tally, invtNo: 'I1' })).toBe(true)
    expect(isTallyOf(mine, { ...tally, invtNo: 'I2' })).toBe(false)
    expect(isTallyOf(mine, { ...tally, logisticsCode: 'L2' })).toBe(false)
    expect(isTallyOf(mine, { ...tally, logisticsNo: 'RET2' })).toBe(false)
    expect(isTallyOf(mine, { ...tally, logisticsNo: 'RET2', coElNo: 'YGA1' })).toBe(true)
    // An import is never tallied, nor what was declared elsewhere.
    expect(isTallyOf({ ...mine, direction: 'import' }, tally)).toBe(false)
    expect(isTallyOf({ ...mine, act: 'elsewhere' }, tally)).toBe(false)
  })
})
