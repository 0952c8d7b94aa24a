import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextActions } from './actions'
import { waitsFor } from './correction'
import type { ReceiptFact } from './receipts'
import { situationOf, situations, withdrawalOf, type DocumentView, type Handling } from './situations'
import { foldDocument } from './states'
import { statuses } from './status'

const guid = '00000000-0000-4000-8000-000000000001'
function view(handling: Handling, codes: string[], message = 'CEB603'): DocumentView {
  const facts = codes.map((status, seq): ReceiptFact => ({
    id: `r${seq}`,
    seq,
    receipt: 'CEB604',
    message,
    businessKey: 'k',
    guid,
    status,
    time: `2025030310${String(seq).padStart(7, '0')}`,
    info: '',
    receivedAt: '',
  }))
  return { message, handling, state: foldDocument(message, [{ no: 1, guid }], facts) }
}
const actions = (document: DocumentView) => nextActions(document).map(({ action }) => action)

describe('what may be done with a list', () => {
  it.each([
    ['a draft', view('none', []), ['edit', 'declare', 'void']],
    ['queued', view('queued', []), ['take-back']],
    ['sent, result unknown', view('sent', []), ['query', 'resend-same']],
    ['never taken in', view('rejected', ['2', '-301020']), ['correct', 'void']],
    ['turned away at intake', view('rejected', []), ['correct', 'void']],
    ['could not be sent to customs', view('accepted', ['2', '4']), ['query', 'resend-same']],
    ['rejected', view('rejected', ['2', '100']), ['correct']],
    ['at the single window', view('accepted', ['2', '3']), ['wait']],
    ['stored', view('accepted', ['2', '120']), ['wait', 'withdraw']],
    ['in inspection', view('accepted', ['2', '500']), ['wait', 'withdraw']],
    ['released', view('accepted', ['800']), ['withdraw', 'return']],
    ['closed', view('done', ['800', '899']), ['return']],
    ['being withdrawn', { ...view('accepted', ['800']), withdrawal: 'asked' }, ['wait']],
    [
      'not allowed to be withdrawn',
      { ...view('accepted', ['800']), withdrawal: 'refused' },
      ['withdraw', 'return'],
    ],
    ['withdrawn', { ...view('accepted', ['800']), withdrawal: 'done' }, ['declare-anew']],
  ] as const)('%s', (_name, document, expected) => {
    expect(actions(document)).toEqual(expected)
  })

  it('keeps its number in a correction, needs a new one after a withdrawal', () => {
    const [correct] = nextActions(view('rejected', ['100']))
    expect(correct).toMatchObject({ keepsCopNo: true, appTypes: ['1', '2'], uncertain: true })
    const [anew] = nextActions({ ...view('accepted', ['800']), withdrawal: 'done' })
    expect(anew).toMatchObject({ keepsCopNo: false, appTypes: ['1'] })
    const [refused] = nextActions(view('rejected', ['-301020']))
    expect(refused).toMatchObject({ keepsCopNo: true, appTypes: ['1'] })
  })

  it('in a summary leads through the summary', () => {
    expect(actions({ ...view('done', ['899']), summary: 'applied' })).toEqual(['withdraw-summary', 'return'])
    expect(actions({ ...view('done', ['899']), summary: 'declared' })).toEqual(['amend-elsewhere', 'return'])
  })

  it('is never edited or sent anew before its result is known, nor while customs has it', () => {
    const touching = ['edit', 'declare', 'correct', 'change', 'declare-anew']
    const unknown = fc.constantFrom<Handling>('queued', 'waiting', 'sending', 'sent', 'attention')
    const standing = fc.constantFrom('120', '300', '500', '399', '800', '899', '501')
    fc.assert(
      fc.property(unknown, fc.constantFrom('CEB603', 'CEB303'), (handling, message) => {
        for (const action of actions(view(handling, [], message))) expect(touching).not.toContain(action)
      }),
    )
    fc.assert(
      fc.property(standing, fc.constantFrom<Handling>('accepted', 'done'), (code, handling) => {
        for (const action of actions(view(handling, ['2', code]))) expect(touching).not.toContain(action)
      }),
    )
  })

  it('has exactly one situation whatever happened, and every action says what it is', () => {
    const handling = fc.constantFrom<Handling>(
      'none',
      'waiting',
      'queued',
      'sending',
      'sent',
      'accepted',
      'done',
      'rejected',
      'attention',
      'cancelled',
    )
    const codes = fc.array(fc.constantFrom(...Object.keys(statuses), '-1', 'odd'), { maxLength: 6 })
    fc.assert(
      fc.property(handling, codes, fc.constantFrom('CEB603', 'CEB303', 'CEB505'), (h, c, message) => {
        const document = view(h, c, message)
        expect(situations).toContain(situationOf(document))
        for (const { text } of nextActions(document)) expect(text.zh && text.en).toBeTruthy()
      }),
    )
  })
})

describe('a withdrawal', () => {
  it.each([
    ['queued', 'queued', [], 'asked'],
    ['sent, result unknown', 'sent', [], 'asked'],
    ['taken in', 'accepted', ['2', '3'], 'asked'],
    ['granted', 'done', ['2', '3', '399'], 'done'],
    ['turned down', 'rejected', ['2', '100'], 'refused'],
    ['never taken in', 'rejected', ['-623005'], 'refused'],
    ['turned away at intake', 'rejected', [], 'refused'],
    ['taken out of the queue', 'cancelled', [], undefined],
  ] as const)('%s', (_name, handling, codes, expected) => {
    expect(withdrawalOf(handling, view(handling, [...codes], 'CEB605').state)).toBe(expected)
  })
})

describe('an order of a list', () => {
  it('is changed first when the list came back, and not while the list uses it', () => {
    const order = view('done', ['120'], 'CEB303')
    expect(actions({ ...order, usedBy: 'rejected' })).toEqual(['change'])
    expect(actions({ ...order, usedBy: 'in-process' })).toEqual([])
    expect(actions({ ...order, usedBy: 'withdrawn' })).toEqual(['change', 'delete'])
    expect(nextActions({ ...order, usedBy: 'rejected' })[0]).toMatchObject({ appTypes: ['2'] })
  })

  it('goes before or with its list at first, and is stored before the list in a correction', () => {
    const list = { message: 'CEB603', businessKey: 'c' }
    const waybill = { message: 'CEB505', businessKey: 'w' }
    const order = { message: 'CEB303', businessKey: 'o' }
    const first = waitsFor([list, waybill, order], 'declare')
    expect(first.get(list)).toEqual([
      { ...order, until: 'taken' },
      { ...waybill, until: 'taken' },
    ])
    expect(first.get(order)).toEqual([])
    expect(waitsFor([order, list], 'correct').get(list)).toEqual([{ ...order, until: 'good' }])
    const changed = { ...order, change: true }
    expect(waitsFor([changed, waybill, list], 'declare').get(list)).toEqual([
      { ...order, until: 'good' },
      { ...waybill, until: 'taken' },
    ])
  })
})
