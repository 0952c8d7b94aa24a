import { roomGroups, type Room } from './room'

/**
 * Every feature folder with a `room.tsx` is a room. Found, not listed: adding a room touches only its folder,
 * and features cannot reach each other through a shared list.
 */
const found = import.meta.glob<{ room: Room }>('../features/*/room.tsx', { eager: true })

export const rooms: readonly Room[] = Object.values(found)
  .map((module) => module.room)
  .sort((a, b) => roomGroups.indexOf(a.group) - roomGroups.indexOf(b.group) || a.order - b.order)

export function roomById(id: string): Room | undefined {
  return rooms.find((room) => room.id === id)
}

/** `ROOM` or `ROOM/DETAIL` to the component that shows it; undefined for a view that is not built. */
export function viewComponent(view: string) {
  const [roomId, detail] = view.split('/') as [string, string | undefined]
  const room = roomById(roomId)
  return detail === undefined ? room?.Component : room?.details?.[detail]
}
