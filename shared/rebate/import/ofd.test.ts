import { describe, expect, it } from 'vitest'
import { readOfdInvoice } from './ofd'

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const data = (entries: Record<string, string>) =>
  `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>${Object.entries(entries)
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`)
    .join(
      '',
    )}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`
const page = (texts: Record<string, string>) =>
  `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${Object.entries(texts)
    .map(
      ([id, text]) =>
        `<ofd:TextObject ID="${id}"><ofd:TextCode><![CDATA[${text}]]></ofd:TextCode></ofd:TextObject>`,
    )
    .join('')}</ofd:Layer></ofd:Content></ofd:Page>`
const refs = (name: string, ...ids: string[]) =>
  `<ofd:${name}>${ids.map((id) => `<ofd:ObjectRef PageRef="1">${id}</ofd:ObjectRef>`).join('')}</ofd:${name}>`
const tags = (body: string) => `<ofd:root ${OFD}>${body}</ofd:root>`

const attached = (code = '033002600113', more = '', total = '300.00') =>
  `<eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019" Version="1.0">
<fp:InvoiceCode>${code}</fp:InvoiceCode><fp:InvoiceNo>21010038</fp:InvoiceNo><fp:IssueDate>2026年04月07日</fp:IssueDate>
<fp:Buyer><fp:BuyerName><![CDATA[本企业 & 子]]></fp:BuyerName><fp:BuyerTaxID>B1</fp:BuyerTaxID></fp:Buyer>
<fp:Seller><fp:SellerName>供应商</fp:SellerName><fp:SellerTaxID>S1</fp:SellerTaxID></fp:Seller>
<fp:TaxTotalAmount>39.00</fp:TaxTotalAmount><fp:TaxExclusiveTotalAmount>${total}</fp:TaxExclusiveTotalAmount><fp:GoodsInfos>
<fp:GoodsInfo><fp:Item>*陶瓷*杯</fp:Item><fp:Code>1080102</fp:Code><fp:Specification/><fp:MeasurementDimension>个</fp:MeasurementDimension>
<fp:Price>3</fp:Price><fp:Quantity>100</fp:Quantity><fp:Amount>300.00</fp:Amount><fp:TaxScheme>13%</fp:TaxScheme><fp:TaxAmount>39.00</fp:TaxAmount></fp:GoodsInfo>${more}
</fp:GoodsInfos></eInvoice>`

const NUMBER = '26332000000000000007'
const texts: Record<string, string> = {
  ...{
    1: '电子发票（增值税专用发票）',
    2: NUMBER,
    3: '2026年06月03日',
    4: '本企',
    5: '业',
    6: 'B1',
    7: '供应商',
  },
  ...{
    8: 'S1',
    9: '¥',
    10: '150.00',
    11: '*陶瓷*杯',
    12: '*陶瓷*盘',
    13: '个',
    14: '只',
    15: '100',
    16: '10',
  },
  ...{ 17: '100.00', 18: '50.00', 19: '13%', 20: '13%', 21: '13.00', 22: '6.50', 23: '大号' },
}
const head = [
  refs('InvoiceNo', '2'),
  refs('IssueDate', '3'),
  `<ofd:Buyer>${refs('BuyerName', '4', '5')}${refs('BuyerTaxID', '6')}</ofd:Buyer>`,
  `<ofd:Seller>${refs('SellerName', '7')}${refs('SellerTaxID', '8')}</ofd:Seller>`,
  refs('TaxExclusiveTotalAmount', '9', '10'),
].join('')
const lists = (quantities = ['15', '16']) =>
  [
    refs('Item', '11', '12'),
    refs('Specification', '23'),
    refs('MeasurementDimension', '13', '14'),
    refs('Quantity', ...quantities),
    refs('Amount', '17', '18'),
    refs('TaxScheme', '19', '20'),
    refs('TaxAmount', '21', '22'),
  ].join('')

const invoiceOf = (...parts: string[]) => {
  const read = readOfdInvoice(parts)
  if (!('invoice' in read)) throw new Error(JSON.stringify(read.refused))
  return read.invoice
}
const fieldsRefused = (...parts: string[]) => {
  const read = readOfdInvoice(parts)
  return 'refused' in read ? read.refused.map(({ field }) => field) : []
}

describe('an invoice as OFD', () => {
  it('is read from the invoice attached to it, whatever stands on its page', () => {
    expect(invoiceOf(data({ 发票号码: '21010038' }), attached(), page({ 1: '900.00' }))).toEqual({
      number: '03300260011321010038',
      code: '033002600113',
      kind: 'vatSpecial',
      form: 'electronic',
      date: '2026-04-07',
      sellerName: '供应商',
      sellerTaxNo: 'S1',
      buyerName: '本企业 & 子',
      buyerTaxNo: 'B1',
      lines: [
        {
          line: 1,
          name: '*陶瓷*杯',
          taxCategoryCode: '1080102',
          unit: '个',
          qty: '100',
          net: '300',
          rate: '0.13',
          tax: '39',
        },
      ],
      status: 'normal',
      usage: 'none',
    })
    expect(invoiceOf(attached('033002600111')).kind).toBe('vatOrdinary')
  })

  it('is read from the tags that name the texts of its page, in their order', () => {
    const { number, kind, form, date, buyerName, lines } = invoiceOf(page(texts), tags(head + lists()))
    expect({ number, kind, form, date, buyerName }).toEqual({
      number: NUMBER,
      kind: 'vatSpecial',
      form: 'digital',
      date: '2026-06-03',
      buyerName: '本企业',
    })
    expect(
      lines.map(({ name, spec, unit, qty, net, rate, tax }) => [name, spec, unit, qty, net, rate, tax]),
    ).toEqual([
      ['*陶瓷*杯', undefined, '个', '100', '100', '0.13', '13'],
      ['*陶瓷*盘', undefined, '只', '10', '50', '0.13', '6.5'],
    ])
  })

  it('takes several texts of one line together, and lines by their group where they have one', () => {
    const one = { ...texts, 10: '100.00' }
    const single = [
      refs('Item', '11', '23'),
      refs('MeasurementDimension', '13'),
      refs('Quantity', '15'),
      refs('Amount', '9', '17'),
      refs('TaxScheme', '19'),
    ].join('')
    expect(invoiceOf(page(one), tags(head + single)).lines[0]).toMatchObject({
      name: '*陶瓷*杯大号',
      net: '100',
    })
    const group = (item: string, spec: string, qty: string, net: string) =>
      `<ofd:GoodsInfo>${refs('Item', item)}${spec}${refs('Quantity', qty)}${refs('Amount', net)}${refs('TaxScheme', '19')}</ofd:GoodsInfo>`
    const grouped = group('11', '', '15', '17') + group('12', refs('Specification', '23'), '16', '18')
    expect(invoiceOf(page(texts), tags(head + grouped)).lines.map(({ spec, qty }) => [spec, qty])).toEqual([
      [undefined, '100'],
      ['大号', '10'],
    ])
  })

  it.each<[string, string[], string[]]>([
    ['lists of different length', [page(texts), tags(head + lists(['15']))], ['Item']],
    ['lines that miss the total', [page({ ...texts, 10: '151.00' }), tags(head + lists())], ['Amount']],
    ['tags without a total', [page({ ...texts, 10: '' }), tags(head + lists())], ['TaxExclusiveTotalAmount']],
    ['attached lines that miss the total', [attached(undefined, '', '299.99')], ['Amount']],
    ['another number in its data', [data({ 发票号码: '1' }), attached()], ['InvoiceNo']],
    ['a title against its code', [attached(), page({ 1: '浙江增值税电子普通发票' })], ['title']],
    ['no word of its kind', [page({ ...texts, 1: '电子发票' }), tags(head + lists())], ['title']],
    ['an object that is two texts', [page(texts), page({ 2: '1' }), tags(head + lists())], ['InvoiceNo']],
    [
      'a line taken back',
      [
        attached(
          undefined,
          '<fp:GoodsInfo><fp:Quantity>1</fp:Quantity><fp:Amount>-1</fp:Amount><fp:TaxScheme>13%</fp:TaxScheme></fp:GoodsInfo>',
          '299',
        ),
      ],
      ['Amount'],
    ],
    [
      'texts without a word what they are',
      [page(texts)],
      ['InvoiceNo', 'IssueDate', 'GoodsInfo', 'TaxExclusiveTotalAmount'],
    ],
    ['two documents', ['<OFD><DocBody/><DocBody/></OFD>', attached()], ['DocBody']],
    [
      'an entity',
      ['<!DOCTYPE a [<!ENTITY x "y">]><eInvoice/>'],
      ['InvoiceNo', 'IssueDate', 'title', 'GoodsInfo', 'TaxExclusiveTotalAmount'],
    ],
  ])('is refused for %s', (_, parts, fields) => {
    expect(fieldsRefused(...parts)).toEqual(fields)
  })
})
