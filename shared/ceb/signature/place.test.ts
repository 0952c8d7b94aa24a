import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../decode'
import { encodeMessage } from '../encode'
import { allTables } from '../tables'
import { messageOf } from '../../../test/fixtures/ceb/messages'
import { methodNamed, signatureAlgorithms, uriSets, urisOf } from './algorithms'
import { withoutSignature, withSignature } from './place'

const element = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:x>𠮷</ds:x></ds:Signature>'
const signed = allTables.filter(({ signature }) => signature !== 'none')

describe.each(signed.map((table) => [table.type, table] as const))('a signature in %s', (type, table) => {
  it('stands where the table puts it, and leaves everything else as it was', () => {
    fc.assert(
      fc.property(messageOf(table), fc.boolean(), fc.boolean(), (message, indent, crlf) => {
        const { signature: _none, ...bare } = message
        const text = encodeMessage(bare, { indent })
        // Line ends inside values are references, so these are the ones between elements.
        const xml = crlf ? text.replaceAll('\n', '\r\n') : text
        const out = withSignature(xml, type, element)
        expect(out.replace(element, '')).toBe(xml)
        expect(withoutSignature(out, type)).toBe(xml)
        const { message: read, remarks } = decodeMessage(out)
        expect([read.signature, remarks]).toEqual([element, []])
      }),
      { numRuns: 15 },
    )
  })
})

it('every algorithm has a name of its own in a set, and every name is read', () => {
  for (const set of uriSets) {
    const names = signatureAlgorithms.map((algorithm) => urisOf(algorithm, set).method)
    expect(new Set(names).size).toBe(signatureAlgorithms.length)
    expect(names.map(methodNamed)).toEqual([...signatureAlgorithms])
  }
})
