import type { Params } from '../../app/room'

export const faces = ['build', 'faults', 'lists', 'causes'] as const
export type Face = (typeof faces)[number]

/** Turn to another face of the room, filtered as the params say. */
export type GoTo = (face: Face, preset?: Params) => void
