import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeMessage } from '#shared/ceb/encode'
import { tableOf } from '#shared/ceb/tables'
import { messageOf } from '../../test/fixtures/ceb/messages'
import { signMessage } from './sign'
import { parseXml } from './structure'
import { fixturePath, messageOfType, signers } from '../../test/fixtures/signature/signers'
import { Canonical } from './xml-algorithms'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-signature-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
/** Output of a program; throws when it ends with another code than 0. */
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString()

/** What a message's signature was made over, canonicalised by xmllint, and its value. */
async function signedInfo(xml: string) {
  const element = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)![0]
  const scope = /<ceb:\w+Message ([^>]*?) guid/.exec(xml)![1]!
  const alone = element.replace(
    '<ds:SignedInfo>',
    `<ds:SignedInfo ${scope} xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
  )
  const canonical = run('xmllint', '--c14n', await file('info.xml', alone))
  const value = Buffer.from(/<ds:SignatureValue>([^<]*)/.exec(xml)![1]!, 'base64')
  return { canonical: await file('info.c14n', canonical), value }
}

/** r and s as openssl wants them. */
function der(value: Buffer): Buffer {
  const integer = (bytes: Buffer) => {
    const at = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.subarray(at)
    const content = short[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), short]) : short
    return Buffer.concat([Buffer.of(2, content.length), content])
  }
  const both = Buffer.concat([integer(value.subarray(0, 32)), integer(value.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, both.length), both])
}

const publicKey = (name: string) => run('openssl', 'x509', '-in', fixturePath(name), '-noout', '-pubkey')

describe('signatures judged by other programs', () => {
  it.each([
    ['CEB603', 'rsa-sha1'],
    ['CEB603', 'rsa-sha256'],
    ['CEB621', 'rsa-sha256'],
  ] as const)('%s with %s under the names of W3C, by xmlsec1', async (type, algorithm) => {
    const signed = await signMessage(messageOfType(type), signers.rsa, { algorithm, uris: 'w3c' })
    const verify = (path: string) =>
      run('xmlsec1', '--verify', '--pubkey-pem', key, '--enabled-key-data', 'key-name,rsa', path)
    const key = await file('rsa.pub', publicKey('rsa.pem'))
    verify(await file('signed.xml', signed))
    const altered = await file('altered.xml', signed.replace('值', '職'))
    expect(() => verify(altered)).toThrow()
  })

  it('RSA under the names of customs, by openssl over the canonical SignedInfo', async () => {
    const signed = await signMessage(messageOfType('CEB603'), signers.rsa, {
      algorithm: 'rsa-sha1',
      uris: 'customs',
    })
    const { canonical, value } = await signedInfo(signed)
    const key = await file('rsa.pub', publicKey('rsa.pem'))
    const signature = await file('value.bin', value)
    expect(run('openssl', 'dgst', '-sha1', '-verify', key, '-signature', signature, canonical)).toContain(
      'OK',
    )
  })

  it('SM2 with 1234567812345678, by openssl over the canonical SignedInfo, whose digest is that of the content', async () => {
    const xml = messageOfType('CEB711')
    const signed = await signMessage(xml, signers.sm2)
    const { canonical, value } = await signedInfo(signed)
    const key = await file('sm2.pub', publicKey('sm2.pem'))
    const signature = await file('value.der', der(value))
    const args = [
      '-pubin',
      '-inkey',
      key,
      '-rawin',
      '-in',
      canonical,
      '-sigfile',
      signature,
      '-digest',
      'sm3',
    ]
    const id = (text: string) => ['-pkeyopt', `distid:${text}`]
    expect(run('openssl', 'pkeyutl', '-verify', ...args, ...id('1234567812345678'))).toContain('Success')
    expect(() => run('openssl', 'pkeyutl', '-verify', ...args, ...id('8765432187654321'))).toThrow()
    const content = await file('content.c14n', run('xmllint', '--c14n', await file('content.xml', xml)))
    const digest = run('openssl', 'dgst', '-sm3', '-r', content).split(' ')[0]!
    expect(signed).toContain(`<ds:DigestValue>${Buffer.from(digest, 'hex').toString('base64')}<`)
  })
})

it('the canonical form is that of xmllint, for any message and for prefixes in any order', async () => {
  const strange =
    '<Z:a xmlns:Z="urn:z" xmlns:a="urn:a" xmlns="urn:d" b="2" a:b="1" Z:a="&quot;&#9;"><a:c xmlns=""><d/></a:c></Z:a>'
  const messages = fc.sample(messageOf(tableOf('CEB603')), { numRuns: 8, seed: 7 })
  for (const xml of [strange, ...messages.map((message) => encodeMessage(message))]) {
    const theirs = run('xmllint', '--c14n', await file('any.xml', xml))
    expect(new Canonical().process(parseXml(xml).documentElement, {})).toBe(theirs)
  }
})
