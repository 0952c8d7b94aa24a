import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDbf } from '../../import/dbf'
import type { RawRow } from '../../import/rows'
import { RateIndex } from '../rate-lookup'
import { dayOf, numberOf, rateOf } from './cells'
import { readEInvoice } from './einvoice'
import { readFxRows } from './exchange-rates'
import { grossOf, readInvoiceRows } from './purchase-invoices'
import { readRateJson, readRateRows, withVersion } from './rate-library'

const sheet = (...rows: string[][]): RawRow[] => rows.map((cells, at) => ({ row: at + 1, cells }))
const decoder = (encoding: string) => new TextDecoder(encoding)

/** A dBASE III file of text fields; `names` are given as GBK bytes, because TextEncoder writes UTF-8 only. */
function dbf(
  fields: [string, number][],
  records: { deleted?: boolean; cells: (string | number[])[] }[],
): Uint8Array {
  const width = 1 + fields.reduce((sum, [, length]) => sum + length, 0)
  const start = 32 + 32 * fields.length + 1
  const bytes = new Uint8Array(start + records.length * width + 1).fill(0x20, start)
  const view = new DataView(bytes.buffer)
  bytes.set([0x03, 126, 6, 9])
  view.setUint32(4, records.length, true)
  view.setUint16(8, start, true)
  view.setUint16(10, width, true)
  fields.forEach(([name, length], at) => {
    bytes.set(
      [...name].map((c) => c.charCodeAt(0)),
      32 + 32 * at,
    )
    bytes[32 + 32 * at + 11] = 'C'.charCodeAt(0)
    bytes[32 + 32 * at + 16] = length
  })
  bytes[start - 1] = 0x0d
  records.forEach(({ deleted, cells }, at) => {
    let offset = start + at * width
    bytes[offset++] = deleted ? 0x2a : 0x20
    cells.forEach((cell, n) => {
      bytes.set(typeof cell === 'string' ? [...cell].map((c) => c.charCodeAt(0)) : cell, offset)
      offset += fields[n]![1]
    })
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

const 杯 = [0xb1, 0xad]
const library = () =>
  dbf(
    [
      ['CODE', 14],
      ['NAME', 20],
      ['ZSSL_SET', 8],
      ['TSL', 8],
      ['TSFLAG', 1],
      ['STARTDATE', 8],
      ['ENDDATE', 8],
    ],
    [
      { cells: ['6911101900', 杯, '13.00', '13', '', '20190401', '99991231'] },
      { deleted: true, cells: ['1111111111', '', '1', '1', '', '20190401', ''] },
      { cells: ['85414300', '', '0.13', '0', '1', '20260401', ''] },
      { cells: ['12', '', '13', 'x', '3', '2026', '20261332'] },
    ],
  )

describe('the library as DBF', () => {
  it('is read with its GBK names, rates as percent or fraction, without deleted records', () => {
    const read = readDbf(library(), decoder)
    if (!read.ok) throw new Error(read.why.en)
    expect(read.table).toMatchObject({ updated: '2026-06-09', deleted: 1 })
    const { entries, refused } = readRateRows(read.table.rows)
    expect(entries).toEqual([
      {
        code: '6911101900',
        name: '杯',
        levyRate: '0.13',
        rebateRate: '0.13',
        specialFlag: '',
        from: '2019-04-01',
        to: null,
      },
      { code: '85414300', levyRate: '0.13', rebateRate: '0', specialFlag: '1', from: '2026-04-01', to: null },
    ])
    expect(refused.map(({ row, field }) => [row, field])).toEqual([
      [5, 'code'],
      [5, 'rebateRate'],
      [5, 'specialFlag'],
      [5, 'from'],
      [5, 'to'],
    ])
    const found = new RateIndex(entries).lookUp('8541430000', '2026-04-01')
    expect(found).toMatchObject({ kind: 'found', entry: { code: '85414300' } })
  })

  it('never throws on bytes that are none, and refuses a file that is cut off (property)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof readDbf(bytes, decoder).ok).toBe('boolean')
      }),
    )
    const whole = library()
    for (const cut of [whole.length - 30, 100, 33, 0]) {
      expect(readDbf(whole.subarray(0, cut), decoder).ok).toBe(false)
    }
  })
})

describe('versions of the library', () => {
  const v1 = {
    version: '2025B',
    entries: [
      { code: '8507600090', rebateRate: '0.09', specialFlag: '' as const, from: '2024-12-01', to: null },
    ],
  }
  const v2 = {
    version: '2026B',
    published: '2026-06-09',
    entries: [
      {
        code: '8507600090',
        rebateRate: '0.06',
        specialFlag: '' as const,
        from: '2026-04-01',
        to: '2026-12-31',
      },
      { code: '8507600090', rebateRate: '0', specialFlag: '1' as const, from: '2027-01-01', to: null },
    ],
  }

  it('a newer one ends what was open the day before, keeps the past, and twice is once', () => {
    const merged = withVersion(v1, v2)
    expect(merged).toMatchObject({ version: '2026B', published: '2026-06-09' })
    expect(merged.entries.map(({ rebateRate, from, to }) => [rebateRate, from, to])).toEqual([
      ['0.09', '2024-12-01', '2026-03-31'],
      ['0.06', '2026-04-01', '2026-12-31'],
      ['0', '2027-01-01', null],
    ])
    expect(withVersion(merged, v2)).toEqual(merged)
  })

  it('is read as JSON with or without its version, and says what is wrong with it', () => {
    expect(readRateJson(JSON.stringify(v2))).toEqual({ library: v2 })
    expect(readRateJson(JSON.stringify(v2.entries))).toMatchObject({ library: { version: '' } })
    const bad = readRateJson(JSON.stringify([{ ...v1.entries[0], rebateRate: '9%' }]))
    expect('refused' in bad && bad.refused.length).toBeGreaterThan(0)
  })

  it('a sheet needs a code, a rate and a day; the day may be told', () => {
    const rows = sheet(['商品代码', '退税率（%）'], ['6911101900', '13'])
    expect(readRateRows(rows).refused.map(({ field }) => field)).toEqual(['from'])
    expect(readRateRows(rows, '2026-01-01').entries[0]).toMatchObject({
      rebateRate: '0.13',
      from: '2026-01-01',
    })
    const odd = sheet(['HS', 'R'], ['6911101900', '9%'])
    expect(readRateRows(odd).refused).toHaveLength(1)
    expect(readRateRows(odd, '2026-01-01', { code: 'HS', rebateRate: 'R' }).entries[0]!.rebateRate).toBe(
      '0.09',
    )
  })
})

describe('purchase invoices as a sheet', () => {
  const header = [
    '序号',
    '数电票号码',
    '销方识别号',
    '销方名称',
    '购方识别号',
    '购买方名称',
    '开票日期',
    '货物或应税劳务名称',
    '单位',
    '数量',
    '金额',
    '税率',
    '税额',
    '发票票种',
    '发票状态',
    '用途',
  ]
  const row = (number: string, ...more: string[]) => [
    '1',
    number,
    'S1',
    '供应商',
    'B1',
    '本企业',
    '2026-05-01',
    '*陶瓷*杯',
    ...more,
  ]
  const normal = ['个', '1,000', '10,000.00', '13%', '1300', '数电发票（增值税专用发票）', '正常', '退税']

  it('rows of a number are one invoice; a bad row refuses its whole invoice', () => {
    const read = readInvoiceRows(
      sheet(
        ['全量发票查询'],
        header,
        row('26332000000000000001', ...normal),
        row('26332000000000000001', '个', '5', '50', '0.13', '6.5', '', '', ''),
        row('26332000000000000002', ...normal),
        row('26332000000000000002', '个', '', '50', '13%', '6.5', '', '', ''),
        row(
          '26332000000000000003',
          '个',
          '-5',
          '-50',
          '13%',
          '-6.5',
          '数电发票（增值税专用发票）',
          '已红冲-全额',
          '',
        ),
      ),
    )
    expect(read.rowsRead).toBe(5)
    expect(read.invoices).toHaveLength(1)
    expect(read.invoices[0]).toMatchObject({
      number: '26332000000000000001',
      kind: 'vatSpecial',
      form: 'digital',
      status: 'normal',
      usage: 'rebate',
    })
    expect(read.invoices[0]!.lines.map(({ line, qty, net, rate }) => [line, qty, net, rate])).toEqual([
      [1, '1000', '10000', '0.13'],
      [2, '5', '50', '0.13'],
    ])
    expect(grossOf(read.invoices[0]!)).toBe('11356.5')
    expect(read.refused.map(({ row: at, field }) => [at, field])).toEqual([
      [6, 'qty'],
      [7, 'qty'],
      [7, 'net'],
    ])
    expect(read.unknown).toEqual(['序号'])
  })

  it('joins code and number of older invoices, and knows states and uses', () => {
    const rows = sheet(
      [
        '发票代码',
        '发票号码',
        '开票日期',
        '货物名称',
        '数量',
        '金额',
        '税率',
        '发票票种',
        '发票状态',
        '用途',
      ],
      ['3302', '00012345', '20260501', '杯', '1', '1', '1%', '增值税普通发票', '作废', '抵扣'],
      [
        '',
        '222920260000000001',
        '2026年5月1日',
        '杯',
        '1',
        '1',
        '13',
        '海关进口增值税专用缴款书',
        '正常',
        '',
      ],
    )
    expect(
      readInvoiceRows(rows).invoices.map(({ number, kind, status, usage, lines }) => [
        number,
        kind,
        status,
        usage,
        lines[0]!.rate,
      ]),
    ).toEqual([
      ['330200012345', 'vatOrdinary', 'void', 'credit', '0.01'],
      ['222920260000000001', 'customsPayment', 'normal', 'none', '0.13'],
    ])
    expect(readInvoiceRows(sheet(['订单号', '数量'])).refused).toHaveLength(1)
  })
})

describe('数电票 as XML', () => {
  const xml = (more = '', label = '增值税专用发票') => `<?xml version="1.0"?><EInvoice>
<Header><EIid>26332000000000000001</EIid><InherentLabel><EInvoiceType><LabelName>数电票</LabelName></EInvoiceType>
<GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>${label}</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>S1</SellerIdNum><SellerName>供应商 &amp; 子</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>B1</BuyerIdNum><BuyerName>本企业</BuyerName></BuyerInformation>
<IssuItemInformation><ItemName>*陶瓷*杯</ItemName><MeaUnits>个</MeaUnits><Quantity>100</Quantity><UnPrice>1</UnPrice><Amount>100.00</Amount><TaxRate>0.13</TaxRate><ComTaxAm>13.00</ComTaxAm><TaxClassificationCode>1080102</TaxClassificationCode></IssuItemInformation>${more}
</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>26332000000000000001</InvoiceNumber><IssueTime>2026-05-01</IssueTime></TaxSupervisionInfo></EInvoice>`

  it('is read by the names of its elements', () => {
    const read = readEInvoice(xml())
    if (!('invoice' in read)) throw new Error(JSON.stringify(read.refused))
    expect(read.invoice).toEqual({
      number: '26332000000000000001',
      kind: 'vatSpecial',
      form: 'digital',
      date: '2026-05-01',
      sellerName: '供应商 & 子',
      sellerTaxNo: 'S1',
      buyerName: '本企业',
      buyerTaxNo: 'B1',
      lines: [
        {
          line: 1,
          name: '*陶瓷*杯',
          taxCategoryCode: '1080102',
          unit: '个',
          qty: '100',
          net: '100',
          rate: '0.13',
          tax: '13',
        },
      ],
      status: 'normal',
      usage: 'none',
    })
  })

  it.each([
    [
      'a line without quantity',
      xml('<IssuItemInformation><Amount>1</Amount><TaxRate>0.13</TaxRate></IssuItemInformation>'),
      ['Quantity'],
    ],
    [
      'another document',
      '<a/>',
      ['InvoiceNumber', 'IssueTime', 'GeneralOrSpecialVAT', 'IssuItemInformation'],
    ],
    ['no kind', xml('', '其他'), ['GeneralOrSpecialVAT']],
    ['broken XML', '<EInvoice>', ['file']],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', ['file']],
  ])('refuses %s and says so', (_, text, fields) => {
    const read = readEInvoice(text)
    expect('refused' in read && read.refused.map(({ field }) => field)).toEqual(fields)
  })
})

it('exchange rates: by name or letters, for 1 or for 100, with what they are for', () => {
  const read = readFxRows(
    sheet(
      ['日期', '币种', '中间价', '单位'],
      ['2026/6/1', '美元', '712.34', '100'],
      ['2026-06-01', 'EUR', '7.8', ''],
      ['2026-06-01', '??', '0', '1'],
    ),
    'centralParity',
    '中国外汇交易中心',
  )
  expect(read.rates).toEqual([
    {
      kind: 'centralParity',
      currency: 'USD',
      date: '2026-06-01',
      rate: '7.1234',
      source: '中国外汇交易中心',
    },
    { kind: 'centralParity', currency: 'EUR', date: '2026-06-01', rate: '7.8', source: '中国外汇交易中心' },
  ])
  expect(read.refused.map(({ field }) => field)).toEqual(['currency', 'rate'])
})

it('numbers, rates and days as sheets write them', () => {
  expect(['1,234.50', ' ￥12 ', '１２', '1,23', 'a', ''].map(numberOf)).toEqual([
    '1234.5',
    '12',
    '12',
    undefined,
    undefined,
    undefined,
  ])
  expect(['13%', '13', '13.0000', '0.13', '1', '0', '-3', '1300', '9％'].map(rateOf)).toEqual([
    '0.13',
    '0.13',
    '0.13',
    '0.13',
    '0.01',
    '0',
    undefined,
    undefined,
    '0.09',
  ])
  expect(['2026-02-29', '2024-2-29', '20260301', '2026年3月1日', 'x'].map(dayOf)).toEqual([
    undefined,
    '2024-02-29',
    '2026-03-01',
    '2026-03-01',
    undefined,
  ])
})
