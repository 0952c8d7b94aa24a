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

/**
 * How a book exchanges through folders. `shownRoot` null: it does not. `problems` are what keeps it from working now;
 * `waiting` messages lie in the out folder, the oldest for `oldestMinutes`.
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
})
export type FolderSettings = z.infer<typeof FolderSettings>

export const folder = {
  'folder.settings': channel([bookId], FolderSettings),
  /** Ask for the folder of the import client with the system's dialog; null when the officer changed their mind. */
  'folder.choose': channel([bookId], FolderSettings.nullable()),
  /** Refused with `folder-layout` for names that lead out of the folder. */
  'folder.setLayout': channel([bookId, Layout], FolderSettings),
  /** Exchange through folders no more; what was written stays where it is. */
  'folder.stop': channel([bookId], nothing),
}
