import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldOverride } from '../model/list'
import { correctList } from './correct-list'
import { declareOne, type DeclareInput } from './declare-one'
import { declareOrder } from './declare-order'
import { declareInput, goods, goodsMap, order, payment, sourced, waybill } from './fixture.test-data'
import { lockOf, originOf, outdatedFields, provenanceOf, typedByHand } from './field-provenance'
import { overrideField, withOverride, type OverrideTarget } from './overrides'

const build = (over: Partial<DeclareInput> = {}) => {
  const { parts, faults } = declareOne(declareInput(over))
  return { list: parts[0]?.result.list, faults }
}
const list = build().list!
const by = { reason: '海关要求按实物描述', officer: '张三', now: '2026-03-02T18:00:00Z' }
const gname: OverrideTarget = { document: 'CEB603', line: 1, element: 'gname' }
const replace = (target: OverrideTarget, value: string, more: Partial<typeof by> = {}, of = list) => {
  const result = overrideField(of, target, value, { ...by, ...more })
  if (!('override' in result)) throw new Error(result.refusal.why.en)
  return result.override
}

describe('where a value comes from', () => {
  it('is known for every value of every document, and nothing is typed by hand', () => {
    const all = provenanceOf(list)
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter(({ origin }) => origin === undefined)).toEqual([])
    expect(typedByHand(list)).toBe(0)
    const numbered = all.filter(({ element, lock }) => element === 'gnum' && lock !== 'system')
    expect(numbered).toEqual([])
  })

  it.each([
    ['CEB603', 'gname', true, 'derived'],
    ['CEB603', 'portCode', false, 'derived'],
    ['CEB603', 'grossWeight', false, 'derived'],
    ['CEB603', 'copNo', false, 'system'],
    ['CEB603', 'ieFlag', false, 'fixed'],
    ['CEB603', 'totalPrice', true, 'told'],
    ['CEB603', 'agentCode', false, 'told'],
    ['CEB603', 'logisticsNo', false, 'told'],
    ['CEB603', 'statisticsFlag', false, 'told'],
    ['CEB603', 'qty1', true, 'told'],
    ['CEB603', 'nothing', false, 'system'],
    ['CEB999', 'gname', true, 'system'],
  ] as const)('%s %s is %s', (document, element, inLine, lock) => {
    expect(lockOf(document, element, inLine)).toBe(lock)
  })

  it('names the record and field of what a newer source would change', () => {
    const rebuilt = build({ goods: goodsMap(goods({ gname: '搪瓷餐具' })) }).list!
    const changes = outdatedFields(list, rebuilt).filter(({ document }) => document === 'CEB603')
    expect(changes).toEqual([
      expect.objectContaining({
        element: 'gname',
        before: '搪瓷水杯',
        after: '搪瓷餐具',
        source: { record: 'goods', field: 'gname' },
      }),
    ])
    expect(outdatedFields(list, build().list!)).toEqual([])
  })
})

describe('an override', () => {
  it('needs a reason, another value, and a place that is ours to change', () => {
    const refusal = (target: OverrideTarget, value: string, reason = by.reason) => {
      const result = overrideField(list, target, value, { ...by, reason })
      return 'refusal' in result ? result.refusal.why.zh.slice(0, 4) : undefined
    }
    expect(refusal(gname, '杯', ' ')).toBe('没有写明')
    expect(refusal(gname, '搪瓷水杯 ')).toBe('与来源的')
    expect(refusal({ document: 'CEB603', element: 'copNo' }, 'X')).toBe('由系统产')
    expect(refusal({ document: 'CEB603', element: 'ieFlag' }, 'I')).toBe('报文规定')
    expect(refusal({ document: 'CEB603', line: 1, element: 'totalPrice' }, '1')).toBe('来自平台')
    expect(refusal({ ...gname, line: 9 }, '杯')).toBe('这份清单')
    expect(refusal(gname, '杯')).toBeUndefined()
  })

  it('stands in the list that is built with it, with who, when and why; one value was typed', () => {
    const built = build({ overrides: [replace(gname, '搪瓷杯')] }).list!
    expect(built.documents.inventory.lines?.[0]?.['gname']).toBe('搪瓷杯')
    expect(built.overrides).toEqual([
      {
        ...gname,
        orderNo: '#1001',
        value: '搪瓷杯',
        derived: '搪瓷水杯',
        reason: by.reason,
        by: '张三',
        at: by.now,
      },
    ])
    expect(typedByHand(built)).toBe(1)
    expect(provenanceOf(built).find(({ override }) => override)).toMatchObject({ ...gname, lock: 'derived' })
    expect(list.documents.inventory.lines?.[0]?.['gname']).toBe('搪瓷水杯')
  })

  it('is checked by the rules of the message like any value', () => {
    const { list: none, faults } = build({ overrides: [replace(gname, '长'.repeat(300))] })
    expect(none).toBeUndefined()
    expect(faults.some(({ path }) => path.endsWith('gname'))).toBe(true)
  })

  it('of a weight is the weight of the list', () => {
    const head = (element: string, value: string) => replace({ document: 'CEB603', element }, value)
    const weighed = build({ overrides: [head('grossWeight', '0.7'), head('netWeight', '0.6')] }).list!
    expect(weighed).toMatchObject({ grossWeight: '0.7', netWeight: '0.6' })
    expect(list).toMatchObject({ grossWeight: '0.65', netWeight: '0.5' })
  })

  it('stops the list when its source says something else by now, until it is confirmed or taken back', () => {
    const overrides = [replace(gname, '搪瓷杯')]
    const changed = goodsMap(goods({ gname: '搪瓷餐具' }))
    const { faults } = build({ overrides, goods: changed })
    expect(faults.map(({ rule, source }) => [rule, source])).toEqual([
      ['override-outdated', { record: 'goods', field: 'gname', key: '#1001' }],
    ])
    expect(faults[0]!.message.zh).toContain('搪瓷餐具')
    const now = build({ goods: changed }).list!
    const confirmed = withOverride(overrides, replace(gname, '搪瓷杯', {}, now))
    expect(build({ overrides: confirmed, goods: changed }).list?.overrides).toHaveLength(1)
    expect(build({ overrides: [], goods: changed }).list).toBeDefined()
  })

  it('has done its work when its source agrees, and stops the list when its place is gone', () => {
    const overrides = [replace(gname, '搪瓷餐具')]
    const agrees = build({ overrides, goods: goodsMap(goods({ gname: '搪瓷餐具' })) }).list!
    expect(agrees).not.toHaveProperty('overrides')
    const gone = build({ overrides: [{ ...overrides[0]!, line: 2 }] })
    expect(gone.faults.map(({ rule }) => rule)).toEqual(['override-gone'])
  })

  it('of another order is passed over, and a second of the same place takes the first one’s', () => {
    const first = replace(gname, '一号杯')
    expect(build({ overrides: [{ ...first, orderNo: '#9' }] }).list).not.toHaveProperty('overrides')
    const again = build({ overrides: [first] }).list!
    const second = replace(gname, '二号杯', {}, again)
    expect(second.derived).toBe('搪瓷水杯')
    expect(withOverride([first, { ...first, orderNo: '#9' }], second)).toHaveLength(2)
  })

  it('survives a correction unless other overrides are given', () => {
    const previous = build({ overrides: [replace(gname, '搪瓷杯')] }).list!
    const declared = declareOrder(sourced('o1', order()), { goods: new Map(), gifts: 'leave-out' })
    if (declared.faults) throw new Error('not declared')
    const correct = (overrides?: FieldOverride[]) =>
      correctList({
        ...declareInput(),
        order: declared.order,
        waybill: sourced('w1', waybill()),
        payment: sourced('p1', payment()),
        previous,
        refusal: 'rejected',
        stored: new Set(),
        ...(overrides && { overrides }),
      }).list?.documents.inventory.lines?.[0]?.['gname']
    expect(correct()).toBe('搪瓷杯')
    expect(correct([])).toBe('搪瓷水杯')
  })

  it('never reaches what is locked, whatever is asked (property)', () => {
    const places = provenanceOf(list).map(({ document, line, element }): OverrideTarget => ({
      document,
      element,
      ...(line !== undefined && { line }),
    }))
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ minLength: 1, maxLength: 8 }), (place, value) => {
        const result = overrideField(list, place, value, by)
        if (!('override' in result)) return
        const origin = originOf(place.document, place.element, place.line !== undefined)
        expect(['goods', 'template', 'waybill']).toContain(
          typeof origin === 'object' ? origin.record : origin,
        )
        expect(result.override.value).not.toBe(result.override.derived)
      }),
    )
  })
})
