import type { RowError } from '../../model/import-report'
import type { InvoiceFact } from '../../model/rebate/facts'
import type { Group } from '../group'
import { invoiceKey } from '../key'
import { refuse, remark as remarkOf } from '../rules'
import {
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'

const kindOf = (text: string): InvoiceFact['kind'] | undefined => {
  if (/缴款书|海关/.test(text)) return 'customsPayment'
  if (/专用|专票|^0?2\|/.test(text)) return 'vatSpecial'
  return /普通|普票/.test(text) ? 'vatOrdinary' : undefined
}
/** A code of 12 digits and a number of 8 are as long as the number of a 数电票: a code says that it is none. */
const formOf = (text: string, number: string, code: string): NonNullable<InvoiceFact['form']> =>
  (/^\d{20}$/.test(number) && code === '') || text.includes('数电')
    ? 'digital'
    : text.includes('电子')
      ? 'electronic'
      : 'paper'
const statusOf = (status: string, risk: string): InvoiceFact['status'] => {
  if (status.includes('作废')) return 'void'
  if (/红冲|红字/.test(status)) return 'redReversed'
  return /异常|疑点|失控/.test(status + risk) ? 'abnormal' : 'normal'
}
const usageOf = (text: string): InvoiceFact['usage'] =>
  text.includes('退税') ? 'rebate' : text.includes('抵扣') ? 'credit' : 'none'
const taxpayerOf = (text: string): InvoiceFact['sellerTaxpayer'] =>
  text.includes('小规模') ? 'small' : text.includes('一般') ? 'general' : undefined

const numberOf = (row: RowView): string =>
  row.get('digitalNumber') || `${row.get('code')}${row.get('number')}`

/** Place of every row of an invoice among all of them, also those that were refused: lines keep their number when they come. */
export const linePlaces = (rows: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(rows)].sort((a, b) => a - b).map((row, at) => [row, at + 1]))

/** Rows → invoices, one line a row. A list without a column for the kind is one of special invoices: those are kept for refunds. */
export function invoicesAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function check(values: Parameters<Assembler['check']>[0], row: number): RowError[] {
    const of = view(values)
    const wrong = (field: string) =>
      refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
    const kind = of.get('invoiceKind')
    return [
      ...(kind !== '' && kindOf(kind) === undefined ? [wrong('invoiceKind')] : []),
      // A red-letter line takes an invoice back: it is none to claim on.
      ...(['qty', 'net'] as const)
        .filter((field) => of.get(field).startsWith('-'))
        .map((field) => refuse('invoice.red', { row, column: headerOf(field), value: of.get(field) })),
    ]
  }

  function assemble({ drafts, gaps }: Group, remark: (warning: RowError) => void): Assembled[] {
    const rows = drafts.map(view)
    const [head] = rows
    if (!head) return []
    const number = numberOf(head)
    const places = linePlaces([...rows.map(({ row }) => row), ...gaps])
    const differs = rows.find((row) => row.get('sellerTaxNo') !== head.get('sellerTaxNo'))
    if (differs) {
      remark(
        remarkOf('order.head-differs', { row: differs.row, column: headerOf('sellerTaxNo'), value: number }),
      )
    }
    const sellerTaxpayer = taxpayerOf(head.get('sellerTaxpayer'))
    const kind = kindOf(head.get('invoiceKind')) ?? 'vatSpecial'
    const record: InvoiceFact = {
      record: 'invoice',
      number,
      ...optional('code', head.get('code')),
      kind,
      form: formOf(head.get('invoiceKind'), number, head.get('code')),
      date: head.get('date'),
      ...optional('dispatchDate', head.get('dispatchDate')),
      sellerName: head.get('sellerName'),
      sellerTaxNo: head.get('sellerTaxNo'),
      ...(sellerTaxpayer && { sellerTaxpayer }),
      ...optional('sellerRegion', head.get('sellerRegion')),
      buyerName: head.get('buyerName'),
      buyerTaxNo: head.get('buyerTaxNo'),
      lines: rows.map((row) => ({
        row: row.row,
        line: places.get(row.row)!,
        name: row.get('name'),
        ...optional('taxCategoryCode', row.get('taxCategoryCode')),
        ...optional('spec', row.get('spec')),
        unit: row.get('unit'),
        qty: row.get('qty'),
        net: row.get('net'),
        rate: row.get('rate'),
        tax: row.get('tax') || '0',
      })),
      status: statusOf(head.get('status'), head.get('risk')),
      usage: usageOf(head.get('usage')),
      ...(gaps.length > 0 && { refusedRows: [...gaps] }),
      source: {
        profile: profile.id,
        firstRow: Math.min(...rows.map(({ row }) => row)),
        lastRow: Math.max(...rows.map(({ row }) => row)),
      },
    }
    return [
      {
        record,
        rows: rows.map(({ row }) => row),
        classes: rows.map(() => kind),
        amounts: record.lines.map(({ net }) => ({ currency: 'CNY', amount: net })),
      },
    ]
  }

  return { check, keyOf: (values) => invoiceKey(numberOf(view(values))), assemble }
}
