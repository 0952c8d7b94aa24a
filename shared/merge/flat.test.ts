import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, flatten, unflatten } from './flat'
import { fieldLabel, samenessOf } from './kinds'
import { brief, print } from '../model/json'

const word = fc.stringMatching(/^[a-z/#1-9]{1,6}$/)
const content = fc.record({
  name: fc.string(),
  ports: fc.dictionary(word, fc.string({ minLength: 1 })),
  labels: fc.uniqueArray(word).map((labels) => labels.sort()),
})

describe('contents by field', () => {
  it('come back as they were, whatever stands in keys and labels', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(unflatten(flatten(one, ['ports'], ['labels']), ['ports'], ['labels'])).toEqual(one)
      }),
    )
  })

  it('differ exactly where they differ; what is gone is null', () => {
    const before = flatten({ name: 'a', ports: { '502': 'X' }, labels: ['急'] }, ['ports'], ['labels'])
    const after = flatten({ name: 'a', ports: { '303': 'Y' }, labels: [] }, ['ports'], ['labels'])
    expect(differences(before, after, (_path, a, b) => print(a) === print(b))).toEqual({
      'ports/502': null,
      'ports/303': 'Y',
      'labels/急': null,
    })
  })
})

describe('telling values apart', () => {
  it('does not depend on the order of names, and short prints stand for themselves', () => {
    expect(print({ b: 1, a: [2, null] })).toBe(print({ a: [2, null], b: 1 }))
    expect(brief(print('杯'))).toBe('"杯"')
  })

  it('shortens long values and still tells them apart', () => {
    const long = (n: number) => brief(print({ lines: Array.from({ length: 40 }, (_, i) => `${i + n}`) }))
    expect(long(0).length).toBeLessThan(64)
    expect(long(0)).toBe(long(0))
    expect(long(0)).not.toBe(long(1))
  })

  it('takes two buildings of one draft for the same, and another amount for another', () => {
    const same = samenessOf('list')
    const draft = (guid: string, amount: string) => ({ documents: { inventory: { head: { guid, amount } } } })
    expect(same('content', draft('A', '1.00'))).toBe(same('content', draft('B', '1.00')))
    expect(same('content', draft('A', '1.00'))).not.toBe(same('content', draft('A', '2.00')))
  })
})

it('names fields as the forms do', () => {
  expect(fieldLabel('goods', 'gname').zh).toBe('申报品名')
  expect(fieldLabel('template', 'ports/502').zh).toBe('运抵国→指运港 502')
})
