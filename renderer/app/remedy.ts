import { openRoom } from './navigation'

/** Refusals that are mended in a room of their own, by code: the room, and what it is opened with. */
const remedies: Readonly<Record<string, { room: 'evidence'; params: Readonly<Record<string, string>> }>> = {
  'paper-stops': { room: 'evidence', params: { face: 'lacking' } },
}

/** The way to where a refusal is mended; undefined where its sentence says everything. `words` is a key of `acts`. */
export function remedyOf(code: string): { words: 'go.evidence'; go: () => void } | undefined {
  const remedy = remedies[code]
  return remedy && { words: `go.${remedy.room}`, go: () => openRoom(remedy.room, remedy.params) }
}
