import type { z } from 'zod'
import type { RawRow } from '../table/rows'
import { fieldMeta } from '../model/field'
import { EntryItem, entryModes, entryStates, ExportEntry } from '../model/export-entry'
import type { Text } from '../model/text'
import { entryFaults, type EntryFault, type EntryValues } from './entry-faults'

/** Fields of the head and of an item, in the order of the sheet. */
export const headFields = Object.keys(ExportEntry.shape).filter(
  (field) => field !== 'items' && field !== 'orders',
)
export const itemFields = Object.keys(EntryItem.shape)
/** Column of the numbers of the orders a 报关单 declares. */
export const orderHeading: Text = { zh: '订单号', en: 'Order number' }

const shapes = { ...ExportEntry.shape, ...EntryItem.shape } as Readonly<Record<string, z.ZodType>>
export const entryLabel = (field: string): Text =>
  (shapes[field] && fieldMeta(shapes[field])) ?? { zh: field, en: field }

/** Other headings under which the single window and customs brokers write the same. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  entryId: ['报关单号', '报关单编号', '海关编号18位'],
  portCode: ['出口口岸', '出境口岸'],
  consignorName: ['收发货人', '境内收发货人', '经营单位'],
  ownerName: ['生产销售企业'],
  gcode: ['商品编码', 'HS编码', '税号'],
  gname: ['品名'],
  gmodel: ['规格型号申报要素', '申报要素'],
  qty: ['数量', '申报数量'],
  unit: ['单位', '计量单位'],
  qty1: ['法定数量', '第一数量'],
  unit1: ['法定单位', '第一单位'],
  qty2: ['第二数量'],
  unit2: ['第二单位'],
  country: ['运抵国地区'],
  tradeCountry: ['贸易国地区'],
  origin: ['原产国地区'],
  destination: ['最终目的国地区'],
  trafName: ['运输工具名称', '运输工具名称及航次号'],
  tradeMode: ['贸易方式'],
  papers: ['随附单据'],
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s*()[\]【】]/g, '')

/** Which column is which field: by heading, in the row of the first thirty that knows most of them. */
function headerOf(
  rows: readonly RawRow[],
): { row: number; columns: Map<string, number>; unknown: string[] } | undefined {
  const fields = [...headFields, ...itemFields]
  const known = new Map(
    fields.flatMap((field) =>
      [entryLabel(field).zh, ...(synonyms[field] ?? [])].map((name) => [plain(name), field] as const),
    ),
  )
  known.set(plain(orderHeading.zh), 'orders')
  let best: ReturnType<typeof headerOf>
  for (const { row, cells } of rows.slice(0, 30)) {
    const columns = new Map<string, number>()
    const unknown: string[] = []
    cells.forEach((cell, at) => {
      const field = known.get(plain(cell))
      if (field && !columns.has(field)) columns.set(field, at)
      else if (cell.trim() !== '') unknown.push(cell.trim())
    })
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns, unknown }
  }
  return best && best.columns.has('gcode') && best.columns.has('gname') ? best : undefined
}

export type ReadEntry = {
  /** Row of its first item. */
  row: number
  values: Record<string, string>
  items: Record<string, string>[]
  /** Numbers of the orders it declares, as they stand there. */
  orderNos: string[]
  faults: EntryFault[]
}

/**
 * 报关单 of a sheet with one item a row, the head repeated or in the first row only. `unknown`: headings nobody knows;
 * undefined when no row holds the headings of an item.
 */
export function readEntries(
  rows: readonly RawRow[],
): { entries: ReadEntry[]; unknown: string[] } | undefined {
  const header = headerOf(rows)
  if (!header) return undefined
  const entries: ReadEntry[] = []
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (field: string) => cleaned(field, cells[header.columns.get(field) ?? -1] ?? '')
    const last = entries.at(-1)
    const same =
      last && (at('entryId') === '' ? at('preEntryId') === '' : at('entryId') === last.values['entryId'])
    const entry = same ? last : newEntry(row, at)
    if (!same) entries.push(entry)
    const item = Object.fromEntries(itemFields.map((field) => [field, at(field)]))
    entry.items.push({ ...item, gno: item['gno'] || String(entry.items.length + 1) })
    for (const number of at('orders').split(/[\s,，;；、]+/)) {
      if (number !== '' && !entry.orderNos.includes(number)) entry.orderNos.push(number)
    }
  }
  for (const entry of entries) entry.faults = entryFaults(entry.values, entry.items)
  return { entries, unknown: header.unknown }
}

function newEntry(row: number, at: (field: string) => string): ReadEntry {
  const values = Object.fromEntries(headFields.map((field) => [field, at(field)]))
  return { row, values: { ...values, state: stateOf(values) }, items: [], orderNos: [], faults: [] }
}

/** What the dates say where the sheet has no state: a file of the single window has none. */
function stateOf(values: EntryValues): string {
  const said = values['state'] ?? ''
  if ((entryStates as readonly string[]).includes(said)) return said
  if (values['closedOn']) return 'closed'
  if (values['releasedOn']) return 'released'
  return values['entryId'] ? 'declared' : 'draft'
}

const days = new Set(['exportDate', 'declaredOn', 'releasedOn', 'closedOn'])
const numbers = new Set(['qty', 'qty1', 'qty2', 'price', 'total', 'packNo', 'grossWeight', 'netWeight'])
const modeNames: Readonly<Record<string, string>> = {
  一般贸易: '0110',
  跨境电子商务企业对企业直接出口: '9710',
  跨境电子商务出口海外仓: '9810',
}
const stateWords: Readonly<Record<string, string>> = {
  草稿: 'draft',
  已申报: 'declared',
  放行: 'released',
  结关: 'closed',
}

/** `2026/3/1` and `20260301` are days, `1,234.50` is a number, `9710 跨境…` is a mode. */
function cleaned(field: string, cell: string): string {
  const text = cell.normalize('NFKC').trim()
  if (days.has(field)) {
    const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(text) ?? []
    return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text
  }
  if (numbers.has(field)) return text.replaceAll(',', '')
  if (field === 'tradeMode') {
    const code = entryModes.find((mode) => text.startsWith(mode))
    return code ?? modeNames[text.replace(/^\(?\d{4}\)?\s*/, '')] ?? text
  }
  if (field === 'state') return stateWords[text] ?? text
  return text
}
