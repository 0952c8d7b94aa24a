import type { Fault } from '#shared/ceb/fault'
import type { Certificate } from './certificate'
import { signatureFault } from './faults'

/** Day of a time in China, yyyyMMdd. */
export const chinaDay = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')

/** What speaks against a certificate on a day (yyyyMMdd); undefined when it is valid. */
export function validityFault({ validFrom, validTo }: Certificate, today: string): Fault | undefined {
  if (today > chinaDay(validTo)) return signatureFault('certificate-expired', chinaDay(validTo))
  if (today < chinaDay(validFrom)) return signatureFault('certificate-early', chinaDay(validFrom))
  return undefined
}
