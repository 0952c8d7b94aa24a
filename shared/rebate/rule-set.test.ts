import { describe, expect, it } from 'vitest'
import { strengthLabel, strengthOf } from '../rules/rule'
import { documents } from './cite'
import { layerOf, layers } from './layers'
import { catalogue, removableRules, ruleSet } from './rule-set'

const counts = { A: 15, B: 29, C: 18, D: 19, E: 17, F: 14, G: 9, H: 6, I: 8 }

describe('the catalogue', () => {
  const rules = catalogue()

  it('has every rule of every group once', () => {
    const expected = Object.entries(counts).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, at) => `RB-${group}${String(at + 1).padStart(2, '0')}`),
    )
    expect(rules.map(({ id }) => id)).toEqual(expected)
  })

  it('says each in both languages, what to do, and on which ground', () => {
    const names = new Set<string>(Object.values(documents))
    for (const { id, text, fix, basis, from, to } of rules) {
      for (const words of [text.zh, text.en, fix.zh, fix.en]) expect(words.trim(), id).not.toBe('')
      expect(basis.length, id).toBeGreaterThan(0)
      for (const { document } of basis) expect(names, id).toContain(document)
      if (from !== undefined && to !== undefined) expect(from <= to, id).toBe(true)
    }
  })

  it('one id has one head wherever it is used', () => {
    const known = new Map(rules.map((rule) => [rule.id, rule]))
    for (const { id, text, fix } of [
      ...ruleSet.match,
      ...ruleSet.treatment.order,
      ...ruleSet.treatment.conditions,
    ]) {
      expect({ text, fix }).toEqual({ text: known.get(id)!.text, fix: known.get(id)!.fix })
    }
  })

  it('marks what was not read: a rule is as sure as its least sure citation', () => {
    const of = (id: string) => strengthOf(rules.find((rule) => rule.id === `RB-${id}`)!.basis)
    expect([of('F04'), of('E13'), of('B12'), of('E05')]).toEqual([
      'primary',
      'house',
      'to-confirm',
      'to-confirm',
    ])
    expect(strengthLabel['to-confirm'].zh).toBe('口径待确认')
  })

  it('every rule an engine holds is in it', () => {
    const ids = new Set(rules.map(({ id }) => id))
    for (const id of removableRules()) expect(ids).toContain(id)
  })
})

it('law layers follow each other without gap or overlap', () => {
  const days = ['2010-12-31', '2011-01-01', '2025-12-31', '2026-01-01', '2099-01-01']
  expect(days.map((day) => layerOf(day)?.id)).toEqual([
    undefined,
    'transitional',
    'transitional',
    'vat-law',
    'vat-law',
  ])
  for (const [at, layer] of layers.entries()) {
    const next = layers[at + 1]
    if (next) expect(new Date(Date.parse(layer.to!) + 86_400_000).toISOString().slice(0, 10)).toBe(next.from)
    else expect(layer.to).toBeUndefined()
  }
})
