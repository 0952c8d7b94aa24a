import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodeBook } from './book'
import { planDelta, type CodeDelta, type DeltaPlan } from './delta'
import { forBook, overlayOf, type OwnCode } from './own'
import type { CodeTable } from './table'

const shipped: CodeTable = {
  id: 'unit',
  complete: true,
  source: 's',
  edition: 'e',
  rows: [
    { code: '001', zh: '台', en: 'set' },
    { code: '002', zh: '座', mark: 'unverified' },
    { code: '003', zh: '辆' },
  ],
}
const from = { now: '2026-11-22T00:00:00.000Z', source: '单一窗口', practice: false }
const delta = (more: Partial<CodeDelta>): CodeDelta => ({
  table: 'unit',
  from: '1',
  to: '2',
  put: [],
  drop: [],
  ...more,
})
const bookWith = (codes: readonly OwnCode[]) => new CodeBook([shipped], overlayOf(codes))
const plan = (change: Partial<CodeDelta>, have = '1', codes: readonly OwnCode[] = []) =>
  planDelta(delta(change), (id) => bookWith(codes).table(id), have || undefined, from)

describe('an update of a code table', () => {
  it('adds, changes and stops codes; what is the same is left out', () => {
    const made = plan({
      put: [
        { key: '001', row: { zh: '台', en: 'set' } },
        { key: '002', row: { zh: '座' } },
        { key: '004', row: { zh: '架', iso: 'XX' } },
      ],
      drop: ['003', '999'],
    }) as DeltaPlan
    expect(made).toMatchObject({ added: 1, changed: 1, stopped: 1, same: 1, from: '1', to: '2' })
    const book = bookWith(made.codes)
    expect(book.lookup('unit', '004')).toMatchObject({ zh: '架', iso: 'XX', mark: 'added' })
    expect(book.lookup('unit', '003')).toEqual({ code: '003', zh: '辆', mark: 'obsolete' })
    expect(book.search('unit', '003')).toEqual([])
  })

  it('of a whole table stops what the table does not have, but no code of an officer', () => {
    const typed: OwnCode = { table: 'unit', code: '900', name: '箱', firstSeen: from.now, source: 'typed' }
    const made = plan({ from: null, put: [{ key: '001', row: { zh: '台', en: 'set' } }] }, '', [typed])
    expect(made).toMatchObject({ added: 0, stopped: 2, codes: [{ code: '002' }, { code: '003' }] })
  })

  it('is refused in words when it does not join on, is of no table here, or has a row without a name', () => {
    expect(plan({}, '')).toMatchObject({ code: 'delta-version', text: { zh: /随软件/ } })
    expect(plan({}, '3')).toMatchObject({ code: 'delta-version' })
    expect(plan({ table: 'hs' })).toMatchObject({ code: 'delta-table' })
    expect(plan({ put: [{ key: '005', row: { en: 'x' } }] })).toMatchObject({ code: 'delta-row' })
    expect(plan({ put: [{ key: '../5', row: { zh: 'x' } }] })).toMatchObject({ code: 'delta-row' })
  })

  it('never goes back: an old whole table is refused although it is rightly signed', () => {
    const whole = (to: string) => ({ from: null, to, put: [{ key: '001', row: { zh: '台' } }] })
    expect(plan(whole('9'), '10')).toMatchObject({ code: 'delta-older', text: { zh: /退回旧版本/ } })
    expect(plan(whole('10'), '10')).toMatchObject({ to: '10' })
    expect(plan(whole('11'), '10')).toMatchObject({ to: '11' })
    // Names of versions that do not count up cannot be compared.
    expect(plan(whole('2025-A'), '2026-A')).toMatchObject({ to: '2025-A' })
  })

  it('taken twice changes nothing the second time (property)', () => {
    const key = fc.integer({ min: 1, max: 6 }).map((n) => `00${n}`)
    const row = fc.record({
      zh: fc.constantFrom('台', '座', '辆'),
      mark: fc.constantFrom('', 'obsolete', 'unverified'),
    })
    const rows = fc.uniqueArray(fc.record({ key, row }), { selector: (one) => one.key })
    fc.assert(
      fc.property(rows, fc.array(key), fc.boolean(), (put, dropped, isWhole) => {
        const drop = dropped.filter((one) => !put.some((other) => other.key === one))
        const change = { put, drop, from: isWhole ? null : '1' }
        const first = plan(change) as DeltaPlan
        expect(plan(change, '1', first.codes)).toMatchObject({ codes: [], added: 0, changed: 0, stopped: 0 })
      }),
    )
  })

  it('from a practice window counts in practice books only', () => {
    const real: OwnCode = { table: 'unit', code: '004', name: '架', firstSeen: from.now, source: 'typed' }
    const drill: OwnCode = { ...real, name: '演练', practice: true }
    const own = {
      codes: [drill, real],
      editions: [{ ...shipped, table: 'unit' as const, date: '', practice: true as const }],
    }
    expect(forBook(own, false)).toEqual({ codes: [real], editions: [] })
    expect(forBook(own, true).codes).toEqual([drill])
    expect(forBook(own, true).editions).toHaveLength(1)
  })
})
