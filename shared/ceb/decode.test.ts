import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes, decodeMessage } from './decode'
import { encodeMessage } from './encode'
import { CebRefusal } from './refusal'
import { messageOf, order, receipts } from './testing/sample'

const namespace = 'http://www.chinaport.gov.cn/ceb'
const rules = (xml: string) => decodeMessage(xml).remarks.map((one) => `${one.path} ${one.rule}`.trim())
const again = (xml: string) => encodeMessage(decodeMessage(xml).message)
const receipt = (body: string, root = `CEB304Message xmlns="${namespace}"`) =>
  `<${root} guid="g" version="1.0"><OrderReturn>${body}</OrderReturn></${root.split(' ')[0]}>`

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof CebRefusal) return error.faults[0]?.rule ?? ''
    throw error
  }
  return 'not refused'
}

describe('the reader takes what the wild sends', () => {
  const body = '<guid>a</guid><orderNo>b</orderNo>'

  it('a default namespace, and writes it back as such', () => {
    expect(rules(receipt(body))).toEqual([])
    expect(again(receipt(body))).toContain(`<CEB304Message xmlns="${namespace}"`)
  })

  it('no namespace, elements without prefix, or a prefix nobody declared', () => {
    expect(rules(receipt(body, 'CEB304Message'))).toEqual(['xml-namespace'])
    const bare = `<ceb:CEB304Message xmlns:ceb="${namespace}" guid="g" version="1"><OrderReturn>${body}</OrderReturn></ceb:CEB304Message>`
    expect(rules(bare)).toEqual(['OrderReturn xml-namespace'])
    const undeclared = `<ceb:CEB304Message guid="g" version="1"><ceb:OrderReturn><ceb:guid>a</ceb:guid></ceb:OrderReturn></ceb:CEB304Message>`
    expect(rules(undeclared)).toEqual(['xml-namespace'])
    const other = receipt(body, 'CEB304Message xmlns="http://www.chinaport.gov.cn/ceb2016"')
    expect(rules(other)).toEqual(['xml-namespace'])
    for (const xml of [receipt(body, 'CEB304Message'), bare, undeclared, other]) {
      expect(decodeMessage(xml).message.documents[0]?.head.guid).toBe('a')
      expect(rules(again(xml))).toEqual([])
    }
  })

  it('entities, character references, CDATA, comments and blanks between elements', () => {
    const { message, remarks } = decodeMessage(
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- c -->${receipt('\n <guid>&lt;&#x4e2d;<![CDATA[<b>&]]></guid> <!-- x --> <orderNo> y </orderNo>')}`,
    )
    expect(message.documents[0]?.head).toEqual({ guid: '<中<b>&', orderNo: ' y ' })
    expect(remarks).toEqual([])
  })

  it('unknown elements, kept where they stood with their namespaces', () => {
    const xml = receipt(
      '<guid>a</guid><x:new xmlns:x="urn:x" k="&quot;"><x:y>1 &amp; 2</x:y></x:new><orderNo>b</orderNo><odd/>',
    )
    expect(rules(xml)).toEqual(['OrderReturn[1]/new xml-unknown', 'OrderReturn[1]/odd xml-unknown'])
    expect(decodeMessage(xml).message.extras).toMatchObject([
      { within: 'OrderReturn[1]', at: 1, namespace: 'urn:x' },
      { within: 'OrderReturn[1]', at: 3, namespace },
    ])
    expect(again(xml)).toContain(
      '<guid>a</guid><x:new xmlns:x="urn:x" k="&quot;"><x:y>1 &amp; 2</x:y></x:new><orderNo>b</orderNo><odd',
    )
    expect(decodeMessage(again(xml))).toEqual(decodeMessage(xml))
  })

  it('a prefix of an unknown element that only the root declares', () => {
    const xml = `<c:CEB304Message xmlns:c="${namespace}" xmlns:x="urn:x" guid="g" version="1"><x:a/><c:OrderReturn><c:guid>1</c:guid><c:b x:k="1"/></c:OrderReturn><x:z/></c:CEB304Message>`
    const { message } = decodeMessage(xml)
    expect(message.extras?.map((extra) => [extra.within, extra.at])).toEqual([
      ['', 0],
      ['OrderReturn[1]', 1],
      ['', 2],
    ])
    expect(decodeMessage(encodeMessage({ ...message, attributes: undefined })).message.extras).toEqual(
      message.extras,
    )
    expect(decodeMessage(again(xml)).message).toEqual(message)
  })

  it('a second BaseTransfer, a repeated field, a field that holds elements', () => {
    const valid = encodeMessage(messageOf('CEB403', receipts))
    const transfer = /<ceb:BaseTransfer>.*<\/ceb:BaseTransfer>/.exec(valid)?.[0] ?? ''
    const twice = valid.replace(transfer, transfer + transfer)
    expect(rules(twice)).toEqual(['BaseTransfer xml-repeated'])
    expect(again(twice)).toContain('</ceb:BaseTransfer><ceb:BaseTransfer')
    const xml = receipt('<guid>a</guid><guid>b</guid><orderNo>x<i>y</i>z</orderNo>')
    expect(rules(xml)).toEqual(['OrderReturn[1]/guid xml-repeated', 'OrderReturn[1]/orderNo xml-nested'])
    expect(decodeMessage(xml).message.documents[0]?.head).toEqual({ guid: 'a' })
    expect(again(xml)).toContain('<guid>a</guid><guid')
    expect(again(xml)).toContain('>x<i>y</i>z</orderNo>')
  })

  it('both spellings of the specification', () => {
    const wrap = (type: string, body: string) =>
      `<c:${type}Message xmlns:c="${namespace}" guid="g" version="1">${body}</c:${type}Message>`
    const cancel = wrap('CEB605', '<c:InvtCancel><c:agengName>n</c:agengName></c:InvtCancel>')
    expect(rules(cancel)).toEqual(['InvtCancel[1]/agentName xml-spelling'])
    expect(decodeMessage(cancel).message.documents[0]?.head).toEqual({ agentName: 'n' })
    const refund = wrap(
      'CEB625',
      '<c:InvtRefound><c:InvtRefoundHead><c:guid>1</c:guid></c:InvtRefoundHead></c:InvtRefound>',
    )
    expect(decodeMessage(refund).message.documents).toEqual([{ head: { guid: '1' } }])
    const short = `<c:CEB214 xmlns:c="${namespace}" guid="g" version="1"><c:RefundReturn><c:guid>1</c:guid></c:RefundReturn></c:CEB214>`
    expect(rules(short)).toEqual(['xml-root'])
    expect(again(short)).toContain('<c:CEB214Message')
  })

  it('elements out of order, and text or attributes where none belong', () => {
    expect(rules(receipt('<orderNo>b</orderNo><guid>a</guid>'))).toEqual(['OrderReturn[1]/guid xml-order'])
    expect(again(receipt('<orderNo>b</orderNo><guid>a</guid>'))).toContain('<guid>a</guid><orderNo>')
    expect(rules(receipt('stray<guid a="1">a</guid>'))).toEqual([
      'OrderReturn[1] xml-text',
      'OrderReturn[1]/guid xml-attribute',
    ])
  })

  it('a byte order mark and bytes of another encoding, saying so', () => {
    const xml = receipt(body)
    expect(rules(`\ufeff${xml}`)).toEqual(['xml-mark'])
    const asked: string[] = []
    const decode = (bytes: Uint8Array, encoding: string) => {
      asked.push(encoding)
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    }
    const utf8 = new TextEncoder().encode(`<?xml version="1.0" encoding="GBK"?>${xml}`)
    expect(decodeBytes(utf8, decode).remarks.map((one) => one.rule)).toEqual(['xml-encoding'])
    expect(
      decodeBytes(new TextEncoder().encode(`\ufeff${xml}`), decode).remarks.map((one) => one.rule),
    ).toEqual(['xml-mark'])
    expect(asked).toEqual(['gbk', 'utf-8'])
    expect(refusal(() => decodeBytes(new Uint8Array([0x3c, 0xff, 0xff]), decode))).toBe('xml-encoding')
  })
})

describe('the reader refuses', () => {
  it('a DTD and the entities it could declare', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${receipt('<guid>&x;</guid>')}`
    expect(refusal(() => decodeMessage(bomb))).toBe('xml-doctype')
    expect(refusal(() => decodeMessage(receipt('<guid>&x;</guid>')))).toBe('xml-form')
  })

  it('broken XML, other documents and nothing', () => {
    expect(refusal(() => decodeMessage(receipt('<guid>a')))).toBe('xml-form')
    expect(refusal(() => decodeMessage('<CEB999Message/>'))).toBe('xml-root')
    expect(refusal(() => decodeMessage('<html></html>'))).toBe('xml-root')
    expect(refusal(() => decodeMessage(''))).toBe('xml-form')
    expect(refusal(() => decodeMessage(receipt('<u>'.repeat(100) + '</u>'.repeat(100))))).toBe('xml-form')
  })

  it('any damaged message with a reason, never by falling over', () => {
    const sound = encodeMessage(messageOf('CEB303', order), { indent: true })
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '&',
        '"',
        '<!--',
        '<![CDATA[',
        ']]>',
        '<?',
        'xmlns=""',
        '\u0000',
        '</ceb:Order>',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    const cut = fc.tuple(fc.nat(sound.length), fc.nat(30), piece)
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        let damaged = sound
        for (const [at, length, text] of cuts)
          damaged = damaged.slice(0, at) + text + damaged.slice(at + length)
        try {
          const { message } = decodeMessage(damaged)
          expect(decodeMessage(encodeMessage(message)).message).toEqual({ prefix: 'ceb', ...message })
        } catch (error) {
          expect(error).toBeInstanceOf(CebRefusal)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a message above 64 MB, counted in bytes of UTF-8', () => {
    const limit = 64 * 1024 * 1024
    expect(refusal(() => decodeMessage('中'.repeat(limit / 3 + 1)))).toBe('xml-size')
    expect(refusal(() => decodeBytes(new Uint8Array(limit + 1), () => ''))).toBe('xml-size')
    expect(refusal(() => decodeMessage('x'.repeat(1024)))).toBe('xml-form')
  })
})

describe('the writer refuses what no message can hold', () => {
  const message = messageOf('CEB303', order)
  const withHead = (values: Record<string, string>) => ({
    ...message,
    documents: [{ ...order, head: { ...order.head, ...values } }],
  })

  it.each([
    ['a field the table does not know', withHead({ colour: 'red' }), 'unknown-field'],
    ['a control character', withHead({ note: 'a\u0001' }), 'xml-character'],
    ['half a surrogate pair', withHead({ note: 'a\ud800' }), 'xml-character'],
    ['a control character in the root', { ...message, guid: '\u0000' }, 'xml-character'],
    ['lines where there are none', { ...message, type: 'CEB403' as const }, 'unknown-field'],
    ['a fragment that closes its parent', { ...message, signature: '<a/></ceb:x><b/>' }, 'xml-fragment'],
    ['a fragment with a DTD', { ...message, extend: '<!DOCTYPE a><a/>' }, 'xml-fragment'],
    ['an attribute that is markup', { ...message, attributes: { 'a="1"><b': '' } }, 'xml-name'],
    ['a prefix that is markup', { ...message, prefix: 'a b' }, 'xml-name'],
  ])('%s', (_what, broken, rule) => {
    expect(refusal(() => encodeMessage(broken))).toBe(rule)
  })

  it('and writes 900 with the original text in CDATA, whatever it holds', () => {
    const original = '<a>]]></a>'
    const xml = encodeMessage(messageOf('CEB900', { head: { oriBizMessage: original } }))
    expect(xml).toContain('<ceb:oriBizMessage><![CDATA[')
    expect(decodeMessage(xml).message.documents[0]?.head.oriBizMessage).toBe(original)
  })
})
