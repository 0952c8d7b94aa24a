import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dbf, library } from '../../../test/fixtures/import/dbf'
import { readDbf } from '../../table/dbf'
import { dayOf, numberOf, rateOf } from './cells'
import { readEInvoice } from './einvoice'
import { readRateJson, withVersion } from './rate-library'

const decoder = (encoding: string) => new TextDecoder(encoding)

describe('the library as DBF', () => {
  it('is read with its GBK names and without deleted records', () => {
    const read = readDbf(library(), decoder)
    if (!read.ok) throw new Error(read.why.en)
    expect(read.table).toMatchObject({ updated: '2026-06-09', deleted: 1 })
    expect(read.table.rows.map(({ row, cells }) => [row, cells[1]])).toEqual([
      [1, 'NAME'],
      [2, '杯'],
      [4, ''],
      [5, ''],
    ])
  })

  it('names a memo column as one that was not read, and keeps nothing of it', () => {
    const bytes = dbf(
      [
        ['CODE', 10],
        ['SM', 10, 'M'],
        ['N', 4, 'I'],
      ],
      [{ cells: ['6911101900', '         1', [1, 0, 0, 0]] }],
    )
    bytes[0] = 0xf5
    const read = readDbf(bytes, decoder)
    if (!read.ok) throw new Error(read.why.en)
    expect(read.table.rows.map(({ cells }) => cells)).toEqual([
      ['CODE', 'SM（备注字段，在 .FPT 中，未读）', 'N（二进制字段，未读）'],
      ['6911101900', '', ''],
    ])
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
