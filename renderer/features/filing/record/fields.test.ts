import { describe, expect, it } from 'vitest'
import { loadOwnCodeBook } from '#shared/codes/load'
import { noOwnCodes } from '#shared/codes/own'
import { codeTableIds } from '#shared/codes/table'
import { fieldsOf, type Party } from '#shared/filing/party'
import { filingModes, roleIds } from '#shared/filing/roles'
import { copyOf, faultsOf, keyOf, partyOf, partySections, valuesOf } from './fields'

const master: Party = {
  roles: ['seller', 'agent'],
  modes: ['9610'],
  values: { uscc: '91X', customsCode: '3311960ABC', address: '一路 1 号', bankName: '某银行' },
}

describe('the form of a master', () => {
  it('has every field that is asked for once, in a section, in every role and mode', async () => {
    const book = await loadOwnCodeBook(noOwnCodes, codeTableIds)
    for (const role of roleIds) {
      const party = { roles: [role], modes: [...filingModes] }
      const shown = partySections(party, book, new Map()).flatMap(({ fields }) =>
        fields.map(({ key }) => key),
      )
      expect(shown).toEqual(fieldsOf(party))
    }
  })

  it('gives back what it was given, and takes blanks for nothing', () => {
    expect(partyOf(valuesOf(master))).toEqual(master)
    expect(partyOf({ ...valuesOf(master), uscc: ' ' }).values).not.toHaveProperty('uscc')
  })

  it('names what is missing at its field', () => {
    const faults = faultsOf(master, false)
    expect(faults.find(({ field }) => field === 'name')).toMatchObject({ severity: 'refuse' })
    expect(faults.find(({ field }) => field === 'uscc')).toMatchObject({ severity: 'refuse' })
    expect(faults.some(({ field }) => field === 'nameEn')).toBe(false)
  })

  it('is known by the customs code, a person by their number', () => {
    expect(keyOf(master)).toBe('3311960ABC')
    expect(keyOf({ roles: ['individual'], modes: [], values: { residentId: '33' } })).toBe('33')
    expect(keyOf({ roles: ['seller'], modes: [], values: { residentId: '33' } })).toBeUndefined()
  })

  it('copies what others share, never what is one company’s alone', () => {
    expect(copyOf(master)).toEqual({
      ...master,
      values: { address: '一路 1 号', bankName: '某银行' },
    })
  })
})
