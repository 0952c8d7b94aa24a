import type { BookContext } from '../context'
import { allRecords } from '../read/records'
import { command } from '../write/command'
import { changeDesk, hasMovedOut, readDesk } from './setting'

/** An installation: its book, the database that lies in, and who works there. */
export type Installation = { context: BookContext; database: string; who: string }

/** Mark an installation as moved out: in the book, and where only main can reach, so that no older book forgets it. */
export async function moveOut(
  { context, database, who }: Installation,
  told: boolean,
  why: string,
): Promise<void> {
  const at = context.now()
  await command(context, 'desk.moved', who, why, (draft) =>
    changeDesk(context, draft, (one) => ({ ...one, moved: one.moved ?? { at, who, told, database } })),
  )
  await context.sentinel.moveOut()
}

/**
 * A book that a desk moved here with goes on as a desk of its own, because nothing is taken any more from the one it was.
 * Does nothing in any other book.
 */
export async function arrive({ context, database, who }: Installation): Promise<void> {
  const desk = await readDesk(context)
  if (!desk?.moved || hasMovedOut(desk, database) || context.sentinel.health.state !== 'ok') return
  const { id, moved } = desk
  const [enterprise] = await allRecords(context, 'enterprise')
  const code = enterprise?.record.desk ?? ''
  const old = { id, code, name: moved.who, state: 'moved' as const, seenAt: moved.at }
  await command(context, 'desk.arrived', who, '', (draft) =>
    changeDesk(context, draft, ({ moved: _left, ...one }) => ({
      ...one,
      id: crypto.randomUUID(),
      desks: [...one.desks.filter((other) => other.id !== id), old],
    })),
  )
}
