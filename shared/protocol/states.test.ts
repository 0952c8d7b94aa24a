import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempts'
import type { ReceiptFact } from './receipts'
import { foldDocument } from './states'
import { statuses, statusWords } from './status'
import { timeline } from './timeline'

const time = (n: number) => `20250303${String(100_000_000 + n)}`
const iso = (n: number) => `2025-03-03T10:00:00.${String(n).padStart(3, '0')}+08:00`
const guid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

function fact(seq: number, status: string, more: Partial<ReceiptFact> = {}): ReceiptFact {
  const base = {
    id: `r${seq}`,
    seq,
    receipt: 'CEB604',
    message: 'CEB603',
    businessKey: 'E|C1',
    guid: guid(1),
  }
  return { ...base, status, time: time(seq), info: '', receivedAt: iso(seq), ...more }
}
const one: Attempt[] = [{ no: 1, guid: guid(1), acceptedAt: iso(0) }]
const two: Attempt[] = [...one, { no: 2, guid: guid(2), acceptedAt: iso(50) }]
const fold = (facts: ReceiptFact[], attempts = one, message = 'CEB603') =>
  foldDocument(message, attempts, facts)

describe('state of a document', () => {
  it('follows a list to its closing', () => {
    const codes = ['2', '3', '120', '300', '500', '399', '800', '899']
    const seen = codes.map((_, n) => fold(codes.slice(0, n + 1).map((code, seq) => fact(seq, code))).code)
    expect(seen).toEqual(codes)
    expect(fold([fact(1, '899')])).toMatchObject({ standing: 'closed', final: true, good: true })
  })

  it('is good at 120 for an order, not for a list', () => {
    expect(fold([fact(1, '120')], one, 'CEB303')).toMatchObject({ good: true, final: true })
    expect(fold([fact(1, '120')])).toMatchObject({ good: false, final: false })
  })

  it('does not step back when receipts overtake each other', () => {
    expect(
      fold([fact(1, '800'), fact(2, '120', { time: time(0) }), fact(3, '2', { time: time(9) })]).code,
    ).toBe('800')
  })

  it('between review, inspection and audit lets the newest receipt time decide', () => {
    expect(fold([fact(1, '399'), fact(2, '500')]).code).toBe('500')
    expect(fold([fact(1, '399', { time: time(5) }), fact(2, '500', { time: time(4) })]).code).toBe('399')
  })

  it('never reopens an end', () => {
    expect(fold([fact(1, '100'), fact(2, '800'), fact(3, '899')]).code).toBe('100')
    expect(fold([fact(1, '899'), fact(2, '100')]).code).toBe('899')
  })

  it('keeps the state before a negative code, and calls the refusal open only until customs has it', () => {
    expect(fold([fact(1, '2'), fact(2, '-301020')])).toMatchObject({
      code: '2',
      refusal: { code: '-301020', open: true },
    })
    expect(fold([fact(1, '120'), fact(2, '-301010')])).toMatchObject({
      code: '120',
      refusal: { open: false },
    })
  })

  it('shows an unknown code as it came and goes on', () => {
    expect(fold([fact(1, '120'), fact(2, '777'), fact(3, '800')])).toMatchObject({
      code: '800',
      unknown: ['777'],
    })
    expect(statusWords('777')).toEqual({ zh: '其它状态（代码 777）', en: 'Other status (code 777)' })
  })

  it('takes the last attempt customs spoke of, by guid or by time', () => {
    const first = [fact(1, '2'), fact(2, '100')]
    expect(fold([...first, fact(60, '2', { guid: guid(2) })], two)).toMatchObject({ attempt: 2, code: '2' })
    expect(fold([...first, fact(60, '2', { guid: guid(9) })], two)).toMatchObject({ attempt: 2, code: '2' })
    expect(fold([...first, fact(40, '3', { guid: guid(9) })], two)).toMatchObject({ attempt: 1, code: '100' })
  })

  it('of a refused second attempt is that of the first', () => {
    const state = fold([fact(1, '120'), fact(60, '-301010', { guid: guid(2) })], two)
    expect(state).toMatchObject({ attempt: 1, code: '120', refusal: { code: '-301010', open: true } })
  })

  it('puts no receipt without our guid to an attempt that was turned away', () => {
    const attempts: Attempt[] = [
      { no: 1, guid: guid(1), turnedAway: true },
      { no: 2, guid: guid(2) },
    ]
    expect(fold([fact(1, '3', { guid: guid(9) })], attempts)).toMatchObject({ attempt: 2, code: '3' })
  })

  it('of a later attempt is not settled by an unnamed refusal that may repeat an earlier one', () => {
    const unnamed = (seq: number, status: string) => fact(seq, status, { guid: guid(9) })
    const told = (facts: ReceiptFact[], restarts: string[]) => foldDocument('CEB603', two, facts, restarts)
    const refused = [unnamed(20, '-301020'), unnamed(60, '-301020')]
    expect(told(refused, []).refusal?.open).toBe(true)
    const unsure = told(refused, [iso(30)])
    expect([unsure.doubtful?.code, unsure.attempt]).toEqual(['-301020', 2])
    // It came before the service was put back, or names the attempt: there is no doubt.
    expect(told(refused, [iso(60)]).doubtful).toBeUndefined()
    expect(told([...refused.slice(0, 1), fact(60, '100', { guid: guid(2) })], [iso(30)]).code).toBe('100')
    expect(told([...refused, unnamed(70, '120')], [iso(30)])).toMatchObject({
      code: '120',
      standing: 'stored',
    })
    expect(told([...refused, unnamed(70, '120')], [iso(30)]).doubtful).toBeUndefined()
  })

  it('is proven by our own guid only, also by that of the message (CEB900)', () => {
    expect(fold([fact(1, '2', { guid: guid(9) })]).proven).toBe(false)
    const carried = [{ ...one[0]!, messageGuid: guid(7) }]
    const refused = fact(1, '-1', { guid: guid(7), receipt: 'CEB900', businessKey: undefined })
    expect(fold([refused], carried)).toMatchObject({ proven: true, refusal: { open: true } })
  })
})

const anyFact = fc.record({
  seq: fc.nat(40),
  status: fc.constantFrom(...Object.keys(statuses), '-301020', '777', ''),
  at: fc.nat(80),
  guid: fc.constantFrom(guid(1), guid(2), guid(9)),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
})
const manyFacts = fc
  .array(anyFact, { maxLength: 12 })
  .map((all) =>
    all.map(({ at, id, ...rest }, n) =>
      fact(rest.seq, rest.status, { ...rest, time: time(at), id: `${id}${n}` }),
    ),
  )

describe('any receipts', () => {
  it('add up to the same in any order and any number of repetitions', () => {
    fc.assert(
      fc.property(manyFacts, fc.infiniteStream(fc.nat()), (facts, numbers) => {
        const shuffled = [...facts, ...facts]
          .map((f) => ({ f, key: numbers.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ f }) => f)
        expect(fold(shuffled, two)).toEqual(fold(facts, two))
      }),
    )
  })

  it('once they came to an end for an attempt, later ones of it change nothing', () => {
    fc.assert(
      fc.property(manyFacts, manyFacts, (early, late) => {
        const before = fold(early)
        fc.pre(before.final)
        const after = fold([...early, ...late.map((f) => ({ ...f, seq: f.seq + 100, id: `late ${f.id}` }))])
        expect([after.code, after.good]).toEqual([before.code, before.good])
      }),
    )
  })

  it('give a timeline with every one of them, raw code included', () => {
    fc.assert(
      fc.property(manyFacts, (facts) => {
        const moments = timeline('CEB603', two, facts)
        expect(moments.map(({ raw }) => raw).sort()).toEqual(facts.map(({ status }) => status).sort())
        for (const { raw, words } of moments) expect(words.zh).toContain(raw)
      }),
    )
  })
})

describe('timeline', () => {
  it('says why a receipt did not move the state', () => {
    const late = fact(3, '2', { time: time(0) })
    const facts = [
      fact(1, '120'),
      fact(2, '120', { time: time(1) }),
      late,
      fact(4, '100'),
      fact(5, '800'),
      fact(6, '9'),
    ]
    const remarks = timeline('CEB603', one, facts).map(({ raw, remark }) => [raw, remark?.en])
    expect(remarks).toEqual([
      ['2', 'Late, state unchanged'],
      ['120', undefined],
      ['120', 'Repeated'],
      ['100', undefined],
      ['800', 'After the end, state unchanged'],
      ['9', 'Unknown code, kept as it came'],
    ])
  })

  it('keeps attempts and what was sent among the receipts, by time', () => {
    const sent = {
      attempt: 1,
      at: iso(0),
      kind: 'send' as const,
      code: 'ok',
      text: { zh: '已收', en: 'taken' },
    }
    const moments = timeline('CEB603', two, [fact(60, '2', { guid: guid(2) }), fact(5, '100')], [sent])
    expect(moments.map(({ attempt, source }) => [attempt, source])).toEqual([
      [1, 'contact'],
      [1, 'receipt'],
      [2, 'receipt'],
    ])
  })
})
