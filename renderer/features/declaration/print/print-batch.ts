import { batchSheet } from '#shared/declaration/print/batch-sheet'
import { batchWorkbook } from '#shared/declaration/print/batch-workbook'
import type { Session } from '../../../app/book'
import { saveExcel } from '../../../components/save/save-excel'
import { savePdf } from '../../../components/save/save-pdf'
import type { Saved } from '../../../components/save/save-file'
import { printing } from '../../../app/printing'
import { printedRows, type Query, type StateWords } from './rows'
import { sheetOf } from './workbook'

export type Form = 'pdf' | 'xlsx'

/** 出口清单批次表 of a query, in its order; both forms come from the same rows and columns. */
export async function printBatch(
  form: Form,
  session: Session,
  query: Query,
  words: StateWords,
  name: string,
): Promise<Saved | undefined> {
  const [batch, { enterprise, book, context }] = await Promise.all([
    printedRows(session.port, query, words),
    printing(session),
  ])
  const file = batch.batchNo && !batch.batchNo.includes('、') ? `${name} ${batch.batchNo}` : name
  return form === 'pdf'
    ? savePdf(`${file}.pdf`, batchSheet(batch, enterprise, book, context))
    : saveExcel(`${file}.xlsx`, [sheetOf(batchWorkbook(batch, enterprise, book, context))])
}
