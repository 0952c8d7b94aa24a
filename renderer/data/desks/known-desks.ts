import type { DeskFileHead } from '#shared/protocol/desk-file'
import type { Desk } from '#shared/protocol/desk-records'

/**
 * The desks heard of after a file was read: the one that made it was active then, of the others it passes on what it knows.
 * 已迁出 is for good, whoever tells it first; what it says of this desk itself is for the service to say.
 */
export function desksAfter(
  known: readonly Desk[],
  { desk, at, desks = [] }: DeskFileHead,
  own: string,
): Desk[] {
  const after = new Map(known.map((one) => [one.id, one]))
  for (const told of [...desks.filter(({ id }) => id !== own && id !== desk.id), active(desk, at)]) {
    const before = after.get(told.id)
    const isNewer = !before || before.seenAt < told.seenAt
    const state = before?.state === 'moved' || told.state === 'moved' ? 'moved' : 'active'
    after.set(told.id, { ...(isNewer ? told : before), state })
  }
  return [...after.values()]
}

const active = (desk: DeskFileHead['desk'], seenAt: string): Desk => ({ ...desk, state: 'active', seenAt })
