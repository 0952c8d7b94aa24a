import { describe, expect, it } from 'vitest'
import { documents as forexDocuments } from '../forex/cite'
import { documents as rebateDocuments } from '../rebate/cite'
import { citations, everyRule, policies } from './catalogue'

const rules = everyRule()
const cited = citations(rules)

describe('rules and documents', () => {
  it('every document that may be cited has its page, once', () => {
    const named = new Set<string>([...Object.values(rebateDocuments), ...Object.values(forexDocuments)])
    expect(policies.map(({ document }) => document).sort()).toEqual([...named].sort())
  })

  it('leads from every rule to its documents and back', () => {
    const pages = new Set(policies.map(({ document }) => document))
    for (const rule of rules) {
      for (const basis of rule.basis) {
        expect(pages, rule.id).toContain(basis.document)
        expect(cited.get(basis.document), rule.id).toContainEqual({ rule, basis })
      }
    }
  })

  it('says what a document settles in both languages, and never that more was read than was', () => {
    for (const { document, title, says, seen, from, to, open } of policies) {
      for (const { zh, en } of [title, ...says, ...(open ? [open] : [])]) {
        expect(zh.trim(), document).not.toBe('')
        expect(en.trim(), document).not.toBe('')
      }
      expect(says.length, document).toBeGreaterThan(0)
      if (from !== undefined && to !== undefined) expect(from < to, document).toBe(true)
      // A citation marked as read needs a document that was read at least in part.
      const primary = (cited.get(document) ?? []).some(({ basis }) => basis.strength === 'primary')
      if (primary) expect(['whole', 'part'], document).toContain(seen)
    }
  })

  it('shows no placeholder of a finding and gives each rule its family', () => {
    for (const { id, text, fix, group } of rules) {
      expect(`${text.zh}${text.en}${fix.zh}${fix.en}`, id).not.toMatch(/\{\w+\}/)
      expect(group, id).toMatch(/^[A-Z]$/)
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })
})
