import type { RecordKind } from '../model/import-report'
import { bindMapping, bindProfile, type Binding } from './binding'
import { normalizeHeader } from '../table/clean/text'
import { withDayColumn } from './day-column'
import { fieldTables } from './fields/index'
import { columnNames, indexHeader, isPosition, positions } from './header'
import type { Profile } from './profile'
import type { ColumnSource, Mapping } from '../table/mapping'
import { findProfile, genericProfile, profiles } from './profiles/index'
import { isBlank, type RawRow } from '../table/rows'

/** How a table is read: which row is the header, by which profile, which column is which field. */
export type Recognition = {
  headerRow: number
  header: string[]
  profile: Profile
  binding: Binding
  score: number
}

/** At least one field of each group must be there before a file without a profile is taken for this kind. */
const needed: Readonly<Record<RecordKind, readonly (readonly string[])[]>> = {
  orders: [['orderNo'], ['price', 'lineTotal', 'total', 'sku', 'orderedAt']],
  payments: [
    ['amount', 'paidOut'],
    ['paymentNo', 'orderNo', 'paidAt'],
  ],
  waybills: [['logisticsNo'], ['orderNo', 'grossWeight', 'consignee', 'totalPackageNo']],
  weighings: [['logisticsNo'], ['grossWeight'], ['totalPackageNo', 'billNo']],
  goods: [['sku'], ['gname', 'gcode', 'gmodel']],
  invoices: [['number', 'digitalNumber'], ['name'], ['net'], ['rate']],
  declarations: [['no'], ['hsCode'], ['exportDate']],
  rates: [['code'], ['rebateRate']],
  'exchange-rates': [['currency'], ['date'], ['rate']],
  'warehouse-lots': [['docNo'], ['sku'], ['unitValue']],
  'warehouse-stock': [['sku'], ['soldUnits'], ['avgPrice']],
  'warehouse-outs': [['id'], ['orderId']],
  'forex-refunds': [['refundDate'], ['originalDate'], ['amount']],
  'forex-contracts': [['id'], ['type']],
  'cost-documents': [['id'], ['settlementId'], ['class']],
  handbooks: [['number'], ['plannedImport'], ['plannedExport']],
  // Many tables have codes and names: a tariff says more of its lines.
  tariff: [
    ['code'],
    ['name'],
    ['unit1', 'conditions', 'elements', 'exportDuty', 'importDuty', 'vat', 'from'],
  ],
  'code-changes': [['from'], ['to']],
}

const LINES = ['sku', 'name', 'quantity']
const PRICE = /price|单价|价格|售价|货款|总价|subtotal|(item|goods|product|line)(amount|cost)|商品金额/
const NO_PRICE = /discount|shipping|ship|tax|fee|优惠|折扣|运费|compare/

/** A column of goods that is a price by its name but of no known name: without it goods would count for nothing. */
function hidesPrice(binding: Binding, header: readonly string[]): boolean {
  if (['price', 'lineTotal'].some((field) => binding.index.has(field))) return false
  if (!LINES.some((field) => binding.index.has(field))) return false
  const taken = new Set(binding.fields.flatMap(({ columns }) => columns))
  return header.some((name, column) => {
    const plain = normalizeHeader(name)
    return !taken.has(column) && PRICE.test(plain) && !NO_PRICE.test(plain)
  })
}

/** Required fields (or, of a group of which one is enough, its first) that a binding lacks. */
export function missingFields(
  kind: RecordKind,
  { binding, header }: Pick<Recognition, 'binding' | 'header'>,
  strict: boolean,
): string[] {
  const table = fieldTables[kind]
  const required = Object.keys(table).filter((field) => {
    const { required: needs, unless = [] } = table[field] ?? { required: false }
    return needs && ![field, ...unless].some((each) => binding.index.has(each))
  })
  if (!strict) return required
  const groups = needed[kind].filter((group) => !group.some((field) => binding.index.has(field)))
  const hidden = kind === 'orders' && hidesPrice(binding, header) ? ['price'] : []
  return [...new Set([...required, ...groups.flatMap((group) => group[0] ?? []), ...hidden])]
}

function signedBy(header: readonly string[]): (profile: Profile) => boolean {
  const names = new Set(header.map(normalizeHeader))
  return ({ signature }) => signature.every((name) => names.has(normalizeHeader(name)))
}

/** From this score on nothing that the kind requires is missing. */
export const COMPLETE = 100

export type Wanted = { kind: RecordKind; profile: string; map?: Mapping }

/** All ways in which one row could be the header, the best first. */
export function readAsHeader(row: RawRow, wanted: Wanted): Recognition[] {
  const header = columnNames(row.cells)
  // One column is a table when somebody says what it is.
  if (header.length < (wanted.map ? 1 : 2)) return []
  const found = (profile: Profile, binding: Binding, score: number): Recognition => ({
    headerRow: row.row,
    header,
    profile,
    binding,
    score,
  })
  if (wanted.map) {
    const { binding, absent } = bindMapping(fieldTables[wanted.kind], wanted.map, header)
    const base = findProfile(wanted.profile)
    const profile = base?.kind === wanted.kind ? base : genericProfile(wanted.kind)
    const complete = absent.length === 0 ? 1000 : 0
    return binding.fields.length === 0 ? [] : [found(profile, binding, complete + binding.fields.length)]
  }
  const named = wanted.profile !== 'auto'
  const open = profiles.filter(
    (profile) => profile.kind === wanted.kind && (named ? profile.id === wanted.profile : true),
  )
  const find = indexHeader(header)
  const recognitions = open
    .filter(signedBy(header))
    .map((profile) => ({ profile, binding: bindProfile(profile, header, find) }))
    .map(({ profile, binding }) =>
      found(profile, binding, 1000 + 10 * profile.signature.length + binding.fields.length),
    )
  if (!named || wanted.profile === 'generic') {
    const generic = genericProfile(wanted.kind)
    const binding = bindProfile(generic, header, find)
    const complete = missingFields(wanted.kind, { binding, header }, true).length === 0
    if (binding.fields.length > 0)
      recognitions.push(found(generic, binding, (complete ? COMPLETE : 0) + binding.fields.length))
  }
  return recognitions.sort((a, b) => b.score - a.score)
}

/** The profile of another kind that this header belongs to: the caller has probably chosen the wrong kind. */
export function otherKind(header: readonly string[], kind: RecordKind): Profile | undefined {
  const signed = signedBy(header)
  return profiles.find((profile) => profile.kind !== kind && signed(profile))
}

/** The kind of which nothing is missing in this header, and that explains more of its columns than the chosen one. */
export function likelyKind(
  { header, binding: { fields } }: Recognition,
  kind: RecordKind,
): RecordKind | undefined {
  const others = (Object.keys(fieldTables) as RecordKind[])
    .filter((other) => other !== kind)
    .map((other) => ({ other, binding: bindProfile(genericProfile(other), header) }))
    .filter(({ other, binding }) => missingFields(other, { binding, header }, true).length === 0)
    .sort((a, b) => b.binding.fields.length - a.binding.fields.length)
  const [best] = others
  return best && best.binding.fields.length > fields.length ? best.other : undefined
}

/** Columns in which a value differs from the header's: a table row, not a title line. */
function widest(rows: readonly RawRow[]): RawRow | undefined {
  const filled = (row: RawRow) => row.cells.filter((cell) => cell.trim() !== '').length
  return rows.reduce<RawRow | undefined>(
    (best, row) => (best === undefined || filled(row) > filled(best) ? row : best),
    undefined,
  )
}

/** True for a mapping by positions alone, which is one for a file without a header. */
function isPositional(map: Mapping): boolean {
  const sources = Object.values(map).filter(
    (source) => !(typeof source === 'string' ? source.startsWith('=') : 'constant' in source),
  )
  const byPosition = (source: ColumnSource) =>
    typeof source === 'string' && source.split('+').every((part) => isPosition(part.trim()))
  return sources.length > 0 && sources.every(byPosition)
}

/** A file without a header: its first row is a record already, unless it states the positions (as mended rows do). */
function withoutHeader(rows: readonly RawRow[], wanted: Wanted): Recognition[] {
  const header = positions(Math.max(0, ...rows.map(({ cells }) => columnNames(cells).length)))
  const [first] = rows
  const stated = first?.cells.every((cell, column) => cell === header[column]) ?? false
  return readAsHeader({ row: stated && first ? first.row : 0, cells: header }, wanted)
}

/** Best header among the first rows of a table; without any recognition the widest row stands in, with score 0. */
export function recognise(rows: readonly RawRow[], wanted: Wanted): Recognition[] {
  const all =
    wanted.map && isPositional(wanted.map)
      ? withoutHeader(rows, wanted)
      : rows
          .filter((row) => !isBlank(row))
          .flatMap((row) => readAsHeader(row, wanted))
          .sort((a, b) => b.score - a.score || a.headerRow - b.headerRow)
  const [best, ...others] = all
  if (best) return [best.profile.open && !wanted.map ? withDayColumn(best, rows) : best, ...others]
  const row = widest(rows)
  if (!row) return []
  const header = columnNames(row.cells)
  if (header.length < 2) return []
  const profile = genericProfile(wanted.kind)
  return [
    {
      headerRow: row.row,
      header,
      profile,
      binding: bindProfile({ ...profile, open: false }, header),
      score: 0,
    },
  ]
}
