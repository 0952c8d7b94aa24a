import { describe, expect, it } from 'vitest'
import { PrintDocument } from '../../print/document'
import type { DeclarationList } from '../../model/list'
import { declareOne } from '../declare-one'
import { codes, declareInput, enterprise } from '../fixture.test-data'
import { batchSheet } from './batch-sheet'
import { batchColumns } from './batch-table'
import { batchWorkbook } from './batch-workbook'
import { listSheet } from './list-sheet'

const built = declareOne(declareInput()).parts[0]?.result.list
if (!built) throw new Error('not built')
const context = {
  maker: '张三',
  checker: '李四',
  printer: '王五',
  now: '2026-03-02T17:30:00Z',
  software: 'Yiguan 0.1.0',
  tables: ['country 约2014'],
}
const row = (over: Partial<DeclarationList> = {}) => ({
  list: { ...built, ...over },
  state: '800 放行',
  at: '2026-03-03 09:00',
})
const sheet = (rows: ReturnType<typeof row>[], batchNo = 'B-1', kind: 'practice' | 'real' = 'practice') =>
  batchSheet({ batchNo, rows }, { ...enterprise, book: kind }, codes.book, context)

describe('出口清单批次表', () => {
  it('is a sound print document that fits a landscape A4 page', () => {
    const printed = sheet([row()])
    expect(PrintDocument.parse(printed)).toEqual(printed)
    expect(printed.columns.reduce((width, { widthMm }) => width + widthMm, 0)).toBeLessThanOrEqual(287)
    expect(printed.pages[0]?.rows[0]).toEqual([
      '1', built.copNo, '', '', '#1001', 'LP0001', '303 英国', '1', '0.650', '0.500', 'USD', '20.00', '800 放行', '2026-03-03 09:00',
    ]) // prettier-ignore
  })

  it('says of imports that they are, and where they come from', () => {
    const inward = row({ tradeMode: '9610-I', country: '116' })
    const titles = [[row()], [inward], [row(), inward]].map((rows) => sheet(rows).title)
    expect(titles).toEqual(['出口清单批次表', '进口清单批次表', '进出口清单批次表'])
    expect(sheet([inward]).pages[0]?.rows[0]?.[6]).toBe('自 116 日本')
  })

  it('has a subtotal on each page and totals that never add currencies', () => {
    const rows = Array.from({ length: 30 }, (_, at) =>
      row(at === 29 ? { currency: 'JPY', amount: '500', country: '116' } : {}),
    )
    const printed = sheet(rows)
    const amount = batchColumns.findIndex(({ title }) => title === '金额')
    expect(printed.pages.map((page) => [page.rows.length, page.subtotal[amount]])).toEqual([
      [22, 'USD 440.00'],
      [8, 'JPY 500 USD 140.00'],
    ])
    expect(printed.totals.map(({ label }) => label)).toEqual(['合计', '116 日本', '303 英国'])
    expect(printed.totals[0]?.value).toContain('30 票')
    expect(printed.totals[0]?.value).toMatch(/JPY 500\s+USD 580\.00/)
  })

  it('says who, what, where and with which tables', () => {
    const printed = sheet([row()])
    const facts = printed.facts.map(({ value }) => value).join(' ')
    for (const part of ['演练电商有限公司', '3305960001', 'B-1', '9610', '2907 湖州海关'])
      expect(facts).toContain(part)
    for (const part of ['张三', '李四', '王五', '2026-03-03 01:30', 'Yiguan 0.1.0', 'country 约2014']) {
      expect(printed.footer).toContain(part)
    }
  })

  it('carries the marks of a practice book and of a draft, and none without reason', () => {
    expect(sheet([row()]).watermark).toBe('演练 · 不具申报效力')
    expect(sheet([row()], '', 'real').watermark).toBe('未申报')
    expect(sheet([row()], 'B-1', 'real').watermark).toBeUndefined()
  })

  it('is the same in Excel, with codes as text', () => {
    const workbook = batchWorkbook({ batchNo: 'B-1', rows: [row()] }, enterprise, codes.book, context)
    const printed = sheet([row()])
    expect(workbook.rows).toEqual(printed.pages[0]?.rows)
    expect([workbook.facts, workbook.totals, workbook.footer]).toEqual([
      printed.facts,
      printed.totals,
      printed.footer,
    ])
    expect(workbook.mark).toBe(printed.watermark)
    const numbers = workbook.columns.filter(({ kind }) => kind !== 'text').map(({ title }) => title)
    expect(numbers).toEqual(['序号', '件数', '毛重 kg', '净重 kg', '金额'])
  })

  it('of no lists is one empty page', () => {
    expect(sheet([]).pages).toHaveLength(1)
  })
})

it('a single 清单 shows every head field and line with codes and names', () => {
  const printed = listSheet(built, { text: '未申报', isDraft: true }, enterprise, codes.book, context)
  expect(PrintDocument.parse(printed)).toEqual(printed)
  const values = printed.facts.map(({ value }) => value)
  for (const shown of ['2907 湖州海关', '5 航空运输', '303 英国', '2 纸箱', built.copNo])
    expect(values).toContain(shown)
  expect(printed.pages[0]?.rows[0]).toEqual(expect.arrayContaining(['搪瓷水杯', '007 个', '502 美元']))
  expect(printed.watermark).toBe('演练 · 不具申报效力　未申报')
})
