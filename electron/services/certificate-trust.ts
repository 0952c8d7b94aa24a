import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { Certificate, Request as VerifyRequest } from 'electron'
import type { Trust } from '#shared/network/settings'
import { Refusal } from '../shell/refusal'

/** Answers of Electron's verify function: accept, refuse, leave it to Chromium. */
const ACCEPT = 0
const REFUSE = -2
const AS_CHROMIUM = -3
export type Verdict = typeof ACCEPT | typeof REFUSE | typeof AS_CHROMIUM

export const fingerprintOf = ({ data }: Pick<Certificate, 'data'>): string =>
  new X509Certificate(data).fingerprint256

/** Whether this authority signed the certificate, for this host and this moment. Chains of more than one step are not followed. */
function isSignedBy(pem: string, certificate: X509Certificate, host: string, now: number): boolean {
  const authority = new X509Certificate(pem)
  return (
    authority.ca &&
    certificate.checkIssued(authority) &&
    certificate.verify(authority.publicKey) &&
    (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined &&
    [authority, certificate].every(
      ({ validFrom, validTo }) => Date.parse(validFrom) <= now && now <= Date.parse(validTo),
    )
  )
}

/**
 * Whether to talk to a server with this certificate. `trusts` are those of every book whose service lives on the host:
 * one that pins a certificate rules out all others; an authority only adds to what the machine trusts.
 */
export function judge(
  { hostname, certificate, errorCode }: Pick<VerifyRequest, 'hostname' | 'certificate' | 'errorCode'>,
  trusts: readonly Trust[],
  now: number,
): Verdict {
  const pins = trusts.flatMap((trust) => (trust.mode === 'pinned' ? trust.fingerprints : []))
  if (pins.length > 0) return pins.includes(fingerprintOf(certificate)) ? ACCEPT : REFUSE
  if (errorCode === 0) return AS_CHROMIUM
  const shown = new X509Certificate(certificate.data)
  const isOurs = trusts.some(
    (trust) => trust.mode === 'authority' && isSignedBy(trust.pem, shown, hostname, now),
  )
  return isOurs ? ACCEPT : AS_CHROMIUM
}

/** Refuse a file that is not the certificate of an authority. */
export function assertAuthority(trust: Trust): void {
  if (trust.mode !== 'authority') return
  try {
    if (new X509Certificate(trust.pem).ca) return
  } catch {
    // The same refusal: it is no certificate at all.
  }
  throw new Refusal('not-an-authority', {
    zh: '这个文件不是签发机构（CA）的证书（PEM 格式），没有保存。请向服务方索取其根证书或中间证书。',
    en: 'This file is not the certificate (PEM) of an authority; nothing was saved. Ask the operator for the root or intermediate certificate.',
  })
}
