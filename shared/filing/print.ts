import { footer, watermark, type PrintContext } from '../print/marks'
import { shanghaiTime } from '../time/shanghai'
import type { PrintDocument } from '../print/document'
import type { BookKind } from '../model/enterprise'
import { maskText } from '../model/mask'
import { fieldRule } from './fields'
import { fieldsOf, type Party } from './party'
import { authorities, roles } from './roles'

/** Rows of a portrait A4 page under its heading and facts. */
const ROWS_PER_PAGE = 34

/** What is printed of a master: with its key, the version the service made, and whether anything was filed of it. */
export type PrintedParty = { key: string; party: Party; version?: number; filed: boolean }

/** 备案表: every field that is asked for, with who is told it. Personal values stay masked on paper. */
export function partySheetPrint(
  { key, party, version, filed }: PrintedParty,
  book: BookKind,
  context: PrintContext,
): PrintDocument {
  const rows = fieldsOf(party).map((field, at) => {
    const { label, to, sensitivity } = fieldRule(field)
    const value = party.values[field] ?? ''
    return [
      String(at + 1),
      label.zh,
      sensitivity === 'personal' ? maskText(value) : value,
      to.map((authority) => authorities[authority].zh).join('、'),
    ]
  })
  const pages = []
  for (let at = 0; at === 0 || at < rows.length; at += ROWS_PER_PAGE) {
    pages.push({ rows: rows.slice(at, at + ROWS_PER_PAGE), subtotal: [] })
  }
  const mark = watermark(book, !filed)
  const time = shanghaiTime(context.now).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5')
  return {
    title: '主体备案表',
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: '编号', value: key },
      { label: '主体类型', value: party.roles.map((role) => roles[role].zh).join('、') },
      { label: '业务模式', value: party.modes.join('、') || '—' },
      { label: '版本', value: version === undefined ? '未备案' : String(version) },
    ],
    columns: [
      { title: '序号', align: 'right', widthMm: 12 },
      { title: '项目', align: 'left', widthMm: 48 },
      { title: '内容', align: 'left', widthMm: 84 },
      { title: '报送', align: 'left', widthMm: 42 },
    ],
    pages,
    totals: [],
    footer: footer(context, time),
    landscape: false,
  }
}
