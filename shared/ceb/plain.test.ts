import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMessage } from './encode'
import { readPlain } from './plain'
import { MessageReader, type Decoded } from './reader'
import { inventory, logistics, messageOf, order, receipts } from './testing/sample'

const signature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo a="1">x&amp;y</ds:SignedInfo></ds:Signature>'
const extend =
  '<ceb:ExtendMessage xmlns:ceb="http://www.chinaport.gov.cn/ceb"><any xmlns="urn:a" b="1"></any></ceb:ExtendMessage>'
const messages = [
  messageOf('CEB303', order, order),
  messageOf('CEB403', receipts),
  messageOf('CEB505', logistics),
  { ...messageOf('CEB603', inventory), prefix: '' },
  { ...messageOf('CEB603', inventory), signature, extend },
]
const texts = messages.flatMap((message) => [
  encodeMessage(message),
  encodeMessage(message, { indent: true }),
])

function parsed(xml: string): Decoded | undefined {
  try {
    return new MessageReader().write(xml).close()
  } catch {
    return undefined
  }
}

describe('the quick reader', () => {
  it.each(texts)('takes what an orderly sender writes: %.60s', (xml) => {
    expect(readPlain(xml)).toEqual(parsed(xml)!.message)
  })

  it('knows the five references, CDATA and blanks between elements', () => {
    const told = (text: string) =>
      encodeMessage(messageOf('CEB505', { head: { guid: 'g', goodsInfo: 'x' } })).replace('>x<', `>${text}<`)
    expect(readPlain(told('&amp;lt; &lt;&gt;&quot;&apos; >'))?.documents[0]?.head.goodsInfo).toBe(
      '&lt; <>"\' >',
    )
    expect(readPlain(told('<![CDATA[<b>&]]>'))?.documents[0]?.head.goodsInfo).toBe('<b>&')
    for (const odd of ['&#65;', '&x;', '&', ']]>', '<!-- -->', '\r', '\u0000', '\ud800', '<![CDATA[a]]>b']) {
      expect(readPlain(told(odd))).toBeUndefined()
    }
  })

  it('never says anything else than the parser of XML, whatever is done to a message', () => {
    const bits = [
      ...[
        '<',
        '>',
        '/',
        '&',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        '\r',
        ':',
        'x',
        ']]>',
        '<![CDATA[',
        '&amp;',
        '&#65;',
        '&no;',
      ],
      ...[
        '<!-- -->',
        '<?p ?>',
        '<ceb:',
        '</ceb:',
        ' a="1"',
        'xmlns',
        '<ceb:guid>1</ceb:guid>',
        '\u00a0',
        '\ud800',
      ],
    ]
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
      put: fc.oneof(fc.constant(''), fc.constantFrom(...bits)),
      /** Something of the message itself, at another place. */
      copy: fc.option(fc.tuple(fc.nat(), fc.nat(80)), { nil: undefined }),
    })
    let same = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        (text, edits) => {
          const xml = edits.reduce((left, { at, cut, put, copy }) => {
            const place = at % (left.length + 1)
            const moved = copy ? left.slice(copy[0] % left.length).slice(0, copy[1]) : put
            return left.slice(0, place) + moved + left.slice(place + cut)
          }, text)
          const plain = readPlain(xml)
          if (plain === undefined) return
          same += 1
          expect(parsed(xml)).toEqual({ message: plain, remarks: [] })
        },
      ),
      { numRuns: 3_000 },
    )
    expect(same).toBeGreaterThan(100)
  })
})
