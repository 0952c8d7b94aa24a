import { sendingRank } from './keys'

/** What a queued submission waits for: `taken` by the service (the same batch will do), or its `good` end at customs. */
export type Until = 'taken' | 'good'
export type Wait = { message: string; businessKey: string; until: Until }
type Part = { message: string; businessKey: string }

/**
 * What each document of a dossier waits for. First declaration: the list goes with or after the documents it refers
 * to. Correction (`changed` already stands at customs and is sent as a change): the list waits for the 120 of each,
 * because customs compares it with what it has stored.
 */
export function waitsFor(parts: readonly Part[], kind: 'declare' | 'correct'): Map<Part, Wait[]> {
  const until: Until = kind === 'declare' ? 'taken' : 'good'
  const isList = (part: Part) => part.message === 'CEB603'
  const data = parts
    .filter((part) => !isList(part))
    .sort((a, b) => sendingRank(a.message) - sendingRank(b.message))
  return new Map(
    parts.map((part) => [
      part,
      isList(part) ? data.map(({ message, businessKey }) => ({ message, businessKey, until })) : [],
    ]),
  )
}
