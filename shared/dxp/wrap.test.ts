import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CebRefusal } from '../ceb/refusal'
import { decodeWrap } from './decode'
import { encodeWrap } from './encode'
import { dxpMsg, dxpRep, wraps, type Element, type WrapType } from './table'
import { validateWrap } from './validate'
import { textsAt, wrapOf, type Branch, type Wrap } from './wrap'

const parcel = {
  copMsgId: '4CDE1CFD-EDED-46B1-946C-000000000900',
  senderId: 'DXPENT0000012345',
  receiverIds: ['DXPEDCCEB0000001'],
  createdAt: '2026-03-02T09:30:00',
  msgType: 'CEB603Message',
  data: 'PGE+PC9hPg==',
  fileName: '清单.xml',
}
const signature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:x>1</ds:x></ds:Signature>'

const text = fc.constantFrom('', ' x ', '<&>"\'', ']]>', 'a\r\nb', '𠮷', '0')

/** Anything that stands in a table's order, sound or not. */
function branchOf(element: Element): fc.Arbitrary<Branch> {
  const attributes = fc
    .subarray([...element.attributes])
    .chain((some) => fc.record(Object.fromEntries(some.map(({ name }) => [name, text]))))
    .map((record) => (Object.keys(record).length ? { attributes: record } : {}))
  if (!('elements' in element)) {
    // What is empty was never written.
    const leaf = text.map((one) => (one === '' ? {} : { text: one }))
    return fc.tuple(attributes, leaf).map(([a, b]) => ({ ...a, ...b }))
  }
  const { elements } = element
  const some = fc
    .subarray([...elements])
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          chosen.map((one) => [one.name, fc.array(branchOf(one), { minLength: 1, maxLength: 2 })]),
        ),
      ),
    )
    .map((record) => (Object.keys(record).length ? { elements: record } : {}))
  return fc.tuple(attributes, some).map(([a, b]) => ({ ...a, ...b }))
}

describe.each(Object.keys(wraps) as WrapType[])('%s', (type) => {
  it('is read back as it was written', () => {
    const any = fc.record(
      { type: fc.constant(type), root: branchOf(wraps[type]), signature: fc.constant(signature) },
      { requiredKeys: ['type', 'root'] },
    )
    fc.assert(
      fc.property(any, (wrap) => {
        expect(decodeWrap(encodeWrap(wrap))).toEqual({ wrap, remarks: [] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a transport message', () => {
  const rules = (wrap: Wrap) => validateWrap(wrap).map(({ path, rule }) => [path, rule])

  it('as we make it has no fault', () => {
    expect(validateWrap(wrapOf(parcel))).toEqual([])
  })

  it('is told each fault where it is', () => {
    const bad = wrapOf({
      copMsgId: '',
      senderId: 'X'.repeat(17),
      receiverIds: ['1', '2', '3', '4', '5', '6'],
      createdAt: '2026-02-30T09:30:00',
      msgType: '',
      data: 'PGE',
    })
    bad.root.attributes = { ver: '1.1' }
    expect(rules(bad)).toEqual([
      ['@ver', 'dxp-fixed'],
      ['TransInfo/CopMsgId', 'dxp-length'],
      ['TransInfo/SenderId', 'dxp-length'],
      ['TransInfo/ReceiverIds/ReceiverId', 'dxp-too-many'],
      ['TransInfo/CreatTime', 'dxp-time'],
      ['Data', 'dxp-base64'],
    ])
    expect(rules({ type: 'DxpMsg', root: {} })).toEqual([
      ['@ver', 'dxp-required'],
      ['TransInfo', 'dxp-required'],
      ['Data', 'dxp-required'],
    ])
    expect(rules({ type: 'DxpRep', root: { attributes: { ver: '1.0' } } }).map(([path]) => path)).toEqual([
      'RecevierId',
      'Response',
    ])
  })

  it('keeps to the limits of the specification', () => {
    const at = (table: Element, ...path: string[]): Element =>
      path.reduce<Element>(
        (element, name) =>
          'elements' in element ? element.elements.find((one) => one.name === name)! : element,
        table,
      )
    const max = (element: Element) =>
      'content' in element && element.content.kind === 'text' ? element.content.max : undefined
    const head = ['CopMsgId', 'SenderId', 'MsgType'].map((name) => max(at(dxpMsg, 'TransInfo', name)))
    expect(head).toEqual([255, 16, 30])
    expect(at(dxpMsg, 'TransInfo', 'ReceiverIds', 'ReceiverId').max).toBe(5)
    expect(at(dxpRep, 'Response').max).toBeUndefined()
  })

  it('is read with any prefix, in the wrap of a server, and in spite of what is unknown', () => {
    const xml = encodeWrap({ ...wrapOf(parcel), signature })
    const prefixed = xml
      .replace(' xmlns="', ' xmlns:dxp="')
      .replace(/<(\/?)(?=[A-Z])/g, '<$1dxp:')
      .replace('</dxp:TransInfo>', '<dxp:Extra><dxp:Data>no</dxp:Data></dxp:Extra></dxp:TransInfo>')
    const { wrap, remarks } = decodeWrap(prefixed)
    expect([textsAt(wrap, 'Data'), wrap.signature]).toEqual([[parcel.data], signature])
    expect(remarks.map(({ path, rule }) => [path, rule])).toEqual([['TransInfo/Extra', 'xml-unknown']])
    const served = xml.replace(
      /\?>\n(.*)\n/s,
      '?><DxpMsgSv xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><SvNo Ver="1.0"><MsgId>1</MsgId></SvNo>$1</DxpMsgSv>',
    )
    expect(decodeWrap(served).wrap).toEqual(decodeWrap(xml).wrap)
  })

  it('that is none, or is dangerous, is refused', () => {
    for (const xml of [
      '<a/>',
      'x',
      '<DxpMsgSv xmlns="http://www.chinaport.gov.cn/dxp"/>',
      '<!DOCTYPE a><DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"/>',
      `<DxpMsg>${'<b>'.repeat(70)}`,
    ])
      expect(() => decodeWrap(xml)).toThrow(CebRefusal)
    expect(() => encodeWrap({ type: 'DxpMsg', root: { elements: { Colour: [{}] } } })).toThrow(CebRefusal)
  })
})
