import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { writeAtomic } from '../../atomic-file'
import { makeSelfSigned } from './self-signed'

/** What a service shows of itself over TLS, as PEM. */
export type Identity = { key: string; cert: string }

/** Why a service cannot show what it was told to. The message says it in words, in both languages. */
export class IdentityError extends Error {}

const unreadable = (file: string, why: string) =>
  new IdentityError(`${file} cannot be used for TLS: ${why} / 无法用于 TLS：${why}`)

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code ?? 'unreadable')
  }
}

/**
 * Certificate and key from files.
 * @throws IdentityError when they cannot be read, do not belong together or are out of date
 */
export async function readIdentity(certFile: string, keyFile: string, now: number): Promise<Identity> {
  const [cert, key] = [await readPem(certFile), await readPem(keyFile)]
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(cert)
  } catch {
    throw unreadable(certFile, 'not a PEM certificate')
  }
  let isPair: boolean
  try {
    isPair = certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    throw unreadable(keyFile, 'not a PEM private key')
  }
  if (!isPair) throw unreadable(keyFile, `not the key of ${certFile}`)
  if (Date.parse(certificate.validTo) <= now) throw unreadable(certFile, `valid until ${certificate.validTo}`)
  return { key, cert }
}

/** SHA-256 of the certificate, as people compare it. */
export const fingerprintOf = ({ cert }: Identity): string => new X509Certificate(cert).fingerprint256

/** An address of this machine that others can reach; undefined when it is alone. */
export const outsideAddress = (): string | undefined =>
  Object.values(os.networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address

const localAddresses = () =>
  Object.values(os.networkInterfaces()).flatMap((all) =>
    (all ?? []).filter(({ address }) => !address.includes('%')).map(({ address }) => address),
  )

/**
 * The certificate of a service that was given none: made at the first start, kept in its folder so that the
 * fingerprint stays, made anew when it is out of date or this machine got another address.
 */
export async function ownIdentity(directory: string, listen: string, now: number): Promise<Identity> {
  const [certFile, keyFile] = [path.join(directory, 'tls-cert.pem'), path.join(directory, 'tls-key.pem')]
  const hosts = [...new Set(['localhost', os.hostname(), listen, ...localAddresses()])].filter(
    (host) => host !== '0.0.0.0' && host !== '::',
  )
  const kept = await readIdentity(certFile, keyFile, now).catch(() => undefined)
  if (kept && hosts.every((host) => isFor(kept, host))) return kept
  const made = makeSelfSigned(hosts, now)
  await writeAtomic(keyFile, made.key)
  await writeAtomic(certFile, made.cert)
  return made
}

function isFor({ cert }: Identity, host: string): boolean {
  const certificate = new X509Certificate(cert)
  return (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined
}
