import { z } from 'zod'
import { bytes, channel, handle, nothing } from './channel'

/** Saving: main asks where, gives out a handle, takes chunks ≤ 1 MB, and renames a temporary file at the end. */
export const files = {
  'files.saveAs': channel(
    [
      z.object({
        name: z.string().min(1).max(120),
        extension: z.enum([
          ...(['xlsx', 'pdf', 'csv', 'json', 'xml', 'zip', 'txt', 'ics', 'yiguan'] as const),
          // Papers leave as the files they came as.
          ...(['ofd', 'jpg', 'png'] as const),
        ]),
      }),
    ],
    z.object({ handle, name: z.string() }).nullable(),
  ),
  'files.write': channel(
    [handle, bytes.refine((b) => b.byteLength <= 1_048_576, 'chunk above 1 MB')],
    nothing,
  ),
  /** fsync, rename into place; the full path is returned for showing only. */
  'files.finish': channel([handle], z.object({ shownPath: z.string(), bytes: z.int() })),
  'files.abort': channel([handle], nothing),
}
