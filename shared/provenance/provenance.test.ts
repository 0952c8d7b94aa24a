import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedFields, standingOf, standingOverrides, takenOver, type Derived } from './derived'
import { derivedOfGoods } from './goods'
import { derivedOfTemplate, type KnownEnterprise } from './template'

const source = { record: 'tariff', name: '2026', field: 'unit1' } as const
const says = (value: string): Derived => ({ value, source })
const by = { reason: '按实际', by: '甲', at: '2026-06-01T00:00:00.000Z' }

describe('how a value stands to its source', () => {
  it.each([
    ['typed here, where no source tells it', 'x', undefined, undefined, 'own'],
    ['empty, while the source could fill it in', '', says('035'), undefined, 'open'],
    ['as the source says', '035', says('035'), undefined, 'derived'],
    ['other than the source, without a reason', '011', says('035'), undefined, 'moved'],
    ['replaced with a reason', '011', says('035'), { value: '011', derived: '035', ...by }, 'by-hand'],
    [
      'replaced, and the source moved on',
      '011',
      says('030'),
      { value: '011', derived: '035', ...by },
      'moved',
    ],
    [
      'replaced, and the source agrees by now',
      '011',
      says('011'),
      { value: '011', derived: '035', ...by },
      'derived',
    ],
    [
      'written over since it was replaced',
      '001',
      says('035'),
      { value: '011', derived: '035', ...by },
      'moved',
    ],
  ] as const)('%s', (_, value, derived, override, standing) => {
    expect(standingOf(value, derived, override)).toBe(standing)
  })

  it('after 按来源更新 nothing is moved, and what was open or had a reason over its source is as it was (property)', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c')
    const override = fc.option(fc.record({ value, derived: value }), { nil: undefined })
    const one = fc.record({ value, derived: value, override })
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('f', 'g', 'h'), one), (fields) => {
        const pick = <T>(get: (field: (typeof fields)[string]) => T) =>
          Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, get(field)]))
        const values = pick((field) => field.value)
        const derived = pick((field) => says(field.derived))
        const overrides = Object.fromEntries(
          Object.entries(fields).flatMap(([name, field]) =>
            field.override ? [[name, { ...field.override, ...by }]] : [],
          ),
        )
        const moved = new Set(movedFields(values, derived, overrides).map(({ field }) => field))
        const after = { ...values, ...takenOver(values, derived, overrides) }
        const kept = standingOverrides(after, overrides)
        expect(movedFields(after, derived, kept)).toEqual([])
        for (const name of Object.keys(values)) {
          expect(after[name]).toBe(moved.has(name) ? fields[name]!.derived : values[name])
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what sources say', () => {
  it('of goods: the units of the line, and what its conditions propose; nothing without a line', () => {
    const row = { code: '6109100000', name: 'T恤', unit1: '011', unit2: '035' }
    const proposal = { field: 'inspection', value: 'Y', why: { zh: '', en: '' } } as const
    expect(derivedOfGoods(row, [proposal], '2026 税则')).toEqual({
      unit1: { value: '011', source: { record: 'tariff', name: '2026 税则', field: 'unit1' } },
      unit2: { value: '035', source: { record: 'tariff', name: '2026 税则', field: 'unit2' } },
      inspection: { value: 'Y', source: { record: 'tariff', name: '2026 税则', field: 'conditions' } },
    })
    expect(derivedOfGoods(undefined, [proposal], '2026 税则')).toEqual({})
  })

  it('of a template: names of known enterprises by either code, and the account book of the zone company', () => {
    const zone: KnownEnterprise = {
      record: 'party',
      id: '3305960002',
      name: '区内公司',
      codes: ['3305960002', '91330500MA00000002'],
      emsNo: 'T3305W000001',
    }
    const derived = derivedOfTemplate(
      { ebpCode: '3305960009', iacCode: '91330500MA00000002', logisticsCode: '3305960002', payCode: '' },
      [zone],
    )
    expect(
      Object.entries(derived).map(([field, { value, source: from }]) => [field, value, from.field]),
    ).toEqual([
      ['logisticsName', '区内公司', 'name'],
      ['iacName', '区内公司', 'name'],
      ['emsNo', 'T3305W000001', 'emsNo'],
    ])
  })
})
