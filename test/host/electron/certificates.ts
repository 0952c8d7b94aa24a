import type { PeerCertificate, TLSSocket } from 'node:tls'
import { strict } from './strict'

type VerifyProc = Parameters<Electron.Session['setCertificateVerifyProc']>[0]

let verify: VerifyProc = null

export const setCertificateVerifyProc = (proc: VerifyProc) => void (verify = proc)

/**
 * Judge a finished TLS handshake as Electron documents: the function's answer 0 accepts, -2 refuses, -3 leaves it to
 * Chromium's verdict (here: Node's).
 * @throws when the connection must not be used
 */
export async function judgeCertificate(socket: TLSSocket, hostname: string): Promise<void> {
  const problem = socket.authorized ? 'net::OK' : certificateError(String(socket.authorizationError))
  const code = verify ? await ask(verify, socket, hostname, problem) : -3
  if (code === 0 || (code === -3 && socket.authorized)) return
  socket.destroy()
  throw new TypeError(problem === 'net::OK' ? 'net::ERR_FAILED' : problem)
}

function ask(
  proc: NonNullable<VerifyProc>,
  socket: TLSSocket,
  hostname: string,
  verificationResult: string,
): Promise<number> {
  const certificate = describe(socket.getPeerCertificate())
  const request = {
    hostname,
    certificate,
    validatedCertificate: certificate,
    isIssuedByKnownRoot: socket.authorized,
    verificationResult,
    errorCode: verificationResult === 'net::OK' ? 0 : -202,
  }
  return new Promise((resolve) => proc(request, resolve))
}

function describe(certificate: PeerCertificate): Electron.Certificate {
  const slice: Partial<Electron.Certificate> = {
    subjectName: [certificate.subject?.CN].flat()[0] ?? '',
    issuerName: [certificate.issuer?.CN].flat()[0] ?? '',
    serialNumber: certificate.serialNumber,
    fingerprint: certificate.fingerprint256,
    validStart: Date.parse(certificate.valid_from) / 1000,
    validExpiry: Date.parse(certificate.valid_to) / 1000,
    data: `-----BEGIN CERTIFICATE-----\n${certificate.raw?.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
  return strict('Certificate', slice)
}

/** Node's word for what is wrong with a certificate in Chromium's words. */
function certificateError(code: string): string {
  if (code.includes('ALTNAME')) return 'net::ERR_CERT_COMMON_NAME_INVALID'
  if (code.includes('EXPIRED') || code.includes('NOT_YET_VALID')) return 'net::ERR_CERT_DATE_INVALID'
  if (code.includes('REVOKED')) return 'net::ERR_CERT_REVOKED'
  return 'net::ERR_CERT_AUTHORITY_INVALID'
}
