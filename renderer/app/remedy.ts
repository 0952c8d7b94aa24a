import { openRoom } from './navigation'

/** Refusals that are mended in a room of their own, by code: the room, and what it is opened with. */
type Remedy = {
  room: 'evidence' | 'goods' | 'second'
  params?: Readonly<Record<string, string>>
  /** Nothing is wrong: what was asked for is kept there and goes on by somebody else. */
  kept?: true
}
const remedies: Readonly<Record<string, Remedy>> = {
  'paper-stops': { room: 'evidence', params: { face: 'lacking' } },
  'piece-stops': { room: 'goods', params: { face: 'pieces' } },
  'second-officer': { room: 'second', kept: true },
}

/** The way to where a refusal is mended; undefined where its sentence says everything. `words` is a key of `acts`. */
export function remedyOf(
  code: string,
): { words: `go.${Remedy['room']}`; kept: boolean; go: () => void } | undefined {
  const remedy = remedies[code]
  return (
    remedy && {
      words: `go.${remedy.room}`,
      kept: remedy.kept === true,
      go: () => openRoom(remedy.room, remedy.params),
    }
  )
}
