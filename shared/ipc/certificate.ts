import { SigningSetup } from '../ceb/signature/setup'
import { z } from 'zod'
import { signatureAlgorithms } from '../ceb/signature/algorithms'
import { CertificateReport } from '../ceb/signature/report'
import { bookId, channel } from './channel'

const words = z.object({ zh: z.string(), en: z.string() })
const password = z.string().max(256)

/** The signing certificate of a book. The key itself never leaves main. */
export const SigningState = z.object({
  setup: SigningSetup,
  basis: words,
  certificate: CertificateReport.nullable(),
  /** What the key can do; empty without one. */
  algorithms: z.array(z.enum(signatureAlgorithms)),
  key: z.enum(['none', 'locked', 'ready']),
  /** Messages that have to be signed and cannot be now. */
  unsigned: z.array(z.string()),
  /** What needs somebody: about to expire, expired, locked while messages have to be signed. */
  warnings: z.array(words),
})
export type SigningState = z.infer<typeof SigningState>

export const certificate = {
  'certificate.state': channel([bookId], SigningState),
  /**
   * Ask for a key file (PKCS#12 or PEM) with the system's dialog and take its key and certificate; null when the officer
   * changed their mind. The password opens the file now and the key later.
   */
  'certificate.import': channel([bookId, password], SigningState.nullable()),
  'certificate.unlock': channel([bookId, password], SigningState),
  'certificate.lock': channel([bookId], SigningState),
  'certificate.remove': channel([bookId], SigningState),
  'certificate.setUp': channel([bookId, SigningSetup], SigningState),
  /** The message as it leaves, signed where the setup says so; null when the key is not ready. */
  'certificate.sign': channel([bookId, z.string(), z.string()], z.string().nullable()),
}
