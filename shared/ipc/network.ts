import { z } from 'zod'
import { BookKind } from '../model/enterprise'
import { NetworkFacts } from '../network/facts'
import { ProxySettings, ServiceSettings } from '../network/settings'
import { bookId, channel, nothing } from './channel'

/** How this book reaches its single window, and how this machine reaches the network. */
const NetworkSettings = z.object({ kind: BookKind, service: ServiceSettings, proxy: ProxySettings })

/** The book's own signing key, as a service lists it beforehand. The private half never leaves main. */
const Identity = z.object({ algorithm: z.literal('SM2'), publicKey: z.string(), fingerprint: z.string() })

/** A certificate a server showed, as an officer compares it with what the operator told by telephone. */
const SeenCertificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** SHA-256 of the certificate, upper-case hex in pairs. */
  fingerprint: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  trustedBySystem: z.boolean(),
})
export type SeenCertificate = z.infer<typeof SeenCertificate>

export const network = {
  'network.settings': channel([bookId], NetworkSettings),
  /** Refused with `service-address` for an address that is not https (http is for this machine only). */
  'network.setService': channel([bookId, ServiceSettings], nothing),
  'network.setProxy': channel([ProxySettings], nothing),
  'network.identity': channel([bookId], Identity),
  /** Connect once and show the certificate; null when no TLS answer came. Trusts nothing by that. */
  'network.certificate': channel([z.url()], SeenCertificate.nullable()),
  /** 网络体检: every probe once, facts only; `diagnose` says what they mean. */
  'network.examine': channel([bookId], NetworkFacts),
}
