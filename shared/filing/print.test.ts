import { describe, expect, it } from 'vitest'
import { fieldsOf } from './party'
import { party } from './party.test-data'
import { partySheetPrint } from './print'
import { goodsSheetPrint } from './print-goods'
import { goods } from '../declaration/fixture.test-data'

const context = { maker: '王', printer: '李', now: '2026-11-22T06:00:00Z', software: 'Y 1', tables: [] }

describe('printed goods', () => {
  it('have a line each, units by name, on pages, as a draft until all are filed', () => {
    const all = Array.from({ length: 25 }, (_, at) => goods({ sku: `G-${at}` }))
    const unit = (code: string) => `名${code}`
    const sheet = goodsSheetPrint(all, false, unit, 'real', context)
    expect(sheet.pages.map(({ rows }) => rows.length)).toEqual([24, 1])
    const [, row] = sheet.pages[0]!.rows
    expect(row).toHaveLength(sheet.columns.length)
    expect(row!.slice(0, 2)).toEqual(['2', 'G-1'])
    expect(row).toContain(`名${goods().unit1}`)
    expect(sheet.watermark).toBe('未申报')
    expect(goodsSheetPrint(all, true, unit, 'real', context).watermark).toBeUndefined()
  })
})

describe('a printed master', () => {
  it('has every field that is asked for, personal ones masked, and says that it was not filed', () => {
    const one = party({ roles: ['seller', 'individual'], modes: ['9610', '9810', '1210'] })
    const sheet = partySheetPrint({ key: '1', party: one, filed: false }, 'real', context)
    const rows = sheet.pages.flatMap(({ rows }) => rows)
    expect(rows).toHaveLength(fieldsOf(one).length)
    expect(JSON.stringify(sheet)).not.toContain(one.values.residentId)
    expect(JSON.stringify(sheet)).toContain(one.values.uscc)
    expect(sheet.watermark).toBe('未申报')
  })
})
