import { statementSheet, statementWorkbook, type Statement } from '#shared/summary/statement'
import type { Session } from '../../app/book'
import { printing } from '../../app/printing'
import { saveExcel } from '../../components/save/save-excel'
import type { Saved } from '../../components/save/save-file'
import { savePdf } from '../../components/save/save-pdf'

export type Form = 'pdf' | 'xlsx'

/** 汇总对账单 of a month; both forms have the same columns and rows. */
export async function saveStatement(
  form: Form,
  session: Session,
  statement: Statement,
  name: string,
): Promise<Saved | undefined> {
  const { enterprise, book, context } = await printing(session)
  const file = `${name} ${statement.period}`
  return form === 'pdf'
    ? savePdf(`${file}.pdf`, statementSheet(statement, enterprise, book, context))
    : saveExcel(`${file}.xlsx`, [statementWorkbook(statement, enterprise, book, context)])
}
