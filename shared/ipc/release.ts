import { z } from 'zod'
import { Release } from '../release/release'
import { channel } from './channel'

const words = z.object({ zh: z.string(), en: z.string() })

/** `shownPath`: where the installer lies, for a person; no channel accepts it back. */
const ReleaseVerdict = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), release: Release, shownPath: z.string() }),
  z.object({ ok: z.literal(false), text: words }),
])
export type ReleaseVerdict = z.infer<typeof ReleaseVerdict>

export const release = {
  /** Let a person choose a release file, and judge it with the installer beside it; null when none was chosen. */
  'release.check': channel([], ReleaseVerdict.nullable()),
}
