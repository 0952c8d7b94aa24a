import { add, cmp, div, mul, normalize, sum } from '../../money/decimal'
import type { RowError } from '../../model/import-report'
import type { Order, OrderLine } from '../../model/order'
import { Classifier, kindOfLines } from '../classify'
import type { Group } from '../group'
import { orderKey } from '../key'
import type { RowValues } from '../read-row'
import { refuse, remark as remarkOf } from '../rules'
import {
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'

/** Fields of the order, not of the line; the first row that has one decides, a different later one is remarked. */
const HEAD = [
  'currency',
  'freight',
  'discount',
  'tax',
  'total',
  'refunded',
  'buyerId',
  'buyerName',
  'buyerPhone',
  'buyerIdType',
  'buyerIdNumber',
  'consignee',
  'phone',
  'address',
  'district',
  'email',
  'country',
  'paymentNo',
  'logisticsNo',
  'status',
] as const

const LINE = ['sku', 'name', 'quantity', 'price', 'lineTotal'] as const
/** Digits of a unit price that is derived from a line total. */
const DERIVED_PLACES = 6

type ReadLine = { line: OrderLine; amount: string }

/** Rows → orders. `amount` of a row is quantity × price, or the line total where the file states that instead. */
export function ordersAssembler({ profile, binding, options }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const classifier = new Classifier(profile)
  const headers = new Map(binding.fields.map((bound) => [bound.field, bound.header]))
  // Only retail import asks who the buyer is by an identity number: a file with that column is one of imports, unless told.
  const isImport =
    (options.direction ?? (binding.index.has('buyerIdNumber') ? 'import' : 'export')) === 'import'
  const platformOf = (row: RowView) => row.get('platform') || options.platform || profile.platform || ''
  const shopOf = (row: RowView) => row.get('shop') || options.shop || ''
  const hasLine = (row: RowView) => LINE.some((field) => row.get(field) !== '')

  function lineOf(row: RowView): ReadLine | undefined {
    if (!hasLine(row)) return undefined
    const quantity = row.get('quantity') || '1'
    const lineTotal = row.get('price') === '' ? row.get('lineTotal') : ''
    const zero = cmp(quantity, '0') === 0
    const price =
      lineTotal === '' ? row.get('price') || '0' : zero ? '0' : div(lineTotal, quantity, DERIVED_PLACES)
    const priced = row.get('price') !== '' || lineTotal !== ''
    const line: OrderLine = {
      row: row.row,
      // Without any price there is nothing to conclude a gift from.
      class: classifier.line(row, quantity, priced ? price : '1'),
      sku: row.get('sku'),
      name: row.get('name'),
      quantity,
      price,
      ...optional('discount', row.get('lineDiscount')),
      ...(lineTotal === '' ? {} : { amount: normalize(lineTotal) }),
    }
    return { line, amount: lineTotal === '' ? mul(quantity, price) : normalize(lineTotal) }
  }

  function check(values: RowValues, rowNumber: number): RowError[] {
    const row = view({ ...values, row: rowNumber })
    if (!hasLine(row)) return []
    const lacking: string[] = []
    if (row.has('quantity') && row.get('quantity') === '') lacking.push('quantity')
    const priced = row.has('price') ? 'price' : row.has('lineTotal') ? 'lineTotal' : undefined
    const empty = priced !== undefined && row.get('price') === '' && row.get('lineTotal') === ''
    // A cancelled line has often lost its price; it is not declared, so the gap does no harm.
    if (empty && classifier.declaredKind(row) !== 'cancellation') lacking.push(priced)
    return lacking.map((field) =>
      refuse('field.required', { row: rowNumber, column: headers.get(field) ?? field }),
    )
  }

  function headOf(rows: readonly RowView[], orderNo: string, remark: (warning: RowError) => void) {
    const head: Partial<Record<(typeof HEAD)[number], string>> = {}
    for (const field of HEAD) {
      if (!binding.index.has(field)) continue
      let value = ''
      for (const row of rows) {
        const other = row.get(field)
        if (other === '' || other === value) continue
        if (value === '') value = other
        else {
          remark(
            remarkOf('order.head-differs', {
              row: row.row,
              column: headers.get(field) ?? field,
              value: orderNo,
            }),
          )
          break
        }
      }
      if (value !== '') head[field] = value
    }
    return head
  }

  /** The currency that marks beside the amounts name; a second one is remarked. */
  function markedCurrency(rows: readonly RowView[], value: string, remark: (warning: RowError) => void) {
    const marked = rows.filter((row) => row.marks.currency !== undefined)
    const currency = marked[0]?.marks.currency
    const other = marked.find((row) => row.marks.currency !== currency)
    if (other) {
      const column = headers.get('price') ?? headers.get('lineTotal') ?? headers.get('total') ?? ''
      remark(remarkOf('order.head-differs', { row: other.row, column, value }))
    }
    return currency
  }

  /** Freight and tax that stand on the lines add up to those of the order. */
  function withLineSums(head: Partial<Record<(typeof HEAD)[number], string>>, rows: readonly RowView[]) {
    const summed = (field: string) => rows.map((row) => row.get(field)).filter((text) => text !== '')
    const freight = summed('lineFreight')
    const tax = summed('lineTax')
    return {
      ...head,
      ...(freight.length > 0 ? { freight: add(head.freight ?? '0', sum(freight)) } : {}),
      ...(tax.length > 0 ? { tax: add(head.tax ?? '0', sum(tax)) } : {}),
    }
  }

  function remarkShape({ drafts }: Group, orderNo: string, remark: (warning: RowError) => void): void {
    const second = drafts.find((draft) => draft.block !== drafts[0]?.block)
    if (second) remark(remarkOf('order.split-block', { row: second.row, value: orderNo }))
    const seen = new Set<string>()
    for (const draft of drafts) {
      if (seen.has(draft.print)) remark(remarkOf('row.repeated', { row: draft.row, value: orderNo }))
      seen.add(draft.print)
    }
  }

  function assemble(group: Group, remark: (warning: RowError) => void): Assembled[] {
    const rows = group.drafts.map(view)
    const [first] = rows
    if (!first) return []
    const orderNo = first.get('orderNo')
    remarkShape(group, orderNo, remark)
    const read = rows.map(lineOf)
    const lines = read.flatMap((found) => found?.line ?? [])
    const head = withLineSums(headOf(rows, orderNo, remark), rows)
    const declared = rows.map((row) => classifier.declaredKind(row)).find((kind) => kind !== undefined)
    const kind = declared ?? kindOfLines(lines)
    const time = rows.find((row) => row.time)?.time
    const currency = head.currency ?? markedCurrency(rows, orderNo, remark) ?? options.currency
    const currencyOf = (row: RowView | undefined) => head.currency ?? row?.marks.currency ?? currency
    const cancelled = declared === 'cancellation' && lines.every((line) => cmp(line.quantity, '0') > 0)
    if (kind === 'order' && lines.length === 0 && group.gaps.length === 0) {
      remark(remarkOf('order.no-lines', { row: first.row, value: orderNo }))
    }
    const record: Order = {
      record: 'order',
      kind,
      platform: platformOf(first),
      shop: shopOf(first),
      orderNo,
      ...(isImport && { direction: 'import' as const }),
      ...(time?.instant ? { orderedAt: time.instant } : {}),
      ...(time ? { fileTime: time.text } : {}),
      ...(time?.businessDay ? { businessDay: time.businessDay } : {}),
      ...head,
      ...(currency ? { currency } : {}),
      // The platform cancelled the order itself; there is no second document that does.
      ...(cancelled ? { cancels: orderNo } : {}),
      lines,
      ...(group.gaps.length > 0 ? { refusedRows: group.gaps } : {}),
      source: { profile: profile.id, firstRow: first.row, lastRow: rows.at(-1)?.row ?? first.row },
    }
    return [
      {
        record,
        rows: rows.map((row) => row.row),
        classes: read.map((found) => found?.line.class ?? 'head'),
        amounts: read.flatMap((found, at) =>
          found ? [{ currency: currencyOf(rows[at]) ?? 'unspecified', amount: found.amount }] : [],
        ),
      },
    ]
  }

  return {
    check,
    keyOf(values) {
      const row = view(values)
      return orderKey(platformOf(row), shopOf(row), row.get('orderNo'))
    },
    assemble,
  }
}
