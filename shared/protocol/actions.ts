import { actTable, type ActDifferences, type Action, type AppType, type Option } from './act-table'
import { kindOf } from './document-kind'
import { situationOf, type DocumentView, type Situation } from './situations'

export type { Action, AppType, Option } from './act-table'

/** What a zone sets about acts: its own rows before those of the table, and 1 or 2 after 海关退单 (口径待确认). */
export type ActSettings = { acts?: ActDifferences | undefined; rejectedAppType: '1' | '2' }

/** What may be done with a kind of document in a situation: by the zone where it says so, else by the table. */
export function actsIn(message: string, situation: Situation, zone?: ActSettings): readonly Option[] {
  const kind = kindOf(message)
  const offered = zone?.acts?.[kind]?.[situation] ?? actTable[kind][situation] ?? []
  return zone ? offered.map((one) => settled(one, zone)) : offered
}

/** Where the table leaves 1 or 2 open, the zone decides. */
function settled(option: Option, { rejectedAppType }: ActSettings): Option {
  const open = option.appTypes?.includes('1') && option.appTypes.includes('2')
  return open ? { ...option, appTypes: [rejectedAppType] } : option
}

/**
 * What the officer may do with a document now. Before an answer is known only asking and repeating the same bytes are
 * offered; what customs holds is never edited.
 */
export const nextActions = (document: DocumentView, zone?: ActSettings): readonly Option[] =>
  actsIn(document.message, situationOf(document), zone)

export const mayDo = (document: DocumentView, action: Action, zone?: ActSettings): boolean =>
  nextActions(document, zone).some((one) => one.action === action)

/**
 * The act that a submission of this document would be now; undefined when it must not be sent. Repeating the same bytes
 * is no submission, and what needs a new number is one of another document.
 */
export function actOf(document: DocumentView, appType: string, zone?: ActSettings): Option | undefined {
  return nextActions(document, zone).find(
    ({ appTypes, keepsCopNo }) => keepsCopNo !== false && appTypes?.includes(appType as AppType),
  )
}
