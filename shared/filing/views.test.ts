import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldRule, partyFieldIds, type PartyField } from './fields'
import type { Party } from './party'
import { party, without } from './party.test-data'
import { authorityIds, filingModes, roleIds, type Authority } from './roles'
import {
  completeness,
  differencesOf,
  modeCompleteness,
  standings,
  touchedBy,
  viewOf,
  type Holding,
} from './views'

const arbParty = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...roleIds), { minLength: 1 }),
    fc.uniqueArray(fc.constantFrom(...filingModes)),
  )
  .map(([roles, modes]) => party({ roles, modes }))
const hold = (one: Party, authority: Authority, version = 1): Holding => ({
  authority,
  version,
  on: `2026-01-0${version}`,
  content: viewOf(one, authority),
})
const holdAll = (one: Party) => authorityIds.map((authority) => hold(one, authority))

describe('the view of an authority', () => {
  it('has its fields only, and does not depend on the order of anything (property)', () => {
    fc.assert(
      fc.property(arbParty, fc.constantFrom(...authorityIds), (one, authority) => {
        const view = viewOf(one, authority)
        for (const field of Object.keys(view)) {
          if (field !== 'roles' && field !== 'modes')
            expect(fieldRule(field as PartyField).to).toContain(authority)
        }
        const turned: Party = {
          roles: one.roles.toReversed(),
          modes: one.modes.toReversed(),
          values: Object.fromEntries(Object.entries(one.values).toReversed()),
        }
        expect(JSON.stringify(viewOf(turned, authority))).toBe(JSON.stringify(view))
      }),
    )
  })

  it('keeps identity numbers from who has no use for them', () => {
    const person = party({ roles: ['individual'] })
    const who = authorityIds.filter((authority) => viewOf(person, authority).residentId !== undefined)
    expect(who).toEqual(['forex', 'bank'])
  })

  it('leaves out what the roles no longer ask for', () => {
    const wide = party({ modes: ['9610', '9810'] })
    expect(viewOf(wide, 'customs').warehouseName).toBeDefined()
    expect(viewOf({ ...wide, modes: ['9610'] }, 'customs').warehouseName).toBeUndefined()
  })
})

describe('a change', () => {
  it.each([
    ['address', ['customs', 'tax', 'forex', 'market', 'bank']],
    ['contactPhone', ['customs', 'tax', 'forex', 'bank', 'logistics']],
    ['taxOffice', ['tax']],
    ['fxOffice', ['forex']],
    ['platformUrl', ['customs', 'market']],
    ['bankAccount', ['tax', 'bank']],
    ['uscc', [...authorityIds]],
  ] as const)('of %s goes to exactly those that use it', (field, expected) => {
    const before = party()
    const after = party({ values: { [field]: `${before.values[field]!}2` } })
    expect(touchedBy(before, after)).toEqual(expected)
    const changed = standings(after, holdAll(before)).filter(({ differences }) => differences.length > 0)
    expect(changed.map(({ authority }) => authority)).toEqual(expected)
    for (const { differences } of changed) {
      expect(differences).toEqual([
        { field, label: fieldRule(field).label, held: before.values[field], master: after.values[field] },
      ])
    }
  })

  it('of the modes goes to customs and tax', () => {
    expect(touchedBy(party({ modes: ['9610'] }), party({ modes: ['9610', '0110'] }))).toEqual([
      'customs',
      'tax',
    ])
  })

  it('touches who the fields say, for any field (property)', () => {
    fc.assert(
      fc.property(arbParty, fc.constantFrom(...partyFieldIds), (one, field) => {
        const isThere = one.values[field] !== undefined
        const expected = isThere
          ? authorityIds.filter((authority) => fieldRule(field).to.includes(authority))
          : []
        expect(touchedBy(one, without(one, field))).toEqual(expected)
      }),
    )
  })
})

describe('what is held', () => {
  it('is nothing at first: everything is to be filed', () => {
    for (const { first, differences, authority } of standings(party(), [])) {
      expect(first).toBe(true)
      expect(differences).toHaveLength(Object.keys(viewOf(party(), authority)).length)
    }
  })

  it('is the newest version, whatever order they came in; after one sync all agree', () => {
    const [old, now] = [party({ values: { address: '旧址' } }), party()]
    const both = [hold(now, 'customs', 2), hold(old, 'customs', 1)]
    for (const holdings of [both, both.toReversed()]) {
      const customs = standings(now, holdings).find(({ authority }) => authority === 'customs')!
      expect(customs).toMatchObject({ first: false, version: 2, on: '2026-01-02', differences: [] })
    }
    expect(standings(now, holdAll(now)).every(({ differences }) => differences.length === 0)).toBe(true)
  })

  it('shows a field that the master lost', () => {
    const before = party()
    expect(differencesOf(viewOf(before, 'tax'), viewOf(without(before, 'refundClass'), 'tax'))).toEqual([
      { field: 'refundClass', label: fieldRule('refundClass').label, held: '2', master: '' },
    ])
  })
})

describe('completeness', () => {
  it('counts for each authority its own fields; optional ones never hold it up', () => {
    const whole = completeness(party())
    expect(whole.every(({ needed, ready }) => needed === ready && needed > 0)).toBe(true)
    const lacking = completeness(without(party(), 'taxOffice', 'refundClass'))
    for (const { authority, needed, ready, faults } of lacking) {
      expect(needed - ready).toBe(authority === 'tax' ? 1 : 0)
      expect(faults.map(({ field }) => field)).toEqual(authority === 'tax' ? ['taxOffice'] : [])
    }
  })

  it('a warning does not make a field less ready', () => {
    const warned = completeness(party({ values: { contactPhone: '12' } }))
    expect(warned.every(({ needed, ready }) => needed === ready)).toBe(true)
    expect(warned.find(({ authority }) => authority === 'logistics')!.faults).toHaveLength(1)
  })
})

describe('how far a master is for a mode', () => {
  it('names just what a further mode still asks for, and nothing twice', () => {
    const retail = party({ roles: ['seller'], modes: ['9610'] })
    const warehouse = ['warehouseCountry', 'warehouseName', 'warehouseAddress', 'warehouseKind'] as const
    const one = warehouse.reduce<Party>((master, field) => without(master, field), retail)
    const by = new Map(modeCompleteness(one).map((mode) => [mode.mode, mode]))
    expect(by.get('9610')).toMatchObject({ filed: true, lacking: [] })
    expect(by.get('9810')).toMatchObject({ filed: false, lacking: warehouse })
    expect(by.get('9810')!.needed - by.get('9810')!.ready).toBe(4)
  })
})
