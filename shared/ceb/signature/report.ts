import { z } from 'zod'
import { FaultLine } from '../report'

/** What a certificate says of itself. `serial` is lower-case hex, times are ISO. */
export const CertificateReport = z.object({
  serial: z.string(),
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  /** `sm2`, or `rsa` with its bits: `rsa-2048`. */
  key: z.string(),
})
export type CertificateReport = z.infer<typeof CertificateReport>

/** The verdict on the signature of one file. `ok`: it holds for everything in the message. */
export const SignatureVerdict = z.object({
  file: z.string(),
  message: z.string(),
  ok: z.boolean(),
  documents: z.int().nonnegative(),
  algorithm: z.string().optional(),
  method: z.string().optional(),
  keyName: z.string().optional(),
  certificate: CertificateReport.optional(),
  faults: z.array(FaultLine),
})
export type SignatureVerdict = z.infer<typeof SignatureVerdict>
