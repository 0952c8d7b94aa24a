import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { CebRefusal } from '#shared/ceb/refusal'
import { signatureAlgorithms, uriSets, urisOf } from '#shared/ceb/signature/algorithms'
import { allTables } from '#shared/ceb/tables'
import { messageOf } from '../../test/fixtures/ceb/messages'
import { signMessage } from './sign'
import type { Signer } from './signer'
import { parseXml } from './structure'
import { messageOfType, signers } from '../../test/fixtures/signature/signers'
import { verifyMessage } from './verify'
import { Canonical } from './xml-algorithms'

const refusedFor = (work: Promise<unknown>) =>
  work.then(
    () => 'signed',
    (error: unknown) => (error instanceof CebRefusal ? error.faults[0]?.rule : String(error)),
  )

describe('signing', () => {
  const signable = allTables.filter(({ signature }) => signature !== 'none')
  // Every message with one way of signing, every way with many messages.
  it.each(signable.map(({ type }, at) => [type, signatureAlgorithms[at % 3]!, uriSets[at % 2]!] as const))(
    '%s with %s under the names of %s stands at its place and holds',
    async (type, algorithm, uris) => {
      const signer = signers[algorithm === 'sm2' ? 'sm2' : 'rsa']
      const signed = await signMessage(messageOfType(type), signer, { algorithm, uris })
      expect(decodeMessage(signed).remarks).toEqual([])
      const { certificate } = signer
      expect(verifyMessage(signed, { certificate })).toMatchObject({
        message: type,
        documents: 1,
        faults: [],
        algorithm,
        method: urisOf(algorithm, uris).method,
        keyName: certificate.serial,
      })
    },
  )

  it('holds for any content', async () => {
    const lists = allTables.find(({ type }) => type === 'CEB603')!
    await fc.assert(
      fc.asyncProperty(messageOf(lists), fc.boolean(), async ({ signature: _none, ...message }, indent) => {
        const signed = await signMessage(encodeMessage(message, { indent }), signers.rsa)
        expect(verifyMessage(signed).faults.map(({ rule }) => rule)).toEqual(['certificate-self'])
      }),
      { numRuns: 10 },
    )
  })

  it('is not done twice unless asked, nor for receipts, nor with another kind of key, nor out of time', async () => {
    const xml = messageOfType('CEB603')
    const signed = await signMessage(xml, signers.rsa)
    expect(await refusedFor(signMessage(signed, signers.sm2))).toBe('already-signed')
    const again = await signMessage(signed, signers.sm2, { replace: true })
    expect(verifyMessage(again, { certificate: signers.sm2.certificate }).faults).toEqual([])
    expect(again.replace(/<ds:Signature.*<\/ds:Signature>/s, '')).toBe(xml)
    expect(await refusedFor(signMessage(messageOfType('CEB604'), signers.rsa))).toBe('signature-unexpected')
    expect(await refusedFor(signMessage(xml, signers.rsa, { algorithm: 'sm2' }))).toBe('key-kind')
    expect(await refusedFor(signMessage(xml, signers.rsa, { today: '22000101' }))).toBe('certificate-expired')
    expect(await refusedFor(signMessage(xml, signers.rsa, { today: '20200101' }))).toBe('certificate-early')
  })

  it('refuses what is not canonicalised alike everywhere', async () => {
    const xml = messageOfType('CEB603')
    for (const odd of [
      xml.replace('<ceb:Inventory>', '<?x y?><ceb:Inventory>'),
      xml.replace('?>', '?><?xml-stylesheet href="a"?>'),
      xml.replace(' guid=', ' xml:lang="zh" guid='),
    ])
      expect(await refusedFor(signMessage(odd, signers.rsa))).toBe('signature-canonical')
  })

  it('says what the key says when it does not answer', async () => {
    const pulled: Signer = { ...signers.sm2, sign: () => Promise.reject(new Error('card removed')) }
    await expect(signMessage(messageOfType('CEB603'), pulled)).rejects.toThrow('card removed')
  })
})

const canonical = (xml: string) => new Canonical().process(parseXml(xml).documentElement, {})

/** The same document in other characters: canonical form does not tell them apart. */
const disguised = (xml: string) =>
  xml
    .replaceAll(/<([\w:]+)><\/\1>/g, '<$1/>')
    .replaceAll(/ guid="([^'"]*)"/g, " guid = '$1'")
    .replaceAll('></', '><!-- note --></')
    .replace('?>\n', '?>\r\n<!-- made elsewhere -->')

describe.each(allTables.map((table) => [table.type, table] as const))(
  '%s read and written again',
  (_type, table) => {
    it('is the same document in canonical form', () => {
      fc.assert(
        fc.property(messageOf(table), (message) => {
          const xml = disguised(encodeMessage(message))
          expect(canonical(encodeMessage(decodeMessage(xml).message))).toBe(canonical(xml))
        }),
        { numRuns: 6 },
      )
    })
  },
)
