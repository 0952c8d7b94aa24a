import { expect, it } from 'vitest'
import { sheetOf } from './workbook'

it('puts marks and facts above, totals below, and keeps codes text', () => {
  const sheet = sheetOf({
    sheet: '出口清单批次表',
    mark: '演练 · 不具申报效力',
    facts: [{ label: '批次号', value: 'B1' }],
    columns: [
      { title: '序号', kind: 'whole' },
      { title: '运单号', kind: 'text' },
      { title: '金额', kind: 'amount' },
    ],
    rows: [['1', '0012', '3.50']],
    totals: [{ label: '合计', value: '1 票' }],
    footer: '制单 甲',
  })
  expect(sheet.preamble).toEqual(['演练 · 不具申报效力', '出口清单批次表', '批次号 B1'])
  expect(sheet.columns.map(({ kind }) => kind)).toEqual(['number', 'text', 'number'])
  expect(sheet.rows).toEqual([
    ['1', '0012', '3.50'],
    ['', '合计 1 票'],
    ['', '制单 甲'],
  ])
})
