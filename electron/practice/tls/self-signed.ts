import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { bits, integer, objectId, octets, sequence, setOf, tagged, time, utf8, wrapped, yes } from './der'

const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const KEY_IDENTIFIER = '2.5.29.14'
const KEY_USAGE = '2.5.29.15'
const ALTERNATIVE_NAMES = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'

const DAY_MS = 86_400_000
/** Browsers and systems refuse certificates of servers that last longer than 825 days. */
const VALID_DAYS = 800

const address = (ip: string): Buffer => {
  if (isIP(ip) === 4) return Buffer.from(ip.split('.').map(Number))
  const [head = '', tail] = ip.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...groups(tail)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

const name = (text: string) => sequence(setOf(sequence(objectId(COMMON_NAME), utf8(text))))
const extension = (id: string, value: Uint8Array, isCritical = false) =>
  sequence(objectId(id), ...(isCritical ? [yes()] : []), octets(value))
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}/g, '$&\n')
    .trimEnd()}\n-----END ${label}-----\n`

/**
 * A certificate of its own for a service that has none (X.509 v3, ECDSA P-256). It vouches for nobody: whoever connects
 * compares the fingerprint with what the service printed.
 * @param hosts names and addresses it is for
 * @returns key and certificate as PEM
 */
export function makeSelfSigned(hosts: readonly string[], now: number): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const subject = name('Yiguan practice single window')
  const algorithm = sequence(objectId(ECDSA_SHA256))
  const alternatives = hosts.map((host) =>
    isIP(host) ? tagged(7, address(host)) : tagged(2, Buffer.from(host, 'latin1')),
  )
  const keyId = createHash('sha1').update(spki.subarray(-65)).digest()
  const certificate = sequence(
    wrapped(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    subject,
    sequence(time(now - DAY_MS), time(now + VALID_DAYS * DAY_MS)),
    subject,
    spki,
    wrapped(
      3,
      sequence(
        extension(BASIC_CONSTRAINTS, sequence(), true),
        extension(KEY_USAGE, Buffer.of(0x03, 0x02, 0x07, 0x80), true),
        extension(EXTENDED_KEY_USAGE, sequence(objectId(SERVER_AUTH))),
        extension(ALTERNATIVE_NAMES, sequence(...alternatives)),
        extension(KEY_IDENTIFIER, octets(keyId)),
      ),
    ),
  )
  const signature = sign('sha256', certificate, privateKey)
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: pem('CERTIFICATE', sequence(certificate, algorithm, bits(signature))),
  }
}
