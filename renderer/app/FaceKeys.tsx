import { useCommand } from './useCommand'

type Props<Face extends string> = {
  room: string
  /** Pages of the room in their order, ten at most. */
  faces: readonly Face[]
  onOpen: (face: Face) => void
}

function FaceKey({ room, face, at, onOpen }: { room: string; face: string; at: number; onOpen: () => void }) {
  useCommand({
    id: `${room}.face.${face}`,
    title: `${room}:face.${face}`,
    group: 'room',
    keys: `Alt+${(at + 1) % 10}`,
    run: onOpen,
  })
  return null
}

/** Alt+1 to Alt+9 and Alt+0 open the pages of a room in their order; the palette knows them by name. */
export function FaceKeys<Face extends string>({ room, faces, onOpen }: Props<Face>) {
  return faces.map((face, at) => (
    <FaceKey key={face} room={room} face={face} at={at} onOpen={() => onOpen(face)} />
  ))
}
