import { restoredPrefix } from '../backup/restore'
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
 * A book that was restored goes on as a desk of its own, and gives out no number before it has a code of its own: numbers were
 * given out under the old one after the file was written, and the same file may be restored at another computer too. Only
 * the service could know; here it is not waited for. Of a desk that moved nothing is taken any more. Does nothing twice, and
 * nothing in any other book.
 */
export async function arrive({ context, database, who }: Installation): Promise<void> {
  const desk = await readDesk(context)
  if (context.sentinel.health.state !== 'ok' || hasMovedOut(desk, database)) return
  const isCopy = database.startsWith(restoredPrefix) && desk?.arrivedIn !== database
  if (!isCopy && !desk?.moved) return
  const [enterprise] = await allRecords(context, 'enterprise')
  const code = enterprise?.record.desk ?? ''
  const { moved } = desk ?? {}
  const was = {
    code,
    name: moved?.who ?? enterprise?.record.officer ?? '',
    seenAt: moved?.at ?? context.now(),
  }
  const old = desk && { ...was, id: desk.id, state: moved ? ('moved' as const) : ('active' as const) }
  await command(context, 'desk.arrived', who, '', (draft) =>
    changeDesk(context, draft, ({ moved: _left, ...one }) => ({
      ...one,
      id: crypto.randomUUID(),
      arrivedIn: database,
      ...(code && { clash: { code } }),
      desks: [...one.desks.filter((other) => other.id !== old?.id), ...(old ? [old] : [])],
    })),
  )
}
