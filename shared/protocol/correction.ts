import { dependencies } from './dependencies'
import { sendingRank } from './keys'

/** What a queued submission waits for: `taken` by the service (the same batch will do), or its `good` end at customs. */
export type Until = 'taken' | 'good'
export type Wait = { message: string; businessKey: string; until: Until }
/** `change`: it stands at customs and is sent as a change (appType 2). */
type Part = { message: string; businessKey: string; change?: boolean }

/**
 * What each document of a dossier waits for, by the table of dependencies. First declaration: the list goes with or
 * after the documents it refers to. After a correction, and for a change of what already stands at customs, the list
 * waits for the 120 of each, because customs compares it with what it has stored. Filings the outbox adds by itself.
 */
export function waitsFor(parts: readonly Part[], kind: 'declare' | 'correct'): Map<Part, Wait[]> {
  const until = ({ change }: Part): Until => (kind === 'correct' || change ? 'good' : 'taken')
  const before = [...parts].sort((a, b) => sendingRank(a.message) - sendingRank(b.message))
  return new Map(
    parts.map((part) => [
      part,
      before
        .filter(({ message }) => dependencies[part.message]?.includes(message))
        .map((other) => ({
          message: other.message,
          businessKey: other.businessKey,
          until: until(other),
        })),
    ]),
  )
}
