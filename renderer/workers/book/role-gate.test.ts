import { describe, expect, it } from 'vitest'
import { looking, may, roles, type Role } from '#shared/people/roles'
import { callRights, neededFor } from './call-rights'
import { behindRoles } from './role-gate'

class Host {
  roles: Role[] = ['entry']
  readonly done: string[] = []
  async page(): Promise<string> {
    return 'rows'
  }
  async declare(): Promise<void> {
    this.done.push('declare')
  }
  async command(): Promise<void> {
    this.done.push('command')
  }
  async lock(): Promise<void> {
    this.done.push('lock')
  }
}

describe('the gate of roles before every call of a book', () => {
  it('runs what the roles allow, and nothing else', async () => {
    const host = new Host()
    const gated = behindRoles(host)
    expect(await gated.page()).toBe('rows')
    await expect(gated.declare()).rejects.toMatchObject({ code: 'not-your-role' })
    host.roles = ['declare']
    await gated.declare()
    await gated.lock()
    expect(host.done).toEqual(['declare', 'lock'])
  })

  it('gives 审计 the calls that look, and none that writes, sends or takes out', () => {
    for (const call of Object.keys(callRights)) {
      const needed = neededFor(call, [])!
      const allowed = needed.length === 0 || needed.some((right) => may(['audit'], right))
      expect(allowed, call).toBe(needed.every((right) => looking.has(right)))
    }
  })

  it('lets 审计 read a paper, and not write what a tariff is called and from when it applies', () => {
    expect(neededFor('evidenceFile', [])).toEqual(['look'])
    expect(neededFor('describeTariff', [])).toEqual(['enter'])
  })

  it('leaves every call to somebody, and all of them to 主管', () => {
    for (const call of Object.keys(callRights)) {
      const needed = neededFor(call, [])!
      if (needed.length === 0) continue
      expect(
        roles.some((role) => needed.some((right) => may([role], right))),
        call,
      ).toBe(true)
      expect(
        needed.some((right) => may(['chief'], right)),
        call,
      ).toBe(true)
    }
  })

  it('keeps the enterprise and the rules to 主管, whatever an act is called', () => {
    const change = (table: string, key?: string) => [{ table, op: 'put', record: key ? { key } : {} }]
    expect(neededFor('command', ['note', '', change('enterprise')])).toEqual(['manage'])
    expect(neededFor('command', ['x', '', change('settings', 'people.rules')])).toEqual(['manage'])
    expect(neededFor('command', ['x', '', change('lists')])).toEqual(['manage'])
    expect(neededFor('command', ['goods.save', '', change('goods')])).toEqual(['enter'])
    expect(neededFor('command', ['note', '', change('overlays')])).toContain('declare')
    expect(neededFor('command', ['drafts.keep', '', change('settings', 'drafts x')])).toContain('check')
    expect(neededFor('toString', [])).toBeUndefined()
  })
})
