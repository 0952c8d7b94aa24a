import type { BookContext } from '../context'
import type { Change, Done } from '../port'
import { recordReader } from '../read/records'
import { commit, StaleRows } from './commit'
import type { Extra } from './commit'
import { Draft } from './draft'
import { prepare } from './prepare'

/** Either changes prepared against known revisions, or a function that reads and decides; that one is run again. */
export type Intent = readonly Change[] | ((draft: Draft) => Promise<string[] | void>)

export type CommandOptions = {
  /** Joins several commands of one act, so that they are undone as one. */
  group?: string
  about?: Record<string, string | number>
  extra?: Extra
}

/** How often a change is thought out anew when others write the same records meanwhile. */
const patience = 8

/**
 * The one way to write: who, what, why. Reads, opens, changes and seals first; then one transaction checks that
 * nothing moved, writes the records and their journal row. Rejects with `stale` when prepared changes meet another
 * revision; a function is run again on what is there now.
 */
export async function command(
  context: BookContext,
  name: string,
  who: string,
  why: string,
  intent: Intent,
  options: CommandOptions = {},
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const draft = new Draft(context.keys, recordReader(context), who)
    const ids =
      typeof intent === 'function'
        ? ((await intent(draft)) ?? [])
        : await draft.apply(intent as readonly Change[])
    const pending = draft.changes
    if (pending.length === 0 && !options.extra) return { seq: 0, ids }
    const prepared = await prepare(context.keys, pending)
    const act = {
      name,
      who,
      why,
      at: context.now(),
      group: options.group ?? crypto.randomUUID(),
      changes: prepared.map(({ journal }) => journal),
      ...(options.about && { about: options.about }),
    }
    try {
      return { seq: await commit(context, prepared, act, options.extra), ids }
    } catch (error) {
      if (!(error instanceof StaleRows)) throw error
      if (typeof intent !== 'function' || attempt >= patience) throw error.refusal
    }
  }
}
