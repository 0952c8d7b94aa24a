import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looking, may, rights, rightsOf, type Role, Roles, roles, whyNot } from './roles'

const held = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 })

describe('the table of rights', () => {
  it('lets 审计 look and nothing else, 主管 everything, everybody look', () => {
    for (const right of rights) {
      expect(may(['audit'], right), right).toBe(looking.has(right))
      expect(may(['chief'], right), right).toBe(true)
    }
    for (const role of roles) expect(may([role], 'look')).toBe(true)
  })

  it('keeps 录入, 复核 and 申报 apart', () => {
    const apart = ['enter', 'check', 'declare'] as const
    const holders = { entry: 'enter', check: 'check', declare: 'declare' } as const
    for (const [role, own] of Object.entries(holders))
      for (const right of apart) expect(may([role as Role], right), `${role} ${right}`).toBe(right === own)
    expect(may(['declare'], 'certificate')).toBe(true)
    for (const role of ['entry', 'check', 'audit'] as const) {
      expect(may([role], 'certificate')).toBe(false)
      expect(may([role], 'manage')).toBe(false)
    }
  })

  it('adds up what several roles allow, and no more', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...rights), (some, right) => {
        expect(may(some, right)).toBe(some.some((role) => may([role], right)))
      }),
      { numRuns: 60 },
    )
  })

  it('names in a refusal exactly those who may', () => {
    for (const right of rights) {
      const { zh } = whyNot(right)
      expect(zh.includes('录入或') || zh.includes('由录入'), right).toBe(rightsOf.entry.includes(right))
      expect(zh).toContain('主管')
    }
  })
})

describe('roles of one officer', () => {
  it('are some, each once, and 审计 alone', () => {
    fc.assert(
      fc.property(held, (some) => {
        expect(Roles.safeParse(some).success).toBe(some.length === 1 || !some.includes('audit'))
        expect(Roles.safeParse([...some, some[0]!]).success).toBe(false)
      }),
      { numRuns: 60 },
    )
    expect(Roles.safeParse([]).success).toBe(false)
  })
})
