import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageTypes } from '../ceb/message'
import { tableOf } from '../ceb/tables'
import { zones } from '../zones/zones'
import { actions, actTable } from './act-table'
import { documentKinds, kindOf } from './document-kind'
import { notWithdrawn, whyNotSent } from './act-refusals'
import { actOf, actsIn, mayDo, nextActions } from './actions'
import { forbidden } from './engine/permission'
import type { Enqueued, SubmissionHead } from './engine/records'
import type { ReceiptFact } from './receipts'
import { situationOf, situations, withdrawals, type DocumentView, type Handling } from './situations'
import { foldDocument } from './states'
import { statuses } from './status'

const guid = '00000000-0000-4000-8000-000000000001'
const stateOf = (message: string, codes: readonly string[]) =>
  foldDocument(
    message,
    [{ no: 1, guid }],
    codes.map((status, seq): ReceiptFact => ({
      id: `r${seq}`,
      seq,
      receipt: '',
      message,
      businessKey: 'k',
      guid,
      status,
      time: `2025030310${String(seq).padStart(7, '0')}`,
      info: '',
      receivedAt: '',
    })),
  )

const handlings: readonly Handling[] = [
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
]
const declared = messageTypes.filter((type) => tableOf(type).origin === 'declarant')
const codes = fc.array(fc.constantFrom(...Object.keys(statuses), '-1', 'odd'), { maxLength: 5 })
const anyView: fc.Arbitrary<DocumentView> = fc
  .record(
    {
      message: fc.constantFrom<string>(...declared),
      handling: fc.constantFrom(...handlings),
      codes,
      withdrawal: fc.constantFrom(...withdrawals),
      summary: fc.constantFrom('applied' as const, 'declared' as const),
      usedBy: fc.constantFrom(...situations),
    },
    { requiredKeys: ['message', 'handling', 'codes'] },
  )
  .map(({ codes, ...view }) => {
    const { withdrawal, summary, usedBy, ...own } = view
    const kind = kindOf(own.message)
    return {
      ...own,
      state: stateOf(own.message, codes),
      ...(kind === 'list' && withdrawal && { withdrawal }),
      ...(kind === 'list' && summary && { summary }),
      ...(kind === 'summary' && summary === 'declared' && { summary }),
      ...(kind === 'data' && usedBy && { usedBy }),
    }
  })

describe('the table of acts', () => {
  it('has a row for whatever happened to any document', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect([view, actTable[kindOf(view.message)][situationOf(view)]]).not.toEqual([view, undefined])
      }),
    )
  })

  it('lets nothing be sent while its result is unknown, nor what customs holds', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom('1', '2', '3'), (view, appType) => {
        const act = actOf(view, appType)
        if (!act) return
        const { handling, state } = view
        expect(['waiting', 'queued', 'sending', 'sent', 'attention']).not.toContain(handling)
        if (kindOf(view.message) === 'list' && !state.refusal?.open && handling !== 'rejected')
          expect(['none', 'rejected']).toContain(state.standing)
        if (act.action === 'change') expect([appType, state.good]).toEqual(['2', true])
        if (act.action === 'delete') expect([appType, state.good]).toEqual(['3', true])
      }),
    )
  })

  it('names every act it knows somewhere, in words', () => {
    const rows = documentKinds.flatMap((kind) => Object.values(actTable[kind]).flat())
    expect([...new Set(rows.map(({ action }) => action))].sort()).toEqual([...actions].sort())
    for (const { text } of rows) expect(text.zh && text.en).toBeTruthy()
  })

  it('leaves 1 or 2 after a rejection to the zone, which decides', () => {
    for (const zone of zones) {
      const [correct] = actsIn('CEB603', 'rejected', zone)
      expect(correct?.appTypes).toEqual([zone.rejectedAppType])
    }
    expect(actsIn('CEB603', 'rejected')[0]?.appTypes).toEqual(['1', '2'])
    const strict = { rejectedAppType: '1' as const, acts: { list: { stored: [] } } }
    expect(actsIn('CEB603', 'stored', strict)).toEqual([])
    expect(actsIn('CEB603', 'released', strict)).toEqual(actsIn('CEB603', 'released'))
  })

  it('says why and what else to do wherever it offers no submission and no withdrawal', () => {
    for (const situation of situations) {
      for (const appType of ['1', '2', '3']) {
        const { code, text, fix } = whyNotSent(situation, appType)
        for (const words of [code, text.zh, text.en, fix?.zh, fix?.en]) expect(words).toMatch(/\S/)
      }
      expect(notWithdrawn[situation].code).toMatch(/^not-withdrawn-/)
    }
  })
})

/** What practice says about each row, in its own words and not those of the table. */
describe('a 清单 whose newest answer is', () => {
  it.each([
    ['a negative code', ['2', '-621001'], { correct: '1', withdraw: false }],
    ['no answer', [], { correct: '', withdraw: false }],
    ['4', ['2', '4'], { correct: '', withdraw: false }],
    ['100', ['2', '100'], { correct: '12', withdraw: false }],
    ['3', ['2', '3'], { correct: '', withdraw: false }],
    ['120', ['120'], { correct: '', withdraw: true }],
    ['300', ['120', '300'], { correct: '', withdraw: true }],
    ['500', ['500'], { correct: '', withdraw: true }],
    ['399', ['399'], { correct: '', withdraw: true }],
    ['501', ['501'], { correct: '', withdraw: false }],
    ['800', ['800'], { correct: '', withdraw: true }],
    ['899', ['800', '899'], { correct: '', withdraw: false }],
    ['700', ['700'], { correct: '', withdraw: false }],
  ] as const)('%s', (_name, received, { correct, withdraw }) => {
    for (const message of ['CEB603', 'CEB621']) {
      const handling = received.length === 0 ? 'sent' : 'accepted'
      const view: DocumentView = { message, handling, state: stateOf(message, received) }
      expect(['1', '2', '3'].filter((appType) => actOf(view, appType)).join('')).toBe(correct)
      expect(mayDo(view, 'withdraw')).toBe(withdraw)
      const keeps = nextActions(view).filter(({ action }) => action === 'correct')
      for (const { keepsCopNo } of keeps) expect(keepsCopNo).toBe(true)
    }
  })
})

describe('the queue', () => {
  const head = (message: string, more: Partial<SubmissionHead> = {}): SubmissionHead => ({
    id: message,
    dossier: 'd',
    message,
    businessKey: message,
    mark: message,
    guid,
    attempt: 1,
    stage: 'accepted',
    place: 1,
    queuedAt: '',
    waits: [],
    state: stateOf(message, []),
    ...more,
  })
  const next = (message: string, appType: string): Enqueued => ({
    ...head(message),
    id: `${message}-2`,
    document: { head: { appType } },
  })
  const order = (codes: string[]) => {
    const state = stateOf('CEB303', codes)
    return head('CEB303', { state, stage: state.good ? 'done' : 'accepted' })
  }
  const list = (codes: string[]) => head('CEB603', { state: stateOf('CEB603', codes) })
  const code = (one: Enqueued, ...all: SubmissionHead[]) => forbidden(one, all, [])?.code

  it.each([
    ['2', 'used-by-list'],
    ['120', 'used-by-list'],
    ['300', 'used-by-list'],
    ['800', 'used-by-list'],
    ['899', 'used-by-list'],
    ['100', undefined],
    ['-621001', undefined],
  ])('with a 清单 at %s changes its order: %s', (status, expected) => {
    expect(code(next('CEB303', '2'), order(['120']), list([status]))).toBe(expected)
    // Mended is what a 清单 that came back needs; without its order it could not go again.
    expect(code(next('CEB303', '3'), order(['120']), list([status]))).toBe('used-by-list')
    expect(code(next('CEB505', '2'), order(['120']), list([status]))).toBe('nothing-to-change')
  })

  it('takes no second declaration, no change of a 清单 that stands, no deletion of it', () => {
    for (const appType of ['1', '2', '3']) {
      expect(code(next('CEB603', appType), list(['120']))).toBe('already-declared')
      expect(code(next('CEB603', appType), list(['800', '899']))).toBe('already-declared')
    }
    expect(code(next('CEB603', '2'), list(['2', '-621001']))).toBe('nothing-to-change')
    expect(code(next('CEB603', '2'), list(['100']))).toBeUndefined()
    expect(code(next('CEB603', '3'), list(['100']))).toBe('rejected')
    expect(code(next('CEB603', '1'), head('CEB603', { stage: 'queued' }))).toBe('already-queued')
  })

  it('takes a 撤销申请单 only where the table offers it, once, and lets the order go afterwards', () => {
    const request = (stage: SubmissionHead['stage'], codes: string[]) =>
      head('CEB605', { stage, state: stateOf('CEB605', codes) })
    expect(code(next('CEB605', '1'), list(['3']))).toBe('not-withdrawn-not-stored')
    expect(code(next('CEB605', '1'), list(['120']))).toBeUndefined()
    expect(code(next('CEB605', '1'), list(['120']), request('queued', []))).toBe('not-withdrawn-asked')
    expect(code(next('CEB605', '1'), list(['120']), request('rejected', ['100']))).toBeUndefined()
    expect(code(next('CEB605', '2'), list(['120']), request('rejected', ['100']))).toBe('rejected')
    expect(code(next('CEB605', '1'), list(['899']))).toBe('not-withdrawn-ended')
    const withdrawn = [list(['120']), request('done', ['399'])]
    expect(code(next('CEB603', '1'), ...withdrawn)).toBe('withdrawn')
    expect(code(next('CEB303', '2'), order(['120']), ...withdrawn)).toBeUndefined()
    expect(code(next('CEB303', '3'), order(['120']), ...withdrawn)).toBeUndefined()
  })
})
