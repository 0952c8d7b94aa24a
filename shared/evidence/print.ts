import { footer, watermark, type PrintContext } from '../print/marks'
import { shanghaiTime } from '../time/shanghai'
import type { PrintDocument } from '../print/document'
import type { BookKind } from '../model/enterprise'
import type { EvidenceDocument } from './document'
import { evidenceRule } from './kinds'
import type { Validity } from './validity'

/** Rows of a landscape A4 page under its heading and facts. */
const ROWS_PER_PAGE = 22

/** A paper with how it stands on the day of the register. */
export type Registered = { document: EvidenceDocument; validity: Validity }

const head = ['序号', '名称', '种类', '证件号', '对象', '生效日期', '有效期至', '状态', '文件', 'SHA-256']
const widthsMm = [10, 44, 36, 38, 36, 22, 22, 24, 16, 26]
/** Enough of a digest to tell two files apart on paper; the whole one stands in the table file. */
const printedDigits = 12

const stateOf = (validity: Validity): string =>
  ({ lasting: '长期', pending: '未生效', valid: '有效', expired: '已过期' })[validity.state]

const rowOf = ({ document, validity }: Registered, at: number): string[] => {
  const { title, kind, number = '', subjects, from = '', to = '', file } = document
  return [
    String(at + 1),
    title,
    evidenceRule(kind).name.zh,
    number,
    subjects.join('、'),
    from,
    to,
    stateOf(validity),
    file ? [file.type.toUpperCase(), file.pages].filter(Boolean).join(' ') : '无',
    file?.hash ?? '',
  ]
}

/** 证照台账 as a table: headings and a row for each paper. */
export const registerRows = (papers: readonly Registered[]): { head: string[]; rows: string[][] } => ({
  head,
  rows: papers.map(rowOf),
})

/** 证照台账 on paper: every paper with its days, how it stands on the day, and the digest of its file. */
export function paperRegister(
  papers: readonly Registered[],
  { on, enterprise, book }: { on: string; enterprise: string; book: BookKind },
  context: PrintContext,
): PrintDocument {
  const { rows } = registerRows(papers)
  const printed = rows.map((row) => [...row.slice(0, -1), row.at(-1)!.slice(0, printedDigits)])
  const pages = []
  for (let at = 0; at === 0 || at < printed.length; at += ROWS_PER_PAGE) {
    pages.push({ rows: printed.slice(at, at + ROWS_PER_PAGE), subtotal: [] })
  }
  const mark = watermark(book, false)
  const time = shanghaiTime(context.now).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5')
  return {
    title: '证照台账',
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: '企业', value: enterprise },
      { label: '截至', value: on },
    ],
    columns: head.map((title, at) => ({
      title,
      align: at === 0 ? ('right' as const) : ('left' as const),
      widthMm: widthsMm[at]!,
    })),
    pages,
    totals: [{ label: '证照', value: `${papers.length} 份` }],
    footer: footer(context, time),
    landscape: true,
  }
}
