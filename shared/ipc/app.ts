import { z } from 'zod'
import { channel, nothing } from './channel'

/** Facts about this installation that the frame shows. `host` is what really runs the app. */
const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'stand-in']),
  platform: z.string(),
  /** Directory of the profile, for the page 数据位置; text only, no channel accepts it back. */
  dataLocation: z.string(),
  /** How the data keys are kept: the OS key store, or a key file of the stand-in. Said in words on the unlock page. */
  keyStore: z.enum(['os', 'file', 'plain']),
  /** Whether a publisher is built in whose installers can be told from others. */
  knowsPublisher: z.boolean(),
})

export const app = {
  'app.info': channel([], AppInfo),
  /** Open one more window of the same book at a route (`#/…`). */
  'app.openWindow': channel([z.string().startsWith('#/')], nothing),
  /** Open a page of the allow-listed hosts in the system's browser; refuses everything else. */
  'app.openExternal': channel([z.url()], nothing),
  /** Whether this window holds unsaved input: while it does, closing it asks the page first (`app.closing`). */
  'app.holdClose': channel([z.boolean()], nothing),
  /** Close this window now; the page has kept what was unsaved. */
  'app.close': channel([], nothing),
  /** A notification of the system. Counts only: the system keeps such texts in clear. */
  'app.notify': channel(
    [
      z.object({
        kind: z.enum(['refused', 'batch-done']),
        count: z.int().positive(),
        practice: z.boolean(),
        language: z.enum(['zh', 'en']),
      }),
    ],
    nothing,
  ),
}
