import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defaultDeclarationSettings } from '../declaration/settings'
import { chainMessages, Transmitter } from '../protocol/transmitters'
import { defaultRules } from '../rebate/book/records'
import { fieldLabel } from './kinds'
import { isSharedSetting, settingFields, settingOf, sharedSettings } from './settings'

describe('settings that desks share', () => {
  it('are told by what was chosen, and come back whole', () => {
    const transmits = fc.dictionary(
      fc.constantFrom(...chainMessages),
      fc.constantFrom(...Transmitter.options),
    )
    fc.assert(
      fc.property(transmits, fc.constantFrom('fair-price', 'leave-out'), (changed, gifts) => {
        const { transmits: usual, ...rest } = defaultDeclarationSettings
        const value = { ...rest, gifts, transmits: { ...usual, ...changed } }
        const fields = settingFields('declaration', value)
        expect(Object.keys(fields)).not.toContain('partWaybills')
        expect(settingOf('declaration', fields)).toEqual(value)
      }),
      { numRuns: 40 },
    )
    expect(settingFields('declaration', defaultDeclarationSettings)).toEqual({})
  })

  it('keep the choices of both sides apart', () => {
    const one = settingFields('rebate.rules', {
      ...defaultRules,
      numbers: { serialDigits: 4, withBatch: true },
    })
    const other = settingFields('rebate.rules', {
      ...defaultRules,
      numbers: { serialDigits: 8, withBatch: false },
    })
    expect([Object.keys(one), Object.keys(other)]).toEqual([['numbers/serialDigits'], ['numbers/withBatch']])
    expect(settingOf('rebate.rules', { ...one, ...other })).toMatchObject({
      numbers: { serialDigits: 4, withBatch: false },
    })
  })

  it('say the same again after they were stored', () => {
    const fields = { 'settings/receiptToleranceRate': '0.02', ownNames: ['甲'] }
    expect(settingFields('forex.rules', settingOf('forex.rules', fields))).toEqual(fields)
  })

  it('are none that a newer version wrote in a form unknown here', () => {
    expect(settingOf('declaration', { gifts: 'by-moonlight' })).toBeUndefined()
  })

  it.each(['desk', 'receipts.read 李', 'outage.pack.1', 'rebate.serials', 'match', 'toString', 'drafts 李'])(
    'are not what belongs to a computer or was given out: %s',
    (key) => expect(isSharedSetting(key)).toBe(false),
  )

  it('are called by plain names, each field of each of them', () => {
    const shapeOf = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? schema.shape : {})
    const paths = Object.entries(sharedSettings).flatMap(([key, { schema, tables }]) =>
      Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
        const inner = tables.includes(name) ? Object.keys(shapeOf(field as z.ZodType)) : []
        return inner.length > 0 ? inner.map((entry) => [key, `${name}/${entry}`]) : [[key, name]]
      }),
    )
    expect(paths.length).toBeGreaterThan(50)
    const raw = paths.filter(
      ([key, path]) => fieldLabel('setting', path!, [key!]).zh.split('/')[0] === path!.split('/')[0],
    )
    expect(raw).toEqual([])
    expect(fieldLabel('setting', 'transmits/CEB303', ['declaration']).zh).toBe('谁传输 CEB303')
  })
})
