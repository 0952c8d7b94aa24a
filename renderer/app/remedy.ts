import { openRoom } from './navigation'

/** Refusals that are mended in a room of their own, by code: the room, and what it is opened with. */
type Remedy = { room: 'evidence' | 'goods'; params: Readonly<Record<string, string>> }
const remedies: Readonly<Record<string, Remedy>> = {
  'paper-stops': { room: 'evidence', params: { face: 'lacking' } },
  'piece-stops': { room: 'goods', params: { face: 'pieces' } },
}

/** The way to where a refusal is mended; undefined where its sentence says everything. `words` is a key of `acts`. */
export function remedyOf(code: string): { words: `go.${Remedy['room']}`; go: () => void } | undefined {
  const remedy = remedies[code]
  return remedy && { words: `go.${remedy.room}`, go: () => openRoom(remedy.room, remedy.params) }
}
