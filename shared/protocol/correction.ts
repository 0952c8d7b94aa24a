import { sendingRank } from './keys'

/** What a queued submission waits for: `taken` by the service (the same batch will do), or its `good` end at customs. */
export type Until = 'taken' | 'good'
export type Wait = { message: string; businessKey: string; until: Until }
/** `change`: it stands at customs and is sent as a change (appType 2). */
type Part = { message: string; businessKey: string; change?: boolean }

/**
 * What each document of a dossier waits for. First declaration: the list goes with or after the documents it refers
 * to. After a correction, and for a change of what already stands at customs, it waits for the 120 of each, because
 * customs compares it with what it has stored.
 */
export function waitsFor(parts: readonly Part[], kind: 'declare' | 'correct'): Map<Part, Wait[]> {
  const until = ({ change }: Part): Until => (kind === 'correct' || change ? 'good' : 'taken')
  const isList = (part: Part) => part.message === 'CEB603'
  const data = parts
    .filter((part) => !isList(part))
    .sort((a, b) => sendingRank(a.message) - sendingRank(b.message))
  return new Map(
    parts.map((part) => [
      part,
      isList(part)
        ? data.map((one) => ({ message: one.message, businessKey: one.businessKey, until: until(one) }))
        : [],
    ]),
  )
}
