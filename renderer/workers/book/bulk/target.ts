import type { Text } from '#shared/model/text'
import type { Draft } from '../../../data/write/draft'

/** Field → new value, as the officer gave it. */
export type Patch = Readonly<Record<string, string>>

/** What a patch makes of one row that it changes. `fault`: it would be spoiled, so nothing is changed at all. */
export type Changing = { id: string; caption: string; before: string; after: string; fault?: Text }

/** The rows of one list as 批量修改 sees them. */
export type BulkTarget = {
  /** Name of the act in the journal. */
  act: string
  /** Of these rows those that the patch changes; nothing is written. */
  look(ids: readonly string[], patch: Patch): Promise<Changing[]>
  /** Change these rows, thought out anew on what is there now; gives how many it changed. */
  write(draft: Draft, ids: readonly string[], patch: Patch): Promise<number>
}
