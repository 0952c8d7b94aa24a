import type { RawRow } from '../../import/rows'
import { add } from '../../money/decimal'
import { headerColumns } from '../headings'
import type { PurchaseInvoice, PurchaseInvoiceLine } from '../model/claim'
import { dayOf, numberOf, rateOf } from './cells'
import { noTable, refusal, type Refusal } from './refusal'

const fields = [
  'code',
  'number',
  'digitalNumber',
  'sellerTaxNo',
  'sellerName',
  'buyerTaxNo',
  'buyerName',
  'date',
  'taxCategoryCode',
  'name',
  'spec',
  'unit',
  'qty',
  'net',
  'rate',
  'tax',
  'kind',
  'status',
  'risk',
  'positive',
  'usage',
] as const
type Field = (typeof fields)[number]

/** Headings of the list that 税务数字账户 gives out (one row a line), and of the lists accountants keep. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  code: ['发票代码'],
  number: ['发票号码', '进货凭证号', '凭证号码', '缴款书号码'],
  digitalNumber: ['数电票号码', '数电发票号码', '全电发票号码'],
  sellerTaxNo: ['销方识别号', '销售方识别号', '销方税号', '供货方纳税人识别号', '销售方纳税人识别号'],
  sellerName: ['销方名称', '销售方名称', '供货方名称', '供应商'],
  buyerTaxNo: ['购方识别号', '购买方识别号', '购方税号', '购买方纳税人识别号'],
  buyerName: ['购方名称', '购买方名称'],
  date: ['开票日期'],
  taxCategoryCode: ['税收分类编码', '商品和服务税收分类编码'],
  name: ['货物或应税劳务名称', '货物或应税劳务、服务名称', '项目名称', '货物名称', '商品名称'],
  spec: ['规格型号'],
  unit: ['单位', '计量单位'],
  qty: ['数量'],
  net: ['金额', '不含税金额', '计税金额', '计税价格'],
  rate: ['税率', '税率/征收率', '征收率', '征税率'],
  tax: ['税额'],
  kind: ['发票票种', '票种', '凭证种类', '发票类型'],
  status: ['发票状态'],
  risk: ['发票风险等级'],
  positive: ['是否正数发票'],
  usage: ['用途', '用途确认', '勾选用途'],
}
const needed: readonly Field[] = ['name', 'qty', 'net', 'rate']

export type InvoiceMapping = Partial<Record<Field, string>>
export type ReadInvoices = {
  invoices: PurchaseInvoice[]
  refused: Refusal[]
  unknown: string[]
  rowsRead: number
}

const kindOf = (text: string): PurchaseInvoice['kind'] | undefined => {
  if (/缴款书|海关/.test(text)) return 'customsPayment'
  if (/专用|专票|^0?2\|/.test(text)) return 'vatSpecial'
  return /普通|普票/.test(text) ? 'vatOrdinary' : undefined
}
const formOf = (text: string, number: string): NonNullable<PurchaseInvoice['form']> =>
  /^\d{20}$/.test(number) || text.includes('数电')
    ? 'digital'
    : text.includes('电子')
      ? 'electronic'
      : 'paper'
const statusOf = (status: string, risk: string): PurchaseInvoice['status'] => {
  if (/作废/.test(status)) return 'void'
  if (/红冲|红字/.test(status)) return 'redReversed'
  return /异常|疑点|失控/.test(status + risk) ? 'abnormal' : 'normal'
}
const usageOf = (text: string): PurchaseInvoice['usage'] =>
  /退税/.test(text) ? 'rebate' : /抵扣/.test(text) ? 'credit' : 'none'

type Row = { row: number; at: (field: Field) => string }

/**
 * Purchase invoices of a sheet with one invoice line a row. Rows of one number make one invoice; a row that is refused
 * takes its whole invoice with it, because the rest of an invoice is not that invoice. Negative rows (red letter) are
 * refused with their reason.
 */
export function readInvoiceRows(rows: readonly RawRow[], map: InvoiceMapping = {}): ReadInvoices {
  const names = Object.fromEntries(
    fields.map((field) => [field, map[field] === undefined ? headings[field] : [map[field]]]),
  ) as Record<Field, readonly string[]>
  const header = headerColumns(rows, names, needed)
  if (!header || (!header.columns.has('number') && !header.columns.has('digitalNumber'))) {
    return {
      invoices: [],
      refused: [noTable(['发票号码', '货物名称', '数量', '金额', '税率'])],
      unknown: [],
      rowsRead: 0,
    }
  }
  const groups = new Map<string, Row[]>()
  const refused: Refusal[] = []
  let rowsRead = 0
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    rowsRead += 1
    const at = (field: Field) => (cells[header.columns.get(field) ?? -1] ?? '').trim()
    const number = at('digitalNumber') || `${at('code')}${at('number')}`
    if (number === '') refused.push(fault({ row, at }, 'number', '没有发票号码', 'No invoice number'))
    else groups.set(number, [...(groups.get(number) ?? []), { row, at }])
  }
  const invoices: PurchaseInvoice[] = []
  for (const [number, of] of groups) {
    const faults = of.flatMap(faultsOf)
    if (faults.length > 0) refused.push(...faults)
    else invoices.push(invoiceOf(number, of))
  }
  return { invoices, refused, unknown: header.unknown, rowsRead }
}

const fault = ({ row, at }: Row, field: Field, zh: string, en: string): Refusal =>
  refusal(
    { row, field, value: at(field) },
    ['发票行未导入，整张发票一起退回', 'The line is not taken, nor the rest of its invoice'],
    [zh, en],
    ['按发票改正后重新导入', 'Correct it by the invoice and import again'],
  )

function faultsOf(row: Row): Refusal[] {
  const { at } = row
  const faults: Refusal[] = []
  const bad = (field: Field, zh: string, en: string) => faults.push(fault(row, field, zh, en))
  const amounts = ['qty', 'net'] as const
  for (const field of amounts) {
    const value = numberOf(at(field))
    if (value === undefined)
      bad(field, '不是数字；数量为空的发票不能配单', 'No number; without quantity it cannot be allocated')
    else if (value.startsWith('-')) bad(field, '红字（负数）发票行', 'A line of a red-letter invoice')
  }
  if (rateOf(at('rate')) === undefined) bad('rate', '税率不是数字', 'The rate is no number')
  if (at('tax') !== '' && numberOf(at('tax')) === undefined)
    bad('tax', '税额不是数字', 'The tax is no number')
  if (at('name') === '') bad('name', '没有货物名称', 'No name of goods')
  if (dayOf(at('date')) === undefined) bad('date', '没有开票日期', 'No date of the invoice')
  if (at('kind') !== '' && kindOf(at('kind')) === undefined)
    bad('kind', '不认识的票种', 'A kind nobody knows')
  return faults
}

function invoiceOf(number: string, rows: readonly Row[]): PurchaseInvoice {
  const { at } = rows[0]!
  const lines = rows.map(({ at: cell }, place): PurchaseInvoiceLine => {
    const [net, rate] = [numberOf(cell('net'))!, rateOf(cell('rate'))!]
    return {
      line: place + 1,
      name: cell('name'),
      ...(cell('taxCategoryCode') !== '' && { taxCategoryCode: cell('taxCategoryCode') }),
      ...(cell('spec') !== '' && { spec: cell('spec') }),
      unit: cell('unit'),
      qty: numberOf(cell('qty'))!,
      net,
      rate,
      tax: numberOf(cell('tax')) ?? '0',
    }
  })
  return {
    number,
    ...(at('code') !== '' && { code: at('code') }),
    // A list without a column for the kind is one of special invoices: that is what accountants keep for refunds.
    kind: kindOf(at('kind')) ?? 'vatSpecial',
    form: formOf(at('kind'), number),
    date: dayOf(at('date'))!,
    sellerName: at('sellerName'),
    sellerTaxNo: at('sellerTaxNo'),
    buyerName: at('buyerName'),
    buyerTaxNo: at('buyerTaxNo'),
    lines,
    status: statusOf(at('status'), at('risk')),
    usage: usageOf(at('usage')),
  }
}

/** 价税合计 of an invoice, for a look at the file before it is taken. */
export const grossOf = ({ lines }: PurchaseInvoice): string =>
  lines.reduce((sum, { net, tax }) => add(sum, add(net, tax)), '0')
