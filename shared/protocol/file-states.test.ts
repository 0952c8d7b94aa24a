import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, inventory, logistics, messageOf, order } from '../ceb/testing/sample'
import type { CebMessage, MessageType, Values } from '../ceb/message'
import { zones } from '../zones/zones'
import { foldFiles } from './file-states'

let serial = 0
const guid = () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`
const submit = (type: MessageType, at: string, appType: string, document = inventory): CebMessage => ({
  ...messageOf(type, changed(document, { guid: guid(), appTime: `20260302${at}00`, appType })),
  guid: guid(),
})
const answer = (type: MessageType, at: string, returnStatus: string, head: Values): CebMessage => ({
  type,
  guid: guid(),
  version: '1.0',
  documents: [
    { head: { guid: guid(), ...head, returnStatus, returnTime: `20260302${at}00000`, returnInfo: 'x' } },
  ],
})
const { agentCode = '', copNo = '', orderNo = '', ebcCode = '', ebpCode = '' } = inventory.head
const invtNo = '310520260E00000001'
const list = (at: string, status: string, more: Values = {}) =>
  answer('CEB604', at, status, { agentCode, copNo, ...more })
const ordered = (at: string, status: string) => answer('CEB304', at, status, { ebpCode, ebcCode, orderNo })
const request = (at: string): CebMessage => ({
  ...messageOf('CEB605', {
    head: {
      guid: guid(),
      appType: '1',
      appTime: `20260302${at}00`,
      appStatus: '2',
      copNo: 'W1',
      agentCode,
      invtNo,
    },
  }),
  guid: guid(),
})
const withdrawn = (at: string, status: string) =>
  answer('CEB606', at, status, { agentCode, copNo: 'W1', invtNo })

const found = (messages: CebMessage[], message = 'CEB603') => {
  const one = foldFiles(messages).find((document) => document.message === message)
  return {
    situation: one?.situation,
    acts: one?.acts.map(({ action }) => action),
    refused: one?.attempts.map(({ reason }) => reason?.code ?? ''),
  }
}

describe('states from files', () => {
  const sent = submit('CEB603', '0900', '1')

  it('are those of the receipts in any order, however often', () => {
    const files = [
      submit('CEB303', '0859', '1', order),
      ordered('0901', '120'),
      sent,
      list('0902', '2'),
      list('0903', '100'),
      submit('CEB603', '1000', '2'),
      list('1001', '120', { invtNo }),
      list('1100', '800', { invtNo }),
      request('1200'),
      withdrawn('1201', '2'),
    ]
    const expected = foldFiles(files)
    expect(expected.map(({ message, situation }) => [message, situation])).toEqual([
      ['CEB303', 'used'],
      ['CEB603', 'withdrawing'],
      ['CEB605', 'in-process'],
    ])
    const sorted = (all: ReturnType<typeof foldFiles>) =>
      [...all].sort((a, b) => (a.message < b.message ? -1 : 1))
    fc.assert(
      fc.property(fc.shuffledSubarray([...files, ...files], { minLength: files.length * 2 }), (shuffled) => {
        expect(sorted(foldFiles(shuffled))).toEqual(sorted(expected))
      }),
      { numRuns: 30 },
    )
  })

  it('say what may be done, by the zone where it is told', () => {
    expect(found([sent])).toMatchObject({ situation: 'on-the-way', acts: ['query', 'resend-same'] })
    const back = [sent, list('0903', '100')]
    expect(found(back)).toMatchObject({ situation: 'rejected', acts: ['correct'], refused: [''] })
    const [one] = foldFiles(back, zones[0])
    expect(one?.acts[0]?.appTypes).toEqual([zones[0]?.rejectedAppType])
    expect(found([list('0903', '800', { invtNo })])).toMatchObject({
      situation: 'released',
      acts: ['withdraw', 'return'],
    })
  })

  it('name the submission that should not have been made', () => {
    const stored = [sent, list('0903', '120', { invtNo })]
    expect(found([...stored, submit('CEB603', '1000', '2')]).refused).toEqual(['', 'already-declared'])
    expect(found([sent, submit('CEB603', '0901', '2')]).refused).toEqual(['', 'already-declared'])
    expect(found([sent, list('0903', '-621001'), submit('CEB603', '1000', '2')]).refused).toEqual([
      '',
      'nothing-to-change',
    ])
    expect(found([sent, list('0903', '3', { invtNo }), request('1000')], 'CEB605').refused).toEqual([
      'not-withdrawn-not-stored',
    ])
    expect(found([...stored, request('1000')], 'CEB605').refused).toEqual([''])
    expect(
      found([...stored, request('1000'), withdrawn('1001', '399'), submit('CEB603', '1100', '1')]),
    ).toMatchObject({ situation: 'withdrawn', acts: ['declare-anew'], refused: ['', 'withdrawn'] })
    // What happened later does not judge what was done before it.
    expect(found([...stored, submit('CEB603', '0902', '2')]).refused).toEqual(['', 'already-declared'])
    expect(found([...stored, list('1200', '899', { invtNo }), request('1000')], 'CEB605').refused).toEqual([
      '',
    ])
  })

  it('let a changed order be stored before its 清单 goes again', () => {
    const back = [submit('CEB303', '0859', '1', order), ordered('0901', '120'), sent, list('0903', '100')]
    const change = submit('CEB303', '1000', '2', order)
    expect(found([...back, change], 'CEB303').refused).toEqual(['', ''])
    const again = submit('CEB603', '1002', '2')
    expect(found([...back, change, again]).refused).toEqual(['', 'change-not-stored'])
    expect(found([...back, change, ordered('1001', '120'), again]).refused).toEqual(['', ''])
    expect(found([...back, submit('CEB303', '0902', '2', order)], 'CEB303').refused).toEqual([
      '',
      'used-by-list',
    ])
    expect(found([submit('CEB505', '0900', '3', logistics)], 'CEB505').refused).toEqual(['nothing-to-change'])
  })

  it('lead through the 汇总申请 that names the list, and elsewhere once a 报关单 was made', () => {
    const closed = [sent, list('0903', '899', { invtNo })]
    const summary: CebMessage = {
      ...messageOf('CEB701', {
        head: {
          guid: guid(),
          appType: '1',
          appTime: '20260302120000',
          agentCode,
          ebcCode,
          copNo: 'S1',
          msgSeqNo: '1',
        },
        lines: [{ invtNo }],
      }),
      guid: guid(),
    }
    expect(found([...closed, summary])).toMatchObject({
      situation: 'in-summary',
      acts: ['withdraw-summary', 'return'],
    })
    const refused = answer('CEB702', '1300', '100', { agentCode, ebcCode, copNo: 'S1', msgSeqNo: '1' })
    expect(found([...closed, summary, refused])).toMatchObject({ situation: 'closed', acts: ['return'] })
    const result: CebMessage = {
      type: 'CEB792',
      guid: guid(),
      version: '1.0',
      documents: [
        { head: { entryId: '310520260000000001', opDate: '20260303000000000' }, lines: [{ invtNo }] },
      ],
    }
    expect(found([...closed, summary, result])).toMatchObject({ situation: 'in-declaration' })
  })
})
