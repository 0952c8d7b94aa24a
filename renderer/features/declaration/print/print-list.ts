import { listSheet } from '#shared/declaration/print/list-sheet'
import type { Session } from '../../../app/book'
import { savePdf } from '../../../components/save/save-pdf'
import type { Saved } from '../../../components/save/save-file'
import type { SealedRecord } from '../../../data/port'
import { printing } from '../../../app/printing'
import { stateText, type StateWords } from './rows'

/** A single 清单 as PDF, with every field of head and lines. A draft says 未申报 behind each page. */
export async function printList(
  session: Session,
  record: SealedRecord<'lists'>,
  words: StateWords,
): Promise<Saved | undefined> {
  const { enterprise, book, context } = await printing(session)
  const state = { text: stateText(record, words), isDraft: record.state === 'draft' }
  return savePdf(`${record.list.copNo}.pdf`, listSheet(record.list, state, enterprise, book, context))
}
