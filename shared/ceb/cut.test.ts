import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxBytes } from './bytes'
import { MessageCutter } from './cut'
import { decodeMessage } from './decode'
import { encodeMessage } from './encode'
import { CebRefusal } from './refusal'
import { inventory, logistics, messageOf, order } from './testing/sample'

function cut(text: string, size: number): string[] {
  const cutter = new MessageCutter()
  const found: string[] = []
  for (let at = 0; at < text.length; at += size) found.push(...cutter.write(text.slice(at, at + size)))
  const rest = cutter.close()
  return rest === undefined ? found : [...found, rest]
}

const original = encodeMessage(messageOf('CEB603', inventory))
const messages = [
  messageOf('CEB303', order),
  { ...messageOf('CEB603', inventory), prefix: '' },
  {
    type: 'CEB900' as const,
    guid: 'G',
    version: '1.0',
    // It carries the message that was refused, end tag and all.
    documents: [{ head: { guid: 'G', oriBizMessage: original } }],
  },
  messageOf('CEB505', logistics),
]

describe('messages one after the other', () => {
  it('are cut wherever the pieces of the text end', () => {
    const texts = messages.map((message, n) => encodeMessage(message, { indent: n % 2 === 0 }).trim())
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.constantFrom('', '\n', ' \n'), (size, between) => {
        expect(cut(texts.join(between), size)).toEqual(texts)
      }),
      { numRuns: 60 },
    )
    expect(texts.map((text) => decodeMessage(text).message.type)).toEqual(messages.map(({ type }) => type))
  })

  it('leave what has no end, or is no message, to the reader', () => {
    expect(cut(`${original}<ceb:CEB303Message><a>`, 100)).toEqual([
      original.trim(),
      '\n<ceb:CEB303Message><a>',
    ])
    // Files that were joined bring their mark of encoding along; the reader remarks it.
    expect(cut(`\n\ufeff${original}`, 50)).toEqual([`\ufeff${original.trim()}`])
    expect(cut('<other/>', 3)).toEqual(['<other/>'])
    expect(cut(' \n', 1)).toEqual([])
  })

  it('are refused above 64 MB, each by itself', () => {
    const half = `<CEB303Message>${'x'.repeat(maxBytes / 2)}</CEB303Message>`
    expect(cut(half + half + half, 1 << 24)).toHaveLength(3)
    expect(() => cut(`<CEB303Message>${'x'.repeat(maxBytes)}`, 1 << 24)).toThrow(CebRefusal)
  })
})
