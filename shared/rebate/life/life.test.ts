import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landOn, readFeedback } from './feedback'
import { ledgerByMonth, letterAge, paidDifference, type LedgerLine } from './ledger'
import { after, isClaimed, lineEvents, lineStates, stateOf, type LineEvent, type LineFact } from './states'
import { openOf, yearEnd, type YearLine } from './year-end'

const facts = (...events: LineEvent[]): LineFact[] =>
  events.map((event) => ({ event, on: '2026-06-01', by: 'x' }))
const whole = facts('allocate', 'precheck', 'selfCheck', 'declare', 'accept', 'review', 'approve', 'pay')

describe('the life of a claim line', () => {
  it('goes from not claimed to paid, and only in this order', () => {
    expect(stateOf(whole)).toEqual({ state: 'paid', refused: [] })
    expect(stateOf(facts('allocate', 'pay')).state).toBe('allocated')
    expect(stateOf(facts('allocate', 'pay')).refused).toHaveLength(1)
  })

  it.each<[string, LineEvent[], string]>([
    [
      'a finding that was mended is checked and claimed again',
      ['allocate', 'precheck', 'selfCheck', 'question', 'selfCheck', 'declare'],
      'declared',
    ],
    [
      'a finding after the claim was answered goes on',
      ['allocate', 'precheck', 'declare', 'question', 'answer', 'approve'],
      'approved',
    ],
    [
      'a letter holds it until the answer',
      ['allocate', 'precheck', 'declare', 'accept', 'holdForLetter', 'letterAnswered'],
      'reviewed',
    ],
    [
      'withdrawn is mended under its number',
      ['allocate', 'precheck', 'declare', 'withdraw', 'precheck', 'declare'],
      'declared',
    ],
    [
      'paid can only be reversed',
      ['allocate', 'precheck', 'declare', 'accept', 'review', 'approve', 'pay', 'reverse'],
      'reversed',
    ],
  ])('%s', (_, events, state) => expect(stateOf(facts(...events)).state).toBe(state))

  it('knows every state, cannot leave a reversed line, and does not claim without a pre-check (property)', () => {
    for (const event of lineEvents) if (event !== 'reclaim') expect(after('reversed', event)).toBeUndefined()
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lineEvents), { maxLength: 20 }), (events) => {
        const { state } = stateOf(facts(...events))
        expect(lineStates).toContain(state)
        if (isClaimed(state)) {
          expect(events.indexOf('precheck')).toBeGreaterThanOrEqual(0)
          expect(events.indexOf('precheck')).toBeLessThan(events.lastIndexOf('declare'))
        }
        if (state === 'paid') expect(events).toContain('approve')
      }),
    )
  })
})

describe('台账', () => {
  const line = (key: string, exportDate: string, refund: string, history: LineFact[]): LedgerLine => ({
    key,
    linkNo: 'L',
    exportDate,
    refund,
    history,
  })

  it('sums declared, refunded, held and open by month of export, with what really came', () => {
    const paid = [...whole.slice(0, -1), { ...whole.at(-1)!, amount: '90.00' }]
    const lines = [
      line('1', '2026-05-01', '100.00', paid),
      line('2', '2026-05-31', '10.00', facts('allocate', 'precheck', 'declare', 'question')),
      line('3', '2026-05-31', '5.00', facts('allocate')),
      line('4', '2026-06-01', '7.00', facts('allocate', 'precheck', 'declare', 'refuse')),
    ]
    expect(ledgerByMonth(lines)).toEqual([
      { month: '2026-05', lines: 3, declared: '110', refunded: '90', held: '10', open: '5' },
      { month: '2026-06', lines: 1, declared: '0', refunded: '0', held: '0', open: '0' },
    ])
    expect(lines.map(paidDifference)).toEqual(['-10.00', undefined, undefined, undefined])
    expect(letterAge({ supplier: 'S', invoices: [], sentOn: '2026-02-27', held: '1' }, '2026-03-02')).toBe(3)
  })
})

describe('疑点 from the tax office', () => {
  const rows = [
    { row: 1, cells: ['疑点列表'] },
    { row: 3, cells: ['关联号*', ' 出口货物报关单号（21位） ', '疑点代码', '疑点描述'] },
    { row: 4, cells: ['L1', '', 'E01', '进货数量不足'] },
    { row: 5, cells: ['L2', '310420260000000001002', 'E02', '退税率不符'] },
    { row: 6, cells: ['L2', '', 'E03', '说不清哪一行'] },
    { row: 7, cells: ['', '', '', ''] },
  ]
  const lines = [
    { key: '310420260000000009001', linkNo: 'L1' },
    { key: '310420260000000001001', linkNo: 'L2' },
    { key: '310420260000000001002', linkNo: 'L2' },
  ]

  it('lands on the line of its number, or on the only line of its link; else nobody guesses', () => {
    const feedback = readFeedback(rows)!
    expect(feedback.map((row) => [row.row, row.text, landOn(row, lines)])).toEqual([
      [4, '进货数量不足', lines[0]],
      [5, '退税率不符', lines[2]],
      [6, '说不清哪一行', undefined],
    ])
    expect(readFeedback([{ row: 1, cells: ['订单号', '金额'] }])).toBeUndefined()
  })
})

describe('年度清理', () => {
  const line = (id: string, more: Partial<YearLine> = {}): YearLine => ({
    id,
    exportDate: '2026-06-10',
    state: 'paid',
    refund: '100.00',
    summarised: true,
    hasInvoice: true,
    collected: true,
    papersComplete: true,
    ...more,
  })

  it.each<[Partial<YearLine>, string[]]>([
    [{}, []],
    [
      { state: 'undeclared', summarised: false, hasInvoice: false, collected: false },
      ['notSummarised', 'notCollected'],
    ],
    [{ state: 'undeclared', hasInvoice: false }, ['noInvoice']],
    [{ state: 'undeclared' }, ['notAllocated']],
    [{ state: 'undeclared', hasInvoice: false, linkless: true }, ['notDeclared']],
    [{ state: 'prechecked', linkless: true }, ['notDeclared']],
    [{ state: 'prechecked' }, ['notDeclared']],
    [{ state: 'questioned' }, ['questioned']],
    [{ state: 'letter', papersComplete: false }, ['letter', 'papersMissing']],
    [{ collected: false }, ['notCollected']],
    [{ state: 'reversed', collected: false, papersComplete: false }, []],
  ])('%j is open by %j', (more, reasons) => expect(openOf(line('a', more))).toEqual(reasons))

  it('counts last year only, each line once at stake, with the days that are left', () => {
    const found = yearEnd(
      [
        line('a', { state: 'undeclared', collected: false }),
        line('b'),
        line('c', { exportDate: '2027-01-02', state: 'undeclared' }),
      ],
      '2027-03-31',
    )
    expect(found).toMatchObject({ year: 2026, show: 'prominent', lastDay: '2027-04-30', daysLeft: 30 })
    expect(found.groups.map(({ reason, lines }) => [reason, lines])).toEqual([
      ['notAllocated', ['a']],
      ['notCollected', ['a']],
    ])
    expect(found.atStake).toEqual({ lines: 1, refund: '100.00' })
    expect(found.nearest36).toEqual({ id: 'a', day: '2029-06-10', daysLeft: 802 })
    expect(
      yearEnd([line('a', { exportDate: '2025-06-10', state: 'undeclared' })], '2026-01-01'),
    ).toMatchObject({
      show: 'shown',
      atStake: { lines: 1 },
    })
    expect(
      yearEnd([line('a', { exportDate: '2025-06-10', state: 'undeclared' })], '2026-01-01').nearest36,
    ).toBeUndefined()
  })
})
