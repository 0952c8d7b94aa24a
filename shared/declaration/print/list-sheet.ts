import { tableOf } from '../../ceb/tables'
import type { Field } from '../../ceb/table'
import type { CodeBook } from '../../codes/book'
import type { PrintDocument } from '../../print/document'
import type { Enterprise } from '../../model/enterprise'
import type { DeclarationList } from '../../model/list'
import { directionOf, type Direction } from '../../model/mode'
import { maskText } from '../../model/mask'
import { toFixed } from '../../money/decimal'
import { messagesOf } from '../dossier-messages'
import { printedTime } from '../../print/marks'
import { footer, watermark, type PrintContext } from '../../print/marks'
import { namedCode } from '../../print/named-code'

const LINES_PER_PAGE = 18

/** Widths of the line columns that are not 14 mm. */
const widths: Readonly<Record<string, number>> = {
  gnum: 8,
  itemNo: 22,
  itemName: 32,
  gcode: 20,
  gname: 30,
  gmodel: 40,
  barCode: 22,
}

const titles: Readonly<Record<Direction, string>> = {
  export: '跨境电子商务零售出口申报清单',
  import: '跨境电子商务零售进口申报清单',
}

/** A single 清单 as customs will see it: every head field and every line, codes with their names; of persons only what tells two apart. */
export function listSheet(
  list: DeclarationList,
  state: { text: string; isDraft: boolean },
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
): PrintDocument {
  const direction = directionOf(list.tradeMode)
  const table = tableOf(messagesOf(list).inventory)
  const { head, lines = [] } = list.documents.inventory
  const used = (table.lines?.fields ?? []).filter(({ name }) => lines.some((line) => line[name]))
  const mark = watermark(enterprise.book, state.isDraft)
  const rows = lines.map((line) => used.map((field) => shown(field, line[field.name] ?? '', book)))
  const pages = []
  for (let at = 0; at < rows.length; at += LINES_PER_PAGE) {
    pages.push({ rows: rows.slice(at, at + LINES_PER_PAGE), subtotal: [] })
  }
  return {
    title: titles[direction],
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: '状态', value: `${state.text}（第${list.attempt}次申报）` },
      ...table.head.fields
        .filter(({ name }) => head[name])
        .map((field) => ({ label: field.label.zh, value: shown(field, head[field.name] ?? '', book) })),
    ],
    columns: used.map((field) => ({
      title: field.label.zh,
      align: field.type.kind === 'text' ? 'left' : 'right',
      widthMm: widths[field.name] ?? 14,
    })),
    pages,
    totals: [
      { label: '金额', value: `${list.currency} ${toFixed(list.amount, 2)}` },
      { label: '平台订单号', value: list.originalOrderNos.join('、') },
    ],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}

function shown(field: Field, value: string, book: CodeBook): string {
  if (field.personal) return maskText(value)
  return field.codes && value ? namedCode(book, field.codes, value) : value
}
