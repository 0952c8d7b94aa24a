import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortBatch } from './batch'
import { contentOf, partyOf } from './content'
import { partyFieldIds, partyFields, fieldRule, type PartyField } from './fields'
import { askedBy, fieldsOf, isFileable, partyFaults, type Party } from './party'
import { party, residentNo, usccNo, without } from './party.test-data'
import { filingModes, roleIds } from './roles'

const faults = (one: Party, practice = false) =>
  partyFaults(one, practice).map(({ field, kind }) => `${field} ${kind}`)
const arbRoles = fc.uniqueArray(fc.constantFrom(...roleIds), { minLength: 1 })
const arbModes = fc.uniqueArray(fc.constantFrom(...filingModes))

it('every field has words, somebody who has it and somebody who is told', () => {
  for (const field of partyFieldIds) {
    const { label, to, for: owners = ['seller'] } = fieldRule(field)
    expect(label.zh && label.en).not.toBe('')
    expect(Math.min(to.length, owners.length)).toBeGreaterThan(0)
  }
  for (const field of ['legalPerson', 'legalPersonId', 'residentId', 'personName', 'contactPhone'] as const) {
    expect(partyFields[field].sensitivity).toBe('personal')
  }
})

describe('a master', () => {
  it('that is complete has no fault, in every role and mode alone', () => {
    for (const role of roleIds) {
      for (const mode of filingModes) expect(faults(party({ roles: [role], modes: [mode] }))).toEqual([])
    }
  })

  it.each([
    ['uscc', '91331100000000001X', 'refuse'],
    ['uscc', usccNo(1).slice(0, 17), 'refuse'],
    ['customsCode', '0011960ABC', 'refuse'],
    ['legalPersonId', '331102199002300012', 'refuse'],
    ['legalPersonId', '331102900101001', 'refuse'],
    ['division', '001102', 'refuse'],
    ['customsOffice', '29150', 'refuse'],
    ['taxpayer', '一般', 'refuse'],
    ['bankAccount', '六二二二', 'refuse'],
    ['platformUrl', 'example', 'refuse'],
    ['rebateFiledOn', '2025-02-30', 'refuse'],
    ['refundClass', '5', 'refuse'],
    ['nameEn', '某某', 'refuse'],
    ['name', '长'.repeat(101), 'refuse'],
    ['contactPhone', '12', 'warn'],
    ['scope', '互联网销售', 'warn'],
    ['uscc', '91331100000000010N', 'warn'],
    ['bankAccount', '6222000011112222', 'warn'],
  ] as const)('says that %s cannot be %s', (field, value, kind) => {
    expect(faults(party({ values: { [field]: value } }))).toEqual([`${field} ${kind}`])
  })

  it('of a 演练 book may have numbers that cannot exist, but not of the wrong form', () => {
    const made = party({ values: { uscc: '91331100000000001X', customsCode: '0011960ABC' } })
    expect(faults(made, true)).toEqual(['uscc warn', 'customsCode warn'])
    expect(isFileable(made, true)).toBe(true)
    expect(isFileable(made)).toBe(false)
    expect(faults(party({ values: { uscc: '9133' } }), true)).toEqual(['uscc refuse'])
  })

  it('names each field that is missing, except those that may be', () => {
    const bare: Party = { roles: ['seller'], modes: ['9610'], values: {} }
    const missing = partyFaults(bare)
    expect(new Set(missing.map(({ kind }) => kind))).toEqual(new Set(['missing']))
    expect(missing.map(({ field }) => field)).not.toContain('rebateFiledOn')
    expect(missing.find(({ field }) => field === 'uscc')!.text.zh).toContain('统一社会信用代码')
  })

  it('of an individual asks for the person and nothing of a company', () => {
    const person = party({ roles: ['individual'], modes: ['9610'] })
    expect(fieldsOf(person)).toEqual([
      'contactName',
      'contactPhone',
      'personName',
      'residentId',
      'bankName',
      'bankAccount',
      'settlementAccount',
      'platformName',
      'platformUrl',
    ])
    expect(faults(party({ roles: ['individual'], values: { residentId: '110101199003070000' } }))).toEqual([
      'residentId refuse',
    ])
  })
})

describe('a mode', () => {
  it('asks a filed enterprise for what it needs and no more', () => {
    const filed = party({ modes: ['9610'] })
    expect(askedBy('9810', filed)).toEqual([
      'warehouseCountry',
      'warehouseName',
      'warehouseAddress',
      'warehouseKind',
    ])
    expect(askedBy('9710', filed)).toEqual([])
    expect(askedBy('1210', filed)).toEqual(['bondedArea', 'emsNo'])
    expect(askedBy('1039', filed)).toEqual(['marketNo', 'marketName'])
    expect(askedBy('0110', filed)).toEqual([])
    expect(askedBy('9610', party({ modes: ['0110'] }))).toEqual(['platformName', 'platformUrl'])
  })

  it('asks for nothing twice, and what it asked for is all that is missing then (property)', () => {
    fc.assert(
      fc.property(arbRoles, arbModes, fc.constantFrom(...filingModes), (roles, modes, mode) => {
        const before = party({ roles, modes })
        const asked = askedBy(mode, before)
        const after: Party = { ...before, modes: [...new Set([...modes, mode])] }
        const missing = partyFaults(after).flatMap(({ field, kind }) => (kind === 'missing' ? [field] : []))
        expect(missing).toEqual(asked)
        for (const field of fieldsOf(before)) expect(fieldsOf(after)).toContain(field)
      }),
    )
  })
})

describe('many enterprises', () => {
  it('200 with seven planted faults: 193 go, seven are named at their field and then go alone', () => {
    const all = Array.from({ length: 200 }, (_, at) => ({
      key: `E${at}`,
      party: party({ values: { uscc: usccNo(at + 1), legalPersonId: residentNo(at % 900) } }),
    }))
    const bad: readonly [number, PartyField, string | undefined][] = [
      [3, 'uscc', '91331100000000001X'],
      [31, 'customsCode', 'ABC'],
      [57, 'address', undefined],
      [90, 'legalPersonId', '331102199001010001'],
      [111, 'division', '99'],
      [150, 'platformUrl', 'no site'],
      [199, 'bankAccount', '1'],
    ]
    const planted = all.map((one, at) => {
      const found = bad.find(([place]) => place === at)
      if (!found) return one
      const [, field, value] = found
      return {
        ...one,
        party:
          value === undefined
            ? without(one.party, field)
            : party({ values: { ...one.party.values, [field]: value } }),
      }
    })
    const { fileable, refused } = sortBatch(planted)
    expect(fileable).toHaveLength(193)
    expect(refused.map(({ key, faults: own }) => [key, own.map(({ field }) => field)])).toEqual(
      bad.map(([at, field]) => [`E${at}`, [field]]),
    )
    const mended = refused.map(({ key }) => all.find((one) => one.key === key)!)
    expect(sortBatch(mended).fileable.map(({ key }) => key)).toEqual(bad.map(([at]) => `E${at}`))
  })

  it('with one credit code twice: the second names the first', () => {
    const { fileable, refused } = sortBatch([
      { key: 'A', party: party() },
      { key: 'B', party: party() },
    ])
    expect(fileable.map(({ key }) => key)).toEqual(['A'])
    expect(refused).toEqual([{ key: 'B', faults: [], twiceOf: 'A' }])
  })
})

describe('what travels', () => {
  it('comes back as it was (property)', () => {
    fc.assert(
      fc.property(arbRoles, arbModes, (roles, modes) => {
        const one = party({ roles, modes })
        expect(partyOf(contentOf(one).head)).toEqual({ party: one, unknown: [] })
      }),
    )
  })

  it('names what it does not know, and is none without a role', () => {
    const { head } = contentOf(party())
    expect(partyOf({ ...head, later: 'x', nameEn: '' })).toMatchObject({ unknown: ['later'] })
    expect(partyOf({ ...head, roles: '' })).toBeUndefined()
    expect(partyOf({ ...head, roles: 'king' })).toBeUndefined()
    expect(partyOf({ ...head, name: 7 })).toBeUndefined()
  })
})
