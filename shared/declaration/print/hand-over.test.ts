import { expect, it } from 'vitest'
import { PrintDocument } from '../../print/document'
import type { Enterprise } from '../../model/enterprise'
import { handOverSheet, handOverWorkbook, type HandOverRow } from './hand-over'

const enterprise = {
  book: 'practice',
  name: '驿关演练贸易有限公司',
  customsCode: '000096YG01',
  desk: 'A',
} as Enterprise
const row = (n: number): HandOverRow => ({
  owner: '李',
  kind: '清单',
  number: `YLA20260101${String(n).padStart(6, '0')}`,
  state: '退单待改',
  remindOn: '2026-01-05',
  labels: '急',
  note: '等客户',
  last: '2026-01-01 12:00 王 收到回执',
  next: '更正重报',
})
const head = { enterprise, from: '李', to: '赵', printer: '王', now: '2026-01-02T04:00:00Z' }

it('prints every item once with last act and next step, both names to sign, and the mark of a 演练 book', () => {
  const rows = Array.from({ length: 50 }, (_, n) => row(n))
  const sheet = PrintDocument.parse(handOverSheet(rows, head))
  expect(sheet.pages.flatMap((page) => page.rows).map((cells) => cells[2])).toEqual(
    rows.map(({ number }) => number),
  )
  expect(sheet.pages[0]!.rows[0]).toEqual(
    expect.arrayContaining(['急：等客户', '2026-01-01 12:00 王 收到回执', '更正重报']),
  )
  expect(sheet.footer).toContain('交出人 李')
  expect(sheet.footer).toContain('接收人 赵')
  expect(sheet.watermark).toContain('演练')
})

it('has the same rows in Excel, and leaves a name that is not known yet to be written', () => {
  const book = handOverWorkbook([row(1)], { ...head, to: '' })
  const sheet = handOverSheet([row(1)], { ...head, to: '' })
  expect(book.rows).toEqual(sheet.pages[0]!.rows)
  expect(book.preamble.join()).toMatch(/接收 ________/)
})
