import type { PrintDocument } from '../../print/document'
import { type Enterprise } from '../../model/enterprise'
import { numberOf } from '../../protocol/keys'
import { printedTime } from '../../print/marks'
import { footer, watermark, type PrintContext } from '../../print/marks'

/** One document of an outage pack beside what came for it since. Empty `code`: nothing yet. */
export type CheckedDocument = {
  copNo: string
  message: string
  businessKey: string
  batchId: string
  code: string
  words: string
  at: string
  preNo: string
  invtNo: string
}

/** Columns of the 核对表, the same in print and in Excel. */
export const checkColumns: readonly {
  title: string
  widthMm: number
  value(row: CheckedDocument, at: number): string
}[] = [
  { title: '序号', widthMm: 10, value: (_row, at) => String(at + 1) },
  { title: '企业唯一编号 copNo', widthMm: 38, value: ({ copNo }) => copNo },
  { title: '单证', widthMm: 16, value: ({ message }) => message },
  { title: '单证号', widthMm: 52, value: ({ businessKey }) => numberOf(businessKey) },
  { title: '批次', widthMm: 18, value: ({ batchId }) => batchId.slice(0, 8) },
  { title: '回执代码', widthMm: 16, value: ({ code }) => code || '无回执' },
  { title: '回执', widthMm: 38, value: ({ words }) => words },
  { title: '回执时间', widthMm: 30, value: ({ at }) => at },
  { title: '电子口岸编号 preNo', widthMm: 28, value: ({ preNo }) => preNo },
  { title: '清单编号 invtNo', widthMm: 28, value: ({ invtNo }) => invtNo },
]

export type PackFacts = { id: string; madeAt: string; who: string; why: string; sha256: string }

/** What stands above the table. */
export const checkFacts = (pack: PackFacts, rows: readonly CheckedDocument[]) => [
  { label: '应急包编号', value: pack.id },
  { label: '制作', value: `${printedTime(pack.madeAt)}　${pack.who}` },
  { label: '原因', value: pack.why },
  { label: '文件 SHA-256', value: pack.sha256 },
  { label: '已有回执', value: `${rows.filter(({ code }) => code !== '').length} / ${rows.length} 份单证` },
]

const ROWS_PER_PAGE = 22

/** 应急包核对表: each document of the pack with the real receipt that came for it. */
export function checkSheet(
  pack: PackFacts,
  rows: readonly CheckedDocument[],
  enterprise: Enterprise,
  context: PrintContext,
): PrintDocument {
  const mark = watermark(enterprise.book, false)
  const cells = rows.map((row, at) => checkColumns.map(({ value }) => value(row, at)))
  const pages = []
  for (let at = 0; at === 0 || at < cells.length; at += ROWS_PER_PAGE) {
    pages.push({ rows: cells.slice(at, at + ROWS_PER_PAGE), subtotal: [] })
  }
  const owner = {
    label: '企业',
    value: `${enterprise.name}（${enterprise.customsCode} / ${enterprise.uscc}）`,
  }
  return {
    title: '应急包核对表',
    ...(mark !== undefined && { watermark: mark }),
    facts: [owner, ...checkFacts(pack, rows)],
    columns: checkColumns.map(({ title, widthMm }) => ({ title, widthMm, align: 'left' })),
    pages,
    totals: [],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}
