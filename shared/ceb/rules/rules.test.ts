import { describe, expect, it } from 'vitest'
import { dossierTypes, sameRules } from '../dossier-rules'
import { tableOf } from '../tables'
import { documentRules, rulesOf } from './all'
import { fieldRules } from './field-texts'
import { ruleSource } from './sources'

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('rules', () => {
  const all = [...Object.values(fieldRules), ...documentRules]

  it('say what and how to mend it in both languages, from the same facts', () => {
    for (const { message, fix } of all) {
      expect(message.zh && message.en && fix.zh && fix.en).toBeTruthy()
      expect(parameters(message.zh)).toEqual(parameters(message.en))
      expect(parameters(fix.zh)).toEqual(parameters(fix.en))
    }
  })

  it('say where they stand', () => {
    for (const id of Object.keys(fieldRules)) expect(ruleSource(id)).toMatch(/\S/)
    for (const { id } of documentRules) expect(ruleSource(id)).toMatch(/\S/)
    for (const { id } of Object.values(sameRules).flat()) expect(ruleSource(`dossier-${id}`)).toMatch(/\S/)
    expect(ruleSource('xml-form')).toBeUndefined()
  })

  it('mean one thing per id on one message', () => {
    for (const type of ['CEB303', 'CEB603', 'CEB311', 'CEB621', 'CEB213', 'CEB701'] as const) {
      const ids = rulesOf(type).map((rule) => rule.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('between documents name fields that exist', () => {
    for (const direction of ['export', 'import'] as const) {
      for (const { left, right } of sameRules[direction]) {
        for (const [member, field] of [left, right]) {
          const type = dossierTypes[direction][member]
          expect([type, field, tableOf(type).head.byName.has(field)]).toEqual([type, field, true])
        }
      }
    }
  })
})
