import { partySheetPrint } from '#shared/filing/print'
import type { Session } from '../../app/book'
import { printing } from '../../app/printing'
import { savePdf } from '../../components/save/save-pdf'
import type { Saved } from '../../components/save/save-file'
import type { PartyView } from '../../data/port'

/** 备案表 of one master as a PDF; undefined when the officer changed their mind. */
export async function printParty(
  session: Session,
  { key, party, reviews }: PartyView,
): Promise<Saved | undefined> {
  const { enterprise, context } = await printing(session)
  const filed = reviews.some(({ attempts }) => attempts.length > 0)
  const version = Math.max(0, ...reviews.map(({ held }) => held?.version ?? 0))
  const printed = { key, party, filed, ...(version > 0 && { version }) }
  return savePdf(`${key}.pdf`, partySheetPrint(printed, enterprise.book, context))
}
