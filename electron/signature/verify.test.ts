import { describe, expect, it } from 'vitest'
import { signMessage } from './sign'
import { fixture, messageOfType, signers } from '../../test/fixtures/signature/signers'
import { verifyMessage } from './verify'

const signed = await signMessage(messageOfType('CEB603'), signers.sm2)
const { certificate } = signers.sm2
const rules = (xml: string, options: Parameters<typeof verifyMessage>[1] = { certificate }) =>
  verifyMessage(xml, options).faults.map(({ rule }) => rule)

const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(signed)![0]
const business = /<ceb:Inventory>.*<\/ceb:Inventory>/s.exec(signed)![0]

describe('a signature made elsewhere', () => {
  it.each(['sha1', 'sha256'])('by xmlsec1 with %s holds', (digest) => {
    const xml = fixture(`CEB603.xmlsec-${digest}.xml`).toString()
    expect(verifyMessage(xml, { certificate: signers.rsa.certificate })).toMatchObject({
      algorithm: `rsa-${digest}`,
      faults: [],
    })
    expect(rules(xml.replace('>9610<', '>1210<'), {})).toContain('document-altered')
  })

  it('by openssl with SM2 holds', () => {
    const xml = fixture('CEB603.openssl-sm2.xml').toString()
    expect(rules(xml)).toEqual([])
    expect(rules(xml.replace('>9610<', '>1210<'))).toEqual(['document-altered'])
  })
})

describe('what was altered is named', () => {
  it('content, also by one character, one blank or one element', () => {
    for (const other of [
      signed.replace('orderNo &lt;', 'orderno &lt;'),
      signed.replace('<ceb:Inventory>', '<ceb:Inventory> '),
      signed.replace(business, business + business),
      signed.replace(/<ceb:note>[^<]*<\/ceb:note>/, ''),
      signed.replace(' version="1.0" xmlns', ' version="1.1" xmlns'),
    ]) {
      expect(other).not.toBe(signed)
      expect(rules(other)).toEqual(['document-altered'])
    }
  })

  it('content, also where a line end takes the place of what is none in XML 1.0', async () => {
    for (const odd of ['\u2028', '\u0085']) {
      const xml = messageOfType('CEB603').replace('>note ', `><![CDATA[a${odd}b]]>${odd}`)
      const one = await signMessage(xml, signers.sm2)
      expect([rules(one), rules(one.replace(odd, '\n'))]).toEqual([[], ['document-altered']])
    }
  })

  it('the signature: digest, value, names of algorithms, another key', () => {
    const flip = (name: string) =>
      signed.replace(new RegExp(`(<ds:${name}>)(.)`), (_all, open: string, first: string) => {
        return open + (first === 'A' ? 'B' : 'A')
      })
    expect(rules(flip('DigestValue'))).toEqual(['signature-altered'])
    expect(rules(flip('SignatureValue'))).toEqual(['signature-altered'])
    expect(rules(signed.replace('xmldsig#sm3', 'xmldsig#sha1'))).toEqual(['signature-altered'])
    expect(rules(signed.replace('sm2-sm3', 'sm2-sm4'))).toEqual(['signature-algorithm'])
    expect(rules(signed.replace('2022/04/xmldsig#sm2-sm3', '2022/04/xmldsig#rsa-sha1'))).toEqual(['key-kind'])
    expect(rules(signed, { certificate: signers.rsa.certificate })).toEqual([
      'key-kind',
      'certificate-other',
      'key-name',
    ])
  })

  it('the certificate beside it: serial number, another one, none, out of time, self-stated', () => {
    expect(rules(signed.replace('03000000000cde6f<', '03000000000cde70<'))).toEqual(['key-name'])
    const bare = signed.replace(/<ds:X509Data>.*<\/ds:X509Data>/s, '')
    expect([rules(bare), rules(bare, {})]).toEqual([[], ['certificate-absent']])
    expect(rules(signed, { certificate, today: '22000101' })).toEqual(['certificate-expired'])
    expect(rules(signed, {})).toEqual(['certificate-self'])
    expect(rules(signed.replace(signature, ''))).toEqual(['unsigned'])
  })
})

describe('wrapping a signature around something else is refused', () => {
  const forged = business.replace('&lt;', '&lt;&lt;')

  it('the signed content moved into an Object, a forgery in its place', () => {
    const inside = signature.replace('</ds:Signature>', `<ds:Object>${business}</ds:Object></ds:Signature>`)
    expect(rules(signed.replace(signature, inside).replace(business, forged))).toEqual(['signature-form'])
  })

  it('a reference to an id, also one that two elements carry', () => {
    const byId = signed.replace('Reference URI=""', 'Reference URI="#a"')
    expect(rules(byId.replace('<ceb:Inventory>', '<ceb:Inventory Id="a">'))).toEqual(['signature-form'])
    const twice = byId.replace(
      business,
      business.replace('<ceb:Inventory>', '<ceb:Inventory Id="a">').repeat(2),
    )
    expect(rules(twice)).toEqual(['signature-form'])
    expect(rules(signed.replace(' URI=""', ''))).toEqual(['signature-form'])
  })

  it('a second reference, another transform, another canonical form', () => {
    const reference = /<ds:Reference.*<\/ds:Reference>/s.exec(signed)![0]
    expect(rules(signed.replace(reference, reference + reference))).toEqual(['signature-form'])
    for (const transform of [
      'http://www.w3.org/TR/1999/REC-xpath-19991116',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ]) {
      const more = `<ds:Transform Algorithm="${transform}"/></ds:Transforms>`
      expect(rules(signed.replace('</ds:Transforms>', more))).toEqual(['signature-form'])
      expect(
        rules(signed.replace(/http:\/\/www.w3.org\/TR\/2001\/REC-xml-c14n-20010315/, transform)),
      ).toEqual(['signature-form'])
    }
  })

  it('the signature moved, doubled, or without its certificate part', () => {
    expect(
      rules(signed.replace(signature, '').replace('<ceb:BaseTransfer>', `${signature}<ceb:BaseTransfer>`)),
    ).toEqual(['signature-place'])
    expect(
      rules(
        signed.replace(signature, '').replace('</ceb:ExtendMessage>', `${signature}</ceb:ExtendMessage>`),
      ),
    ).toEqual(['signature-place'])
    expect(rules(signed.replace(signature, signature + signature))).toEqual(['signature-several'])
    expect(rules(signed.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, ''))).toEqual(['signature-form'])
  })

  it('text turned into a processing instruction, which the canonical form of some programs does not show', () => {
    const hidden = signed.replace(/<ceb:orderNo>([^<]*)</, '<ceb:orderNo><?x $1?><')
    expect(rules(hidden)).toEqual(['signature-canonical'])
  })

  it('a DTD is refused unread', () => {
    expect(() => verifyMessage(signed.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'))).toThrow('DTD')
  })
})
