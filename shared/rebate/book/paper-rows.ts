import type { z } from 'zod'
import { termsOf } from '../import/declared-words'
import { readCurrency } from '../../table/clean/currency'
import type { Text } from '../../model/text'
import { isDecimal } from '../../money/decimal'
import { AmountDocument, ForexReceipt } from '../../model/rebate/claim'
import type { RebatePapers } from './records'

/** Papers of a 报关单 that state a sum: what a person types or pastes of them, row by row. */
export const sumPapers = ['exportInvoices', 'contracts', 'receipts'] as const
export type SumPaper = (typeof sumPapers)[number]
type Documents = RebatePapers[SumPaper][number]

export const paperColumns: Readonly<Record<SumPaper, readonly string[]>> = {
  exportInvoices: ['no', 'item', 'tradeTerms', 'amount', 'currency'],
  contracts: ['no', 'item', 'tradeTerms', 'amount', 'currency'],
  receipts: ['no', 'date', 'item', 'amount', 'currency', 'payer'],
}

/** A row as texts; '' where nothing stands. */
export type PaperRow = Readonly<Record<string, string>>
/** What is wrong with a cell: `row` from 0. */
export type PaperFault = { row: number; field: string; message: Text }

const words = {
  no: { zh: '填编号', en: 'Give the number' },
  date: { zh: '日期写 年-月-日', en: 'Write the day as year-month-day' },
  item: { zh: '项号为整数；整份报关单的留空', en: 'A whole number; blank for the whole declaration' },
  tradeTerms: { zh: '成交方式为 FOB、CIF、C&F、C&I 或 EXW', en: 'Terms are FOB, CIF, C&F, C&I or EXW' },
  amount: { zh: '金额为数字', en: 'The amount is a number' },
  currency: { zh: '币制为字母代码，如 USD', en: 'The currency in letters, for example USD' },
} as const satisfies Record<string, Text>

/** `2026/4/2`, `2026.4.2` → `2026-04-02`; anything else as it is, for the schema to refuse. */
function dayOf(text: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  return parts ? [parts[1]!, parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-') : text
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  item: (text) => (/^\d+$/.test(text) ? Number(text) : text),
  date: dayOf,
  tradeTerms: (text) => termsOf(text) ?? text,
  amount: (text) => text.replace(/[,，\s]/g, ''),
  currency: (text) => readCurrency(text) ?? text,
}

const schemas: Readonly<Record<SumPaper, z.ZodType<Documents>>> = {
  exportInvoices: AmountDocument,
  contracts: AmountDocument,
  receipts: ForexReceipt,
}

/**
 * Papers of one 报关单 from rows that were typed or pasted; empty rows are passed over. Currency, terms and day may be written
 * as papers write them. Rows with a fault are left out, so nothing is kept while there is one.
 */
export function readPaperRows<P extends SumPaper>(
  paper: P,
  declarationNo: string,
  rows: readonly PaperRow[],
): { documents: RebatePapers[P]; faults: PaperFault[] } {
  const documents: Documents[] = []
  const faults: PaperFault[] = []
  rows.forEach((row, at) => {
    const cells = paperColumns[paper].map((field) => [field, (row[field] ?? '').trim()] as const)
    if (cells.every(([, text]) => text === '')) return
    const given = Object.fromEntries(
      cells.flatMap(([field, text]) => (text === '' ? [] : [[field, readers[field]?.(text) ?? text]])),
    )
    const read = schemas[paper].safeParse({ ...given, declarationNo })
    const fields = new Set((read.error?.issues ?? []).map(({ path }) => String(path[0])))
    // An empty text is a text: the schemas take it, and a paper without number can be found by nobody.
    if (!given['no']) fields.add('no')
    if (given['amount'] !== undefined && !isDecimal(String(given['amount']))) fields.add('amount')
    for (const field of fields) {
      const message = words[field as keyof typeof words]
      faults.push({ row: at, field, message: message ?? words.no })
    }
    if (read.data && fields.size === 0) documents.push(read.data)
  })
  return { documents: documents as RebatePapers[P], faults }
}

/** Papers as rows, to be shown and changed. */
export const writePaperRows = <P extends SumPaper>(paper: P, documents: RebatePapers[P]): PaperRow[] =>
  documents.map((document) => {
    const known = document as Readonly<Record<string, unknown>>
    return Object.fromEntries(paperColumns[paper].map((field) => [field, String(known[field] ?? '')]))
  })
