import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CebDocument } from '../model/list'
import { decodeMessage } from './decode'
import { encodeMessage, encodeStream } from './encode'
import { impossibleCharacter } from './escape'
import { subscribePart, transferPart } from './fields/transfer'
import type { CebMessage, Values } from './message'
import { MessageReader } from './reader'
import type { MessageTable, Part } from './table'
import { allTables } from './tables'

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '<&>"\'',
    ']]>',
    '<![CDATA[x]]>',
    'a\r\nb\rc\td',
    '𠮷野家',
    '&amp;',
    '\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => impossibleCharacter(value) === undefined),
)

const values = (part: Part): fc.Arbitrary<Values> =>
  fc
    .subarray(part.fields.map((field) => field.name))
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, text]))))

function documentOf({ head, lines }: MessageTable): fc.Arbitrary<CebDocument> {
  if (!lines) return fc.record({ head: values(head) })
  const some = fc.array(values(lines), { minLength: 1, maxLength: 3 })
  return fc.record({ head: values(head), lines: some }, { requiredKeys: ['head'] })
}

const signature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\n  x&amp;y</ds:SignedInfo></ds:Signature>'
const extend =
  '<ceb:ExtendMessage xmlns:ceb="http://www.chinaport.gov.cn/ceb"><any xmlns="urn:a" b="1"></any></ceb:ExtendMessage>'

const messageOf = (table: MessageTable): fc.Arbitrary<CebMessage> =>
  fc.record(
    {
      type: fc.constant(table.type),
      guid: text,
      version: text,
      documents: fc.array(documentOf(table), { maxLength: 3 }),
      prefix: fc.constantFrom('', 'ceb', 'n1'),
      transfer: values(transferPart),
      subscribes: fc.array(values(subscribePart), { minLength: 1, maxLength: 2 }),
      signature: fc.constant(signature),
      extend: fc.constant(extend),
      attributes: fc.constant({ 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' }),
    },
    { requiredKeys: ['type', 'guid', 'version', 'documents', 'prefix'] },
  )

describe.each(allTables.map((table) => [table.type, table] as const))('%s', (_type, table) => {
  it('is read back as it was written, with nothing to remark', () => {
    fc.assert(
      fc.property(messageOf(table), fc.boolean(), (message, indent) => {
        const { message: read, remarks } = decodeMessage(encodeMessage(message, { indent }))
        expect(read).toEqual(message)
        expect(remarks).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('streams', () => {
  const orders = allTables.find((table) => table.type === 'CEB303') as MessageTable

  it('write the same text as the message in one piece', async () => {
    await fc.assert(
      fc.asyncProperty(messageOf(orders), async (message) => {
        const { documents, ...envelope } = message
        let streamed = ''
        for await (const piece of encodeStream(envelope, documents)) streamed += piece
        expect(streamed).toBe(encodeMessage(message))
      }),
      { numRuns: 20 },
    )
  })

  it('read the same wherever the text is cut, handing over each document', () => {
    fc.assert(
      fc.property(messageOf(orders), fc.integer({ min: 1, max: 50 }), (message, size) => {
        const xml = encodeMessage(message)
        const documents: CebDocument[] = []
        const reader = new MessageReader({ onDocument: (document) => documents.push(document) })
        for (let at = 0; at < xml.length; at += size) reader.write(xml.slice(at, at + size))
        const { message: read, remarks } = reader.close()
        expect({ ...read, documents }).toEqual(message)
        expect([read.documents, remarks]).toEqual([[], []])
      }),
      { numRuns: 40 },
    )
  })
})
