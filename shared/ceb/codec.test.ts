import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CebDocument } from '../model/list'
import { decodeMessage } from './decode'
import { encodeMessage, encodeStream } from './encode'
import { MessageReader } from './reader'
import type { MessageTable } from './table'
import { allTables } from './tables'
import { messageOf } from '../../test/fixtures/ceb/messages'

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
