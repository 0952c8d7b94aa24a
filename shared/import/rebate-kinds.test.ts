import { describe, expect, it } from 'vitest'
import { library } from '../../test/fixtures/import/dbf'
import { zipped } from '../../test/fixtures/import/handmade'
import { reasons, reportOf, run } from '../../test/fixtures/import/run'
import type { DeclarationFact, FxFact, InvoiceFact, RateFact } from '../model/rebate/facts'
import { completeRecord, inOwnRows, withRefusedRows } from './mended-file'

const csv = (...rows: string[][]) =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')

describe('purchase invoices', () => {
  const header = [
    '序号',
    '数电票号码',
    '销方识别号',
    '销方名称',
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
    '2026/5/1',
    '*陶瓷*杯',
    ...more,
  ]
  const digital = '数电发票（增值税专用发票）'
  const normal = ['个', '1,000', '10,000.00', '13%', '1300', digital, '正常', '退税']
  const file = csv(
    ['全量发票查询'],
    header,
    row('26332000000000000001', ...normal),
    row('26332000000000000002', '个', '', '50', '13%', '6.5', digital, '', ''),
    row('26332000000000000001', '个', '5', '50', '0.13', '6.5', digital, '', ''),
    row('26332000000000000002', ...normal),
    row('26332000000000000003', '个', '-5', '-50', '13%', '-6.5', digital, '已红冲-全额', ''),
  )

  it('rows of a number are one invoice; a refused row leaves it incomplete, and lines keep their place', async () => {
    const read = await run(file, 'invoices')
    const [first, second] = read.records as InvoiceFact[]
    expect(read.records).toHaveLength(2)
    expect(first).toMatchObject({ number: '26332000000000000001', kind: 'vatSpecial', form: 'digital' })
    expect(first).toMatchObject({ date: '2026-05-01', status: 'normal', usage: 'rebate' })
    expect(first!.lines.map(({ line, qty, net, rate }) => [line, qty, net, rate])).toEqual([
      [1, '1000', '10000', '0.13'],
      [2, '5', '50', '0.13'],
    ])
    expect(second).toMatchObject({ refusedRows: [4], lines: [{ line: 2, row: 6 }] })
    expect(reasons(read)).toEqual(['4 field.required', '7 invoice.red', '7 invoice.red'])
    expect(reportOf(read).amounts).toEqual({ CNY: '20050' })
  })

  it('the mended row completes its invoice in its own place', async () => {
    const { records } = await run(file, 'invoices')
    const stored = records[1] as InvoiceFact
    const again = await run(csv(header, row('26332000000000000002', ...normal)), 'invoices')
    const part = inOwnRows(again.records[0] as InvoiceFact, () => 4)
    const whole = withRefusedRows(completeRecord(stored, part), [])
    expect(whole.refusedRows).toBeUndefined()
    expect(whole.lines.map(({ line, row: at }) => [line, at])).toEqual([
      [1, 4],
      [2, 6],
    ])
  })

  it('joins code and number of older invoices, knows states, uses and 缴款书; the same again is a duplicate', async () => {
    const older = csv(
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
    const read = await run(older, 'invoices')
    expect(
      (read.records as InvoiceFact[]).map(({ number, kind, status, usage, lines }) => [
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
    const known = new Map(read.items.map(({ key, digest }) => [key, { digest }]))
    const again = await run(older, 'invoices', { existing: () => Promise.resolve(known) })
    expect(reportOf(again)).toMatchObject({ rowsRead: 2, rowsAccepted: 0, duplicates: 2 })
  })

  it('a 数电票 as XML is a table of one invoice, and says what it lacks', async () => {
    const xml = (qty: string) => `<?xml version="1.0"?><EInvoice><Header><EIid>26332000000000000001</EIid>
<InherentLabel><GeneralOrSpecialVAT><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>S1</SellerIdNum><SellerName>供应商</SellerName></SellerInformation>
<IssuItemInformation><ItemName>*陶瓷*杯</ItemName><MeaUnits>个</MeaUnits>${qty}<Amount>100.00</Amount><TaxRate>0.13</TaxRate>
</IssuItemInformation></EInvoiceData><TaxSupervisionInfo><IssueTime>2026-05-01</IssueTime></TaxSupervisionInfo></EInvoice>`
    const read = await run(xml('<Quantity>100</Quantity>'), 'invoices')
    expect(reportOf(read)).toMatchObject({ encoding: 'xml', rowsAccepted: 1 })
    expect(read.records[0]).toMatchObject({
      number: '26332000000000000001',
      form: 'digital',
      kind: 'vatSpecial',
      lines: [{ line: 1, qty: '100', rate: '0.13' }],
    })
    const { outcome } = await run(xml(''), 'invoices')
    expect(!outcome.ok && 'refusal' in outcome && outcome.refusal.message.zh).toContain('数量')
    expect((await run(xml(''), 'orders')).outcome).toMatchObject({ ok: false })
  })

  it('an OFD is a table of the invoice attached to it; one that holds none says what to bring instead', async () => {
    const attached = `<eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019"><fp:InvoiceCode>033002600113</fp:InvoiceCode>
<fp:InvoiceNo>21010038</fp:InvoiceNo><fp:IssueDate>2026年04月07日</fp:IssueDate><fp:SellerName>供应商</fp:SellerName>
<fp:GoodsInfo><fp:Item>*陶瓷*杯</fp:Item><fp:MeasurementDimension>个</fp:MeasurementDimension><fp:Quantity>100</fp:Quantity>
<fp:Amount>300.00</fp:Amount><fp:TaxScheme>13%</fp:TaxScheme></fp:GoodsInfo></eInvoice>`
    const ofd = (xml: string) => zipped({ 'OFD.xml': '<OFD/>', 'Doc_0/Attachs/original_invoice.xml': xml })
    const read = await run(ofd(attached), 'invoices')
    expect(reportOf(read)).toMatchObject({ encoding: 'ofd', rowsAccepted: 1, rowsRefused: 0 })
    expect(read.records[0]).toMatchObject({
      number: '03300260011321010038',
      code: '033002600113',
      kind: 'vatSpecial',
      form: 'electronic',
      date: '2026-04-07',
      lines: [{ qty: '100', net: '300', rate: '0.13' }],
    })
    const { outcome } = await run(ofd('<a/>'), 'invoices')
    expect(!outcome.ok && 'refusal' in outcome && outcome.refusal.fix.zh).toContain('XML')
    const large = await run(ofd(`<a>${' '.repeat(9 * 1024 * 1024)}</a>`), 'invoices')
    expect(!large.outcome.ok && 'refusal' in large.outcome && large.outcome.refusal.rule).toBe(
      'file.too-large',
    )
  })
})

describe('the library of rates', () => {
  it('is read from DBF: percent or fraction, open ends, each wrong field named', async () => {
    const read = await run(library(), 'rates')
    expect(reportOf(read)).toMatchObject({ encoding: 'dbf', rowsRead: 3, rowsAccepted: 2 })
    expect((read.records as RateFact[]).map(({ source: _, ...entry }) => entry)).toEqual([
      {
        record: 'rate',
        kind: 'rate',
        code: '6911101900',
        name: '杯',
        levyRate: '0.13',
        rebateRate: '0.13',
        specialFlag: '',
        from: '2019-04-01',
        to: null,
      },
      {
        record: 'rate',
        kind: 'rate',
        code: '85414300',
        levyRate: '0.13',
        rebateRate: '0',
        specialFlag: '1',
        from: '2026-04-01',
        to: null,
      },
    ])
    expect(read.refused[0]!.errors.map(({ column }) => column).sort()).toEqual([
      'CODE',
      'ENDDATE',
      'STARTDATE',
      'TSFLAG',
      'TSL',
    ])
  })

  it('needs a code, a rate and a day, which may be told; JSON is read the same way', async () => {
    const bare = csv(['商品代码', '退税率（%）'], ['6911101900', '13'])
    expect((await run(bare, 'rates')).outcome).toMatchObject({
      ok: false,
      refusal: { missing: [{ field: 'from' }] },
    })
    const map = { code: '商品代码', rebateRate: '退税率（%）', from: { constant: '2026-01-01' } }
    expect((await run(bare, 'rates', { map })).records[0]).toMatchObject({
      rebateRate: '0.13',
      from: '2026-01-01',
    })
    const entry = { code: '6911101900', rebateRate: '0.09', specialFlag: '', from: '2026-01-01', to: null }
    const json = await run(JSON.stringify({ version: '2026B', entries: [entry] }), 'rates')
    expect(json.records[0]).toMatchObject(entry)
  })
})

it('declared items: 21 digits, words for mode and terms, fees as totals; what is none is refused', async () => {
  const read = await run(
    csv(
      [
        '报关单号',
        '项号',
        '商品编号',
        '商品名称',
        '出口日期',
        '监管方式',
        '成交方式',
        '总价',
        '币制',
        '运费',
        '成交数量',
        '成交单位',
      ],
      [
        '310120260000000001',
        '2',
        '7323940000',
        '杯',
        '2026-04-02',
        '一般贸易(0110)',
        '1',
        '2500',
        'USD',
        '80',
        '10',
        '个',
      ],
      [
        '310120260000000001003',
        '',
        '7323940000',
        '杯',
        '2026-04-02',
        '跨境电商出口海外仓',
        'FOB',
        '10',
        '美元',
        '',
        '',
        '',
      ],
      ['31012026', '1', '7323940000', '杯', '2026-04-02', '无此方式', 'DAP', '10', 'USD', '', '-1', ''],
      ['310120260000000001', '', '7323940000', '杯', '2026-02-30', '0110', '', '', '', '', '', ''],
    ),
    'declarations',
  )
  expect(
    (read.records as DeclarationFact[]).map(({ no, item, supervisionMode, tradeTerms }) => [
      no,
      item,
      supervisionMode,
      tradeTerms,
    ]),
  ).toEqual([
    ['310120260000000001', 2, '0110', 'CIF'],
    ['310120260000000001', 3, '9810', 'FOB'],
  ])
  expect(read.records[0]).toMatchObject({ freight: { mark: '3', value: '80', currency: 'USD' } })
  expect(reasons(read)).toEqual([
    '4 field.shape',
    '4 field.shape',
    '4 field.shape',
    '4 field.shape',
    '5 field.day',
    '5 field.required',
  ])
  expect(reportOf(read).amounts).toEqual({ USD: '2510' })
})

it('exchange rates: for 1 or for 100, with what they are for', async () => {
  const read = await run(
    csv(
      ['日期', '币种', '中间价', '每单位', '汇率种类', '来源'],
      ['2026/6/1', '美元', '712.34', '100', '中间价', '外汇交易中心'],
      ['2026-06-01', 'EUR', '7.8', '', '海关计征汇率', ''],
      ['2026-06-01', 'EUR', '0', '1', '市价', ''],
    ),
    'exchange-rates',
  )
  expect(
    (read.records as FxFact[]).map(({ kind, currency, date, rate, origin }) => [
      kind,
      currency,
      date,
      rate,
      origin,
    ]),
  ).toEqual([
    ['centralParity', 'USD', '2026-06-01', '7.1234', '外汇交易中心'],
    ['customs', 'EUR', '2026-06-01', '7.8', ''],
  ])
  expect(reasons(read)).toEqual(['4 field.shape', '4 field.choice'])
})
