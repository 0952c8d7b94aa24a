import { describe, expect, it } from 'vitest'
import { fieldsOf } from './party'
import { party } from './party.test-data'
import { partySheetPrint } from './print'

const context = { maker: '王', printer: '李', now: '2026-11-22T06:00:00Z', software: 'Y 1', tables: [] }

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
