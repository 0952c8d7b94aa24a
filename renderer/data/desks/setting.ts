import { z } from 'zod'
import { mergeKinds } from '#shared/merge/kinds'
import { Desk, DeskId } from '#shared/protocol/desk-records'
import { KnownSigner } from '#shared/protocol/desk-signer'
import type { BookContext } from '../context'
import { draftSetting, putSetting, readSetting } from '../settings'
import { json } from './kind'
import type { Draft } from '../write/draft'

const key = 'desk'

/** What this installation knows of itself as a desk, and of the others. */
export const DeskSetting = z.object({
  id: DeskId,
  /** Exchange with other desks is asked for. */
  on: z.boolean(),
  /** Journal entry up to which edits were made ready for the others, and of which kinds. */
  seq: z.int().nonnegative(),
  kinds: z.array(z.string()).default([]),
  cursor: z.string().optional(),
  /** When desks were last met, through the service or by a file. */
  metAt: z.string().optional(),
  /** Desks heard of; this one too once the service knows it. */
  desks: z.array(Desk),
  /** Another desk has this desk's code: no number is given out until it has one of its own. */
  clash: z.object({ code: z.string(), free: z.string().optional() }).optional(),
  /** The restored database this book went on in as a desk of its own; see `arrive`. */
  arrivedIn: z.string().optional(),
  /** Drafts and 清单 that wait because another one holds their order or waybill. */
  held: z.array(z.string()),
  /** Keys of the desks whose files were taken in. */
  signers: z.array(KnownSigner).default([]),
  /**
   * Ours for good: this installation moved out. `database`: where it was written down. In another database the desk has
   * arrived at the computer it moved to; what is only a copy of it is known by the counters outside the database.
   */
  moved: z
    .object({ at: z.string(), who: z.string(), told: z.boolean(), database: z.string().optional() })
    .optional(),
})
export type DeskSetting = z.infer<typeof DeskSetting>

/** Whether the installation with this database moved out, by its own setting. */
export const hasMovedOut = (desk: DeskSetting | undefined, database: string): boolean =>
  desk?.moved !== undefined && (desk.moved.database ?? database) === database

export const newDesk = (): DeskSetting => ({
  id: crypto.randomUUID(),
  on: false,
  seq: 0,
  kinds: [...mergeKinds],
  desks: [],
  held: [],
  signers: [],
})

/** Entry behind which edits are captured. What a newer version shares as well may have been edited long before. */
export const captureFrom = ({ seq, kinds }: DeskSetting): number =>
  mergeKinds.every((kind) => kinds.includes(kind)) ? seq : 0
export const withAllKinds = (desk: DeskSetting): DeskSetting => ({ ...desk, kinds: [...mergeKinds] })

export const readDesk = (context: BookContext): Promise<DeskSetting | undefined> =>
  readSetting(context, key, DeskSetting)

/** Change what is known of the desk, inside a command. */
export async function changeDesk(
  context: BookContext,
  draft: Draft,
  change: (desk: DeskSetting) => DeskSetting,
): Promise<void> {
  const before = await draftSetting(context, draft, key, DeskSetting)
  const after = change(before ?? newDesk())
  if (JSON.stringify(after) !== JSON.stringify(before)) await putSetting(draft, key, json(after))
}
