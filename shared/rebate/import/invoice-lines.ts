import type { PurchaseInvoice } from '../../model/rebate/claim'
import { numberOf, rateOf } from './cells'
import { refusal, type Refusal } from './refusal'

export type InvoiceKind = PurchaseInvoice['kind']

/** Cells of one line of an e-invoice as its file writes them; what the file does not tell is ''. */
export type LineCells = Readonly<
  Record<'name' | 'category' | 'spec' | 'unit' | 'qty' | 'net' | 'rate' | 'tax', string>
>

const needed = [
  ['qty', numberOf, '没有数量，不能配单', 'no quantity, it cannot be allocated'],
  ['net', numberOf, '没有金额', 'no amount'],
  ['rate', rateOf, '没有税率', 'no rate'],
] as const

/** Why an e-invoice is not taken: one reason at a field of the file, as the file names it. */
export const refuseInvoice = (field: string, value: string, zh: string, en: string): Refusal =>
  refusal(
    { row: 0, field, value },
    ['不是可读的电子发票', 'Not an e-invoice that can be read'],
    [zh, en],
    ['从电子税务局重新下载 XML，或用 Excel 清单导入', 'Download the XML again, or import the list as Excel'],
  )

/**
 * Lines of an e-invoice, and what each of them lacks. A line taken back (below zero) is refused as one without: nothing can be
 * claimed on it, and what it takes back of the line before is not ours to guess.
 */
export function invoiceLines(
  cells: readonly LineCells[],
  fieldName: (field: 'qty' | 'net' | 'rate') => string,
): { lines: PurchaseInvoice['lines']; refused: Refusal[] } {
  const refused: Refusal[] = []
  const lines = cells.map((line, at) => {
    for (const [field, read, zh, en] of needed) {
      const value = read(line[field])
      if (value === undefined || value.startsWith('-')) {
        refused.push(
          refuseInvoice(fieldName(field), line[field], `第 ${at + 1} 行：${zh}`, `Line ${at + 1}: ${en}`),
        )
      }
    }
    return {
      line: at + 1,
      name: line.name,
      ...(line.category !== '' && { taxCategoryCode: line.category }),
      ...(line.spec !== '' && { spec: line.spec }),
      unit: line.unit,
      qty: numberOf(line.qty) ?? '0',
      net: numberOf(line.net) ?? '0',
      rate: rateOf(line.rate) ?? '0',
      tax: numberOf(line.tax) ?? '0',
    }
  })
  return { lines, refused }
}
