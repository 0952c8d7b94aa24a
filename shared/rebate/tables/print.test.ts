import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sheetPrint } from './print'

it('prints every row of a sheet once and in order, inside the width of the page, and marks a practice book', () => {
  const cell = fc.oneof(fc.string({ maxLength: 60 }), fc.constant('收汇'.repeat(80)))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 120 }), (rows) => {
      const columns = ['流水号', '金额', '说明'].map((title, at) => ({
        title,
        kind: at === 1 ? ('amount' as const) : ('text' as const),
      }))
      const table = { sheet: '表', preamble: ['标题', '企业：甲'], columns, rows }
      const context = { maker: 'a', printer: 'a', now: '2026-11-20T01:00:00Z', software: 's', tables: ['t'] }
      const printed = sheetPrint(table, 'practice', context)
      expect(printed.pages.flatMap((page) => page.rows)).toEqual(rows)
      expect(printed.columns.reduce((sum, { widthMm }) => sum + widthMm, 0)).toBeLessThanOrEqual(270)
      expect(printed).toMatchObject({ title: '标题', facts: [{ value: '企业：甲' }] })
      expect(printed.watermark).toContain('演练')
      expect(sheetPrint(table, 'real', context).watermark).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})
