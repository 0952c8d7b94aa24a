import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../codes/load'
import type { CebDocument } from '../model/list'
import { decodeMessage } from './decode'
import { encodeMessage } from './encode'
import { isAccepted } from './fault'
import type { MessageType, Values } from './message'
import type { CheckContext } from './rules/context'
import { changed, inventory, logistics, messageOf, order, receipts } from './testing/sample'
import { validateDecoded, validateDocument, validateMessage } from './validate'

const context: CheckContext = { codes: await loadCodeBook(), today: '20260401' }

const found = (type: MessageType, document: CebDocument, check = context) =>
  validateDocument(type, document, check).map((one) => `${one.path.replace(/^\w+\[1\]\//, '')} ${one.rule}`)

const list = (values: Record<string, string | undefined>, line?: number) => changed(inventory, values, line)

describe('sound documents', () => {
  it.each([
    ['CEB303', order],
    ['CEB403', receipts],
    ['CEB505', logistics],
    ['CEB603', inventory],
  ] as const)('%s has no fault', (type, document) => {
    expect(validateDocument(type, document, context)).toEqual([])
    const faults = validateMessage(messageOf(type, document), context)
    expect(faults.map((one) => one.rule)).toEqual(type === 'CEB603' ? ['signature-missing'] : [])
    expect(isAccepted(faults)).toBe(true)
  })
})

describe('fields', () => {
  it.each([
    ['absent', { copNo: undefined }, 'required'],
    ['empty', { copNo: '' }, 'required'],
    ['one character too long', { copNo: 'x'.repeat(31) }, 'length'],
    ['counted in characters, not code units', { ebpName: '𠮷'.repeat(101) }, 'length'],
    ['not exactly 36', { guid: 'A'.repeat(35) }, 'length'],
    ['empty although a length is set', { preNo: '' }, 'empty'],
    ['by the printed length only', { invtNo: '123' }, 'length-printed'],
    ['no date', { ieDate: '20260229' }, 'time'],
    ['no hour', { appTime: '20260228240000' }, 'time'],
    ['not one of the values', { statisticsFlag: 'C' }, 'value'],
    ['absent from a complete table', { trafMode: 'Q' }, 'code'],
    ['absent from an incomplete table', { customsCode: '3999' }, 'code-unlisted'],
    ['internal', { customsCode: '9900' }, 'code-internal'],
    ['out of use', { country: '349' }, 'code-obsolete'],
    ['a continent', { country: '300' }, 'code-group'],
    ['not confirmed', { fCurrency: '143' }, 'code-unverified'],
    ['with a blank', { orderNo: 'A-1001 ' }, 'spaces'],
    ['in lower case', { guid: '4cde1cfd-eded-46b1-946c-000000000004' }, 'guid-case'],
    ['with a control character', { ebpName: 'a\u0002' }, 'character'],
    ['unknown', { colour: 'red' }, 'unknown-field'],
  ])('%s', (_what, values, rule) => {
    const name = Object.keys(values)[0]
    expect(found('CEB603', list(values))).toEqual([`InventoryHead/${name} ${rule}`])
  })

  it.each(['-1', '+1', '1.', '.5', '1e3', '1,000', ' 1', '0.123456', '123456789012345', '一', 'NaN'])(
    'the number %s is refused',
    (value) => expect(found('CEB505', changed(logistics, { freight: value }))).toEqual(['freight decimal']),
  )

  it.each(['0', '12345678901234.12345', '007.50'])('the number %s is taken', (value) => {
    expect(found('CEB505', changed(logistics, { freight: value }))).toEqual([])
  })

  it('whole numbers stay whole and within their digits', () => {
    expect(found('CEB505', changed(logistics, { packNo: '1.0' }))).toEqual(['packNo whole'])
    expect(found('CEB505', changed(logistics, { packNo: '1000000000' }))).toEqual(['packNo whole'])
    expect(found('CEB505', changed(logistics, { packNo: '999999999' }))).toEqual([])
  })

  it('an empty optional text is the same as none', () => {
    expect(found('CEB603', list({ iacCode: '', trafName: '', licenseNo: '' }))).toEqual([])
  })

  it('a port code of the old edition is not measured by the table of the new one', () => {
    expect(found('CEB603', list({ POD: 'ZZZ' }))).toEqual([])
    expect(found('CEB603', list({ POD: 'ZZ' }))).toEqual(['InventoryHead/POD length'])
  })

  it('a code the officer added is known', async () => {
    const codes = await loadCodeBook({ district: [{ code: '3999', zh: '新海关' }] })
    expect(found('CEB603', list({ customsCode: '3999' }), { ...context, codes })).toEqual([])
  })

  it('ISO letters are refused with the number that is meant', () => {
    const [fault] = validateDocument('CEB505', changed(logistics, { currency: 'USD' }), context)
    expect([fault?.rule, fault?.fix.zh]).toEqual(['code-letters', '改为数字代码，如502 美元'])
  })

  it('ISO letters instead of customs numbers are a setting', () => {
    const iso: CheckContext = { ...context, codeSet: 'iso' }
    expect(found('CEB505', changed(logistics, { currency: 'CNY' }), iso)).toEqual([])
    expect(found('CEB505', changed(logistics, { currency: 'USDX' }), iso)).toEqual(['currency length'])
  })

  it('every fault of a document comes at once, each with words and a remedy in both languages', () => {
    const faults = validateDocument('CEB603', { head: {}, lines: [{}] }, context)
    expect(faults.length).toBe(36 + 14)
    for (const { message, fix } of faults) {
      for (const text of [message.zh, message.en, fix.zh, fix.en]) expect(text).toMatch(/\S/)
      expect(message.zh + message.en + fix.zh + fix.en).not.toMatch(/\{\w+\}/)
    }
  })
})

describe('identifiers', () => {
  const agent = (agentCode: string, practice = false) =>
    found('CEB603', list({ agentCode }), { ...context, practice })

  it('parties are a customs code or a credit code with its check character', () => {
    expect(agent('91350100M000100Y43')).toEqual([])
    expect(agent('91350100M000100Y44')).toEqual(['InventoryHead/agentCode party-check'])
    expect(agent('94350100M000100Y43')).toEqual(['InventoryHead/agentCode party-category'])
    expect(agent('91170100M000100Y43')).toEqual(['InventoryHead/agentCode party-region'])
    expect(agent('12345')).toEqual(['InventoryHead/agentCode party-shape'])
    expect(agent('NO')).toEqual(['InventoryHead/agentCode party-shape'])
  })

  it('a practice book uses numbers that are unsound by design, but of the right shape', () => {
    expect(agent('91000000YIGUAN0001'.replace(/[IO]/g, '0'), true)).toEqual([])
    expect(agent('0000000000', true)).toEqual([])
    expect(agent('12345', true)).toEqual(['InventoryHead/agentCode party-shape'])
  })

  it('words are allowed where the specification allows them', () => {
    expect(found('CEB603', list({ ownerCode: 'NO', ebpCode: '无' }))).toEqual([])
  })

  it('HS code and bar code', () => {
    expect(found('CEB603', list({ gcode: '691110190' }, 0))).toEqual(['InventoryList[1]/gcode length'])
    expect(found('CEB603', list({ gcode: '69111019AB' }, 0))).toEqual(['InventoryList[1]/gcode gcode'])
    expect(found('CEB603', list({ gcode: '7711101900' }, 0))).toEqual([
      'InventoryList[1]/gcode gcode-chapter',
    ])
    expect(found('CEB603', list({ barCode: '4006381333932' }, 1))).toEqual([
      'InventoryList[2]/barCode barcode',
    ])
    expect(found('CEB603', list({ barCode: 'SKU-77' }, 1))).toEqual([])
  })
})

describe('rules over several fields', () => {
  it.each([
    ['total is not the product', { totalPrice: '25.6' }, 0, ['totalPrice total-price']],
    ['a product within rounding of the price', { qty: '3', price: '3.33333', totalPrice: '10' }, 0, []],
    [
      'a product just beyond it',
      { qty: '3', price: '3.33333', totalPrice: '10.00002' },
      0,
      ['totalPrice total-price'],
    ],
    ['free of charge', { price: '0', totalPrice: '0' }, 0, ['price price-zero', 'totalPrice price-zero']],
    [
      'nothing of it',
      { qty: '0', qty1: '0', totalPrice: '0' },
      0,
      ['totalPrice price-zero', 'qty quantity-zero', 'qty1 quantity-zero'],
    ],
    ['same unit, other quantity', { qty1: '3' }, 1, ['qty1 unit-quantity']],
    ['same second unit, other quantity', { unit2: '015' }, 1, ['qty2 unit-quantity']],
    ['second unit without quantity', { qty2: undefined }, 1, ['qty2 second-unit']],
    ['second quantity without unit', { unit2: '' }, 1, ['unit2 second-unit']],
    ['second quantity of nothing', { qty2: '0' }, 1, ['qty2 second-unit']],
    ['a gap in the numbers', { gnum: '3' }, 1, ['gnum gnum-sequence']],
    ['a number twice', { gnum: '1' }, 1, ['gnum gnum-sequence']],
    ['two currencies', { currency: '300' }, 1, ['currency currency-lines']],
    ['to China', { country: '142' }, 1, ['country export-country']],
  ])('list line: %s', (_what, values, line, rules) => {
    const expected = rules.map((rule) => `InventoryList[${line + 1}]/${rule}`)
    expect(found('CEB603', list(values, line))).toEqual(expected)
  })

  it.each([
    ['heavier than with packing', { netWeight: '1.26' }, ['netWeight net-weight']],
    ['as heavy as with packing', { netWeight: '1.250' }, []],
    ['without weight', { netWeight: '0', packNo: '0' }, ['netWeight weight-zero', 'packNo weight-zero']],
    ['simplified under licence', { licenseNo: 'L1' }, ['statisticsFlag flag-licence']],
    [
      'summary of business exports',
      { tradeMode: '9710', statisticsFlag: 'B' },
      ['statisticsFlag flag-business'],
    ],
    ['to China', { country: '142' }, ['country export-country']],
    ['submitted tomorrow', { appTime: '20260402000000' }, ['appTime time-future']],
  ])('list head: %s', (_what, values, rules) => {
    expect(found('CEB603', list(values))).toEqual(rules.map((rule) => `InventoryHead/${rule}`))
  })

  it('special zone export needs its company, book and items', () => {
    expect(found('CEB603', list({ tradeMode: '1210', emsNo: '' }))).toEqual([
      'InventoryHead/iacCode mode-bonded',
      'InventoryHead/iacName mode-bonded',
      'InventoryHead/emsNo mode-bonded',
      'InventoryList[1]/itemRecordNo mode-bonded',
      'InventoryList[2]/itemRecordNo mode-bonded',
    ])
  })

  it('order: gifts, sums and currency', () => {
    const gift = changed(order, { price: '0', totalPrice: '0' }, 1)
    expect(found('CEB303', gift)).toEqual(['OrderList[2]/price gift', 'OrderHead/goodsValue goods-value'])
    expect(isAccepted(validateDocument('CEB303', gift, context))).toBe(true)
    expect(found('CEB303', changed(order, { currency: '300' }, 1))).toEqual([
      'OrderList[2]/currency currency-head',
    ])
    expect(found('CEB403', changed(receipts, { charge: '0.00' }))).toEqual(['charge amount-zero'])
  })

  it('lines: between one and a hundred, none where there are none', () => {
    const line = (at: number): Values => ({ ...inventory.lines?.[0], gnum: `${at + 1}` })
    const many = Array.from({ length: 101 }, (_, at) => line(at))
    expect(found('CEB603', { ...inventory, lines: many })).toEqual(['InventoryList occurs'])
    expect(found('CEB603', { ...inventory, lines: many.slice(1).map((_, at) => line(at)) })).toEqual([])
    expect(found('CEB603', { head: inventory.head })).toEqual(['InventoryList occurs'])
    expect(found('CEB505', { ...logistics, lines: [{}] })).toEqual(['lines occurs'])
  })

  it('summary: a period in order, or numbers', () => {
    const apply = { msgCount: '1', msgSeqNo: '1' }
    const rules = (values: Values, lines?: Values[]) =>
      found('CEB701', { head: { ...apply, ...values }, lines }).filter((one) => !/ required$/.test(one))
    const number = { invtNo: '310520260I00000001' }
    expect(rules({}, [number])).toEqual([])
    expect(rules({})).toEqual(['SummaryApplyHead/startTime summary-empty'])
    expect(rules({ startTime: '20260301000000' })).toEqual(['SummaryApplyHead/endTime summary-period'])
    expect(rules({ startTime: '20260301000000', endTime: '20260228000000' })).toEqual([
      'SummaryApplyHead/endTime summary-period',
    ])
    expect(rules({ msgSeqNo: '2' }, [number])).toEqual(['SummaryApplyHead/msgSeqNo message-part'])
  })

  it('return: goods do not come from China, and a line stands there once', () => {
    const head = { country: '142' }
    const rules = found('CEB213', { head, lines: [{ gnum: '4' }, { gnum: '4' }, { gnum: '2' }] })
    expect(rules.filter((one) => !/ (required|required-printed)$/.test(one))).toEqual([
      'InvtRefundList[2]/gnum gnum-repeated',
      'InvtRefundHead/country return-country',
    ])
  })
})

describe('import', () => {
  const rules = (type: MessageType, head: Values, lines: Values[] = [{}]) =>
    found(type, { head, lines }).filter((one) => !/ (required|required-printed)$/.test(one))

  it('orders are paid in CNY and add up', () => {
    const sums = { goodsValue: '100', freight: '10', taxTotal: '9.1', discount: '5', currency: '142' }
    const lines = [{ totalPrice: '100' }]
    expect(rules('CEB311', { ...sums, acturalPaid: '114.10' }, lines)).toEqual([])
    expect(rules('CEB311', { ...sums, acturalPaid: '114' }, lines)).toEqual([
      'OrderHead/acturalPaid really-paid',
    ])
    expect(rules('CEB311', { currency: '502' }, [{ currency: '502' }])).toEqual([
      'OrderHead/currency value',
      'OrderList[1]/currency value',
    ])
  })

  it('buyers are named by a sound identity number', () => {
    expect(rules('CEB311', { buyerIdType: '2', buyerIdNumber: '33010219200403064X' })).toEqual([
      'OrderHead/buyerIdType value',
    ])
    expect(rules('CEB311', { buyerIdNumber: '330102192004030641' })).toEqual([
      'OrderHead/buyerIdNumber resident',
    ])
  })

  it('direct purchase and bonded lists need different things', () => {
    expect(rules('CEB621', { tradeMode: '9610', country: '142' })).toEqual([
      'InventoryHead/trafNo mode-direct',
      'InventoryHead/voyageNo mode-direct',
      'InventoryHead/billNo mode-direct',
      'InventoryHead/country mode-country',
    ])
    expect(rules('CEB621', { tradeMode: '1210', country: '303', billNo: 'B' })).toEqual([
      'InventoryHead/emsNo mode-bonded',
      'InventoryHead/areaCode mode-bonded',
      'InventoryHead/areaName mode-bonded',
      'InventoryList[1]/itemRecordNo mode-bonded',
      'InventoryHead/billNo mode-transport',
      'InventoryHead/country mode-country',
    ])
    expect(rules('CEB621', { packNo: '2' })).toEqual(['InventoryHead/packNo value'])
  })
})

describe('receipts', () => {
  const head = {
    guid: '4CDE1CFD-EDED-46B1-946C-000000000004',
    agentCode: 'anything',
    copNo: 'C1',
    preNo: 'B20260302000000001',
    invtNo: '',
    ebcCode: 'x',
    ebpCode: '无',
    orderNo: 'A',
    statisticsFlag: 'A',
    returnStatus: '2',
    returnTime: '20260302093001000',
    returnInfo: '',
  }

  it('are held to the schema, not to what we would write', () => {
    expect(found('CEB604', { head })).toEqual([])
    const odd = validateDocument(
      'CEB604',
      { head: { ...head, returnTime: '20261302093001000', invtNo: '1' } },
      context,
    )
    expect(odd.map((one) => [one.rule, one.severity])).toEqual([
      ['length-printed', 'warn'],
      ['time', 'warn'],
    ])
    expect(found('CEB604', { head: { ...head, returnTime: '2026' } })).toEqual(['returnTime length'])
    expect(found('CEB604', changed({ head }, { invtNo: undefined }))).toEqual(['invtNo required'])
  })

  it('have no transfer and no signature', () => {
    const message = { ...messageOf('CEB604', { head }), signature: '<a/>' }
    expect(validateMessage(message, context).map((one) => `${one.path} ${one.rule}`)).toEqual([
      'BaseTransfer occurs',
      'Signature signature-unexpected',
    ])
  })
})

describe('messages', () => {
  it('hold 1 to 100 documents, each once, each with its own guid', () => {
    const one = (n: number) =>
      changed(logistics, {
        guid: `4CDE1CFD-EDED-46B1-946C-${`${n}`.padStart(12, '0')}`,
        logisticsNo: `L${n}`,
      })
    const many = Array.from({ length: 101 }, (_, n) => one(n))
    const rules = (documents: CebDocument[]) =>
      validateMessage(messageOf('CEB505', ...documents), context).map(
        (fault) => `${fault.path} ${fault.rule}`,
      )
    expect(rules(many.slice(1))).toEqual([])
    expect(rules(many)).toEqual(['Logistics occurs'])
    expect(rules([])).toEqual(['Logistics occurs'])
    expect(rules([one(1), changed(one(2), { guid: one(1).head.guid })])).toEqual([
      'Logistics[2]/guid guid-repeated',
    ])
    expect(rules([one(1), changed(one(2), { logisticsNo: 'L1' })])).toEqual([
      'Logistics[2]/logisticsNo key-repeated',
    ])
  })

  it('name who transmits, and are signed where the schema wants it', () => {
    const message = messageOf('CEB505', logistics)
    const rules = (change: object) =>
      validateMessage({ ...message, ...change }, context).map((fault) => `${fault.path} ${fault.rule}`)
    expect(rules({ transfer: undefined })).toEqual(['BaseTransfer occurs'])
    expect(rules({ transfer: { ...message.transfer, dxpMode: 'FTP' } })).toEqual([
      'BaseTransfer/dxpMode value',
    ])
    expect(rules({ guid: 'x', version: '' })).toEqual(['@guid length', '@version length'])
    const subscribe = { status: 'ALL', dxpMode: 'DXP', dxpAddress: 'D' }
    expect(rules({ subscribes: Array(5).fill(subscribe) })).toEqual([])
    expect(rules({ subscribes: Array(6).fill(subscribe) })).toEqual(['BaseSubscribe occurs'])
    const unsigned = validateMessage(messageOf('CEB623', { head: {} }), context)
    expect(unsigned.find((fault) => fault.rule === 'signature-missing')?.severity).toBe('refuse')
    // There is no certificate for an enterprise that does not exist.
    const practised = validateMessage(messageOf('CEB623', { head: {} }), { ...context, practice: true })
    expect(practised.find((fault) => fault.rule === 'signature-missing')?.severity).toBe('warn')
  })

  it('read from XML carry what was off about it, once', () => {
    const xml = encodeMessage(messageOf('CEB505', logistics)).replace(
      '<ceb:packNo>',
      '<ceb:colour/><ceb:packNo>',
    )
    const faults = validateDecoded(decodeMessage(xml), context)
    expect(faults.map((one) => `${one.path} ${one.rule}`)).toEqual(['Logistics[1]/colour xml-unknown'])
    expect(isAccepted(faults)).toBe(false)
  })
})
