import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../rules/days'
import { blocksOf, isStopped, type Intent } from './blocks'
import { earlierThan, fileTypeOf, type EvidenceDocument } from './document'
import { pagesOf } from './pages'
import { acts, evidenceKindIds, evidenceRule, type EvidenceKind } from './kinds'
import { goesOnAfter, reminders, validityOf, type ReminderStep } from './validity'

const today = '2026-06-15'
const paper = (kind: EvidenceKind, to?: string, more: Partial<EvidenceDocument> = {}): EvidenceDocument => ({
  id: `${kind} ${to ?? 'lasting'}`,
  kind,
  title: kind,
  subjects: [],
  ...(to !== undefined && { to }),
  ...more,
})

describe('validity', () => {
  it('includes both its first and its last day', () => {
    expect(validityOf({ to: today }, today)).toEqual({ state: 'valid', days: 0 })
    expect(validityOf({ to: '2026-06-14' }, today)).toEqual({ state: 'expired', days: 1 })
    expect(validityOf({ from: today, to: '2026-07-15' }, today)).toEqual({ state: 'valid', days: 30 })
    expect(validityOf({ from: '2026-06-16' }, today)).toEqual({ state: 'pending', days: 1 })
    expect(validityOf({}, today)).toEqual({ state: 'lasting' })
  })
})

describe('reminders', () => {
  const steps = (to: string, told?: ReminderStep) =>
    reminders(
      [paper('business-licence', to)],
      today,
      told === undefined ? new Map() : new Map([[`business-licence ${to}`, told]]),
    ).map(({ step }) => step)

  it.each([
    [31, []],
    [30, [30]],
    [8, [30]],
    [7, [7]],
    [2, [7]],
    [1, [1]],
    [0, [1]],
    [-1, [0]],
  ])('with %i days left: %j', (days, expected) => expect(steps(addDays(today, days))).toEqual(expected))

  it('tell each step once, also when the day itself was missed', () => {
    expect(steps(addDays(today, 5), 30)).toEqual([7])
    expect(steps(addDays(today, 5), 7)).toEqual([])
    expect(steps(addDays(today, 5), 1)).toEqual([])
  })

  it('are silent about a paper that another goes on after', () => {
    const old = paper('business-licence', addDays(today, 3))
    const next = paper('business-licence', addDays(today, 400), { id: 'next', from: addDays(today, 4) })
    expect(reminders([old, next], today)).toEqual([])
    const gap = { ...next, from: addDays(today, 5) }
    expect(reminders([old, gap], today)).toHaveLength(1)
    const partly = paper('brand-leave', addDays(today, 3), { subjects: ['A', 'B'] })
    expect(goesOnAfter(paper('brand-leave', undefined, { id: 'n', subjects: ['A'] }), partly)).toBe(false)
    expect(goesOnAfter(paper('brand-leave', undefined, { id: 'n', subjects: ['A', 'B', 'C'] }), partly)).toBe(
      true,
    )
  })

  it('come in the order they press, and every paper is told of at each step exactly once over the days (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 40 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }),
        (left, gaps) => {
          const document = paper('test-report', addDays(today, left))
          const told = new Map<string, ReminderStep>()
          const said: ReminderStep[] = []
          let day = today
          for (const gap of gaps) {
            day = addDays(day, gap)
            for (const { step } of reminders([document], day, told)) {
              said.push(step)
              told.set(document.id, step)
            }
          }
          expect([...new Set(said)].sort((a, b) => b - a)).toEqual(said)
          const end = daysBetween(day, document.to!)
          if (end < 0) expect(said.at(-1)).toBe(0)
          else if (end <= 30) expect(said.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('a paper that has run out', () => {
  const blocked = (intent: Partial<Intent> & Pick<Intent, 'act'>, documents: EvidenceDocument[]) =>
    blocksOf({ on: today, ...intent }, documents).map(
      ({ kind, subject, because }) => `${kind} ${subject} ${because}`,
    )
  const old = addDays(today, -1)

  it('blocks the acts of its kind and no other, for every kind (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...evidenceKindIds), fc.constantFrom(...acts), (kind, act) => {
        const { subject, blocks, warns } = evidenceRule(kind)
        const subjects = { enterprise: [], goods: ['A'], mode: ['9810'], principal: ['P'] }[subject]
        const intent: Intent = {
          act,
          on: today,
          skus: ['A'],
          mode: '9810',
          ...(subject === 'principal' && { principal: 'P' }),
        }
        const found = blocksOf(intent, [paper(kind, old, { subjects })])
        const own = found.filter((one) => one.kind === kind)
        expect(own).toHaveLength(blocks.includes(act) ? 1 : 0)
        if (own.length > 0) expect(isStopped(own)).toBe(warns !== true)
      }),
    )
  })

  it('blocks its own goods, mode or principal only', () => {
    const licence = [paper('export-licence', old, { subjects: ['A'] })]
    expect(blocked({ act: 'declare', skus: ['A', 'B'] }, licence)).toEqual(['export-licence A expired'])
    expect(blocked({ act: 'declare', skus: ['B'] }, licence)).toEqual([])
    const lease = [paper('warehouse-lease', old, { subjects: ['9810'] })]
    expect(blocked({ act: 'declare', mode: '9810' }, lease)).toEqual(['warehouse-lease 9810 expired'])
    expect(blocked({ act: 'declare', mode: '9610' }, lease)).toEqual([])
    const agency = [
      paper('agency-agreement', old, { subjects: ['B'] }),
      paper('agency-agreement', addDays(today, 9), { subjects: ['C'] }),
    ]
    expect(blocked({ act: 'send', principal: 'B' }, agency)).toEqual(['agency-agreement B expired'])
    expect(blocked({ act: 'send', principal: 'C' }, agency)).toEqual([])
    expect(blocked({ act: 'send' }, agency)).toEqual([])
    expect(blocked({ act: 'send', principal: 'D' }, agency)).toEqual(['agency-agreement D missing'])
  })

  it('blocks nothing while another one holds, and is named by the latest when none does', () => {
    const papers = [paper('business-licence', old), paper('business-licence', addDays(today, 5))]
    expect(blocked({ act: 'file' }, papers)).toEqual([])
    const both = [paper('business-licence', addDays(today, -9)), paper('business-licence', old)]
    for (const documents of [both, both.toReversed()]) {
      const [block] = blocksOf({ act: 'file', on: today }, documents)
      expect(block!.document!.to).toBe(old)
    }
  })

  it('that does not hold yet blocks as well', () => {
    const later = paper('business-licence', undefined, { from: addDays(today, 2) })
    expect(blocked({ act: 'file' }, [later])).toEqual(['business-licence  pending'])
  })

  it('is missing for goods only where it is needed', () => {
    const needs = new Map<string, readonly EvidenceKind[]>([['A', ['temperature-record']]])
    expect(blocked({ act: 'declare', skus: ['A', 'B'], needs }, [])).toEqual(['temperature-record A missing'])
    expect(blocked({ act: 'claim', skus: ['A'], needs }, [])).toEqual([])
    const record = paper('temperature-record', undefined, { subjects: ['A'] })
    expect(blocked({ act: 'declare', skus: ['A'], needs }, [record])).toEqual([])
  })
})

describe('the type of a file', () => {
  const bytes = (text: string) => Uint8Array.from([...text].map((one) => one.charCodeAt(0)))
  it.each([
    ['%PDF-1.7', 'pdf'],
    ['\xff\xd8\xff\xe0', 'jpg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    [`PK\x03\x04${'\0'.repeat(22)}OFD.xml`, 'ofd'],
    [`PK\x03\x04${'\0'.repeat(22)}xl/workbook.xml`, undefined],
    ['MZ', undefined],
    ['', undefined],
  ])('is told by its first bytes: %j', (text, type) => expect(fileTypeOf(bytes(text))).toBe(type))
})

describe('the pages of a file', () => {
  it.each([
    ['png', '', 1],
    ['pdf', '1 0 obj << /Type /Pages /Count 2 >> << /Type /Page >> << /Type/Page/Parent 1 0 R >>', 2],
    ['pdf', '<< /Type /Pages /Count 12 /Kids [] >>', 12],
    ['pdf', 'packed', undefined],
    ['ofd', 'Doc_0/Pages/Page_0/Content.xml Doc_0/Pages/Page_1/Content.xml Doc_0/Pages/Page_0/', 2],
  ] as const)('%s %j: %s', (type, text, pages) => expect(pagesOf(type, text)).toBe(pages))
})

describe('a paper that another takes the place of', () => {
  it('keeps what it was, the latest first; a corrected title or subject is the same paper', () => {
    const by = { replacedAt: '2026-06-15T01:00:00.000Z', by: '张三', why: '换证' }
    const file = (hash: string) => ({ hash: hash.repeat(64), type: 'pdf' as const, size: 9 })
    const first = paper('business-licence', today, { number: 'N-1', file: file('a') })
    expect(earlierThan(first, { ...first, file: file('a') }, by)).toEqual([])
    for (const next of [
      { ...first, to: '2030-01-01' },
      { ...first, number: 'N-2' },
      { ...first, file: file('b') },
    ]) {
      expect(earlierThan(first, next, by)).toEqual([{ number: 'N-1', to: today, file: file('a'), ...by }])
    }
    const { file: _gone, ...bare } = first
    const known = [{ ...by, why: '更早' }]
    expect(earlierThan({ ...first, earlier: known }, bare, by).map(({ why }) => why)).toEqual([
      '换证',
      '更早',
    ])
  })
})
