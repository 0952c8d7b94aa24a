import { z } from 'zod'
import { bookId, channel, nothing } from './channel'

const words = z.object({ zh: z.string(), en: z.string() })

/** Names of the folders of the 导入客户端 below the one that was chosen, and the business they belong to. */
const Layout = z.object({
  form: z.string(),
  out: z.string(),
  sent: z.string(),
  in: z.string(),
  failed: z.string(),
})

/** A business as the import client's own settings have it. `adopted`: the book exchanges through just these folders. */
const Offer = z.object({ form: z.string(), shownRoot: z.string(), layout: Layout, adopted: z.boolean() })

/**
 * How a book exchanges through folders. `shownRoot` null: it does not. `problems` are what keeps it from working now;
 * `waiting` messages lie in the out folder, the oldest for `oldestMinutes`. `offers`: businesses of the import client that can be
 * taken over as they are.
 */
export const FolderSettings = z.object({
  /** 正式 books only: the import client hands in for real. */
  available: z.boolean(),
  shownRoot: z.string().nullable(),
  layout: Layout,
  basis: words,
  problems: z.array(words),
  waiting: z.int(),
  oldestMinutes: z.int(),
  offers: z.array(Offer),
  /** The business of the other direction, in folders of its own; null where there is none. */
  second: z.object({ shownRoot: z.string(), layout: Layout }).nullable(),
  /** Its FormId; null while nothing is known of the first. */
  otherForm: z.string().nullable(),
})
export type FolderSettings = z.infer<typeof FolderSettings>

export const folder = {
  'folder.settings': channel([bookId], FolderSettings),
  /** Ask for the folder of the import client with the system's dialog; null when the officer changed their mind. */
  'folder.choose': channel([bookId], FolderSettings.nullable()),
  /** Refused with `folder-layout` for names that lead out of the folder. */
  'folder.setLayout': channel([bookId, Layout], FolderSettings),
  /** Take over the folders of one business as the import client has them. Refused with `folder-offer` when it has none such. */
  'folder.adopt': channel([bookId, z.string().max(20)], FolderSettings),
  /** As `folder.choose`, for the business of the other direction. Refused with `folder-shared` for the folders of the first. */
  'folder.chooseSecond': channel([bookId], FolderSettings.nullable()),
  'folder.stopSecond': channel([bookId], FolderSettings),
  /** Exchange through folders no more; what was written stays where it is. */
  'folder.stop': channel([bookId], nothing),
}
