import type { Case } from '../case'

const NO = '290720260000000001'
const item = {
  no: NO,
  item: 1,
  hsCode: '7323940000',
  name: '搪瓷水杯',
  qty: '100',
  unit: '个',
  qty1: '40',
  unit1: '千克',
  exportDate: '2026-05-18',
  supervisionMode: '0110',
  tradeTerms: 'CIF',
  amount: '1050.00',
  currency: 'USD',
  freight: { mark: '3', value: '40', currency: 'USD' },
  insurance: { mark: '3', value: '10', currency: 'USD' },
  originPlace: '杭州',
  netWeight: '40',
  agentBroker: '某报关行',
}
const invoiceLine = {
  line: 1,
  name: '*金属制品*搪瓷水杯',
  taxCategoryCode: '1080301',
  unit: '个',
  qty: '100',
  net: '7000.00',
  rate: '0.13',
  tax: '910.00',
}
const invoice = {
  number: '26332000000000000001',
  kind: 'vatSpecial',
  date: '2026-05-01',
  sellerName: '供应商',
  sellerTaxNo: 'S1',
  sellerRegion: '杭州余杭',
  buyerName: '本企业',
  buyerTaxNo: 'B1',
  lines: [invoiceLine],
  status: 'normal',
  usage: 'rebate',
}
const exportRow = {
  linkNo: 'L1',
  declarationNo: NO,
  item: 1,
  qty: '100',
  exportInvoiceNo: 'E1',
  fobUsd: '1000.00',
}
const purchaseRow = {
  linkNo: 'L1',
  invoiceNumber: invoice.number,
  line: 1,
  hsCode: '7323940000',
  qty: '100',
  net: '7000.00',
  levyRate: '0.13',
  rebateRate: '0.13',
}
const settings = {
  taxCategoryChapters: [
    { prefix: '108', chapters: ['69'] },
    { prefix: '10803', chapters: ['73'] },
  ],
}
const papers = {
  declarationNo: NO,
  contracts: ['C1'],
  transport: ['T1'],
  broker: ['委托报关协议'],
  packingNetWeight: '41',
  transportNetWeight: '39',
  freightOrigin: '杭州',
}

type Change = {
  enterprise?: object
  item?: object
  /** Further items of the 报关单 that are not claimed. */
  siblings?: object[]
  invoice?: object
  invoiceLine?: object
  exports?: object[]
  purchases?: object[]
  ledger?: object
  papers?: object
  exportInvoices?: object[]
  contracts?: object[]
  forexReceipts?: object[]
  settings?: object
}

let count = 0
function claim(title: string, change: Change, expect: object): Case {
  const given = {
    enterprise: {
      type: 'trading',
      name: '本企业',
      taxNo: 'B1',
      method: 'exempt-refund',
      ...change.enterprise,
    },
    settings: { ...settings, ...change.settings },
    declarations: [item, ...(change.siblings ?? [])].map((one, at) => ({
      ...item,
      ...(at === 0 ? change.item : one),
    })),
    invoices: [{ ...invoice, lines: [{ ...invoiceLine, ...change.invoiceLine }], ...change.invoice }],
    claim: {
      period: '202606',
      batch: '001',
      exports: change.exports ?? [exportRow],
      purchases: change.purchases ?? [purchaseRow],
    },
    filingDocuments: [{ ...papers, ...change.papers }],
    ...(change.ledger && { ledger: change.ledger }),
    ...(change.exportInvoices && { exportInvoices: change.exportInvoices }),
    ...(change.contracts && { contracts: change.contracts }),
    ...(change.forexReceipts && { forexReceipts: change.forexReceipts }),
  }
  return {
    id: `OM-${String(++count).padStart(3, '0')}`,
    title,
    kind: 'rebate.match',
    asOf: '2026-07-05',
    given,
    expect: { ...expect },
  }
}

const D = `declaration:${NO}`
const I = `invoice:${invoice.number}`
const only = (rule: string, target: string, severity: 'blocking' | 'warning') => ({
  findings: [{ rule: `RB-${rule}`, target, severity }],
})
const clean = { findings: [] }
const receipt = (amount: string, currency = 'USD') => ({
  no: 'R1',
  date: '2026-06-01',
  currency,
  amount,
  declarationNo: NO,
  item: 1,
})
const paper = (amount: string, tradeTerms: string, more: object = {}) => ({
  no: 'E1',
  declarationNo: NO,
  item: 1,
  tradeTerms,
  amount,
  currency: 'USD',
  ...more,
})

/** One claim each; what is not said is a claim nothing is found about. */
export const claimCases: readonly Case[] = [
  claim('nothing to say', {}, clean),
  claim(
    'a number of 17 digits',
    {
      item: { no: '29072026000000001' },
      exports: [{ ...exportRow, declarationNo: '29072026000000001' }],
      papers: { declarationNo: '29072026000000001' },
    },
    only('A07', 'declaration:29072026000000001', 'blocking'),
  ),
  claim(
    '21 digits in the claim',
    { exports: [{ ...exportRow, declarationNo: `${NO}001` }] },
    only('A08', D, 'warning'),
  ),
  claim(
    '21 digits in the declaration: the first 18 are its number, its papers are found by them',
    {
      item: { no: `${NO}001` },
      contracts: [paper('1050.00', 'CIF', { declarationNo: `${NO}001` })],
      forexReceipts: [{ ...receipt('1050.00'), declarationNo: `${NO}001` }],
    },
    only('A08', D, 'warning'),
  ),
  claim(
    '21 digits in both',
    { item: { no: `${NO}001` }, exports: [{ ...exportRow, declarationNo: `${NO}001` }] },
    only('A08', D, 'warning'),
  ),
  claim(
    '21 digits claimed in an earlier period',
    {
      item: { no: `${NO}001` },
      ledger: { exports: [{ declarationNo: `${NO}001`, item: 1, period: '202605', batch: '001' }] },
    },
    {
      findings: [
        { rule: 'RB-A08', target: D, severity: 'warning' },
        { rule: 'RB-A11', target: `${D}#1`, severity: 'blocking' },
      ],
    },
  ),
  claim(
    'a number of 19 digits',
    {
      item: { no: `${NO}0` },
      exports: [{ ...exportRow, declarationNo: `${NO}0` }],
      papers: { declarationNo: `${NO}0` },
    },
    only('A07', `${D}0`, 'blocking'),
  ),
  claim(
    'one row claims more than was declared, though enough was bought',
    {
      item: { qty: '90', qty1: '36' },
      exports: [{ ...exportRow, qty: '100' }],
    },
    only('A11', `${D}#1`, 'blocking'),
  ),
  claim(
    'agency certificate without item',
    { exports: [{ ...exportRow, agencyCertificateNo: 'DL' }] },
    only('A09', `${D}#1`, 'blocking'),
  ),
  claim(
    'agency certificate with item',
    { exports: [{ ...exportRow, agencyCertificateNo: '3302026000101' }] },
    clean,
  ),
  claim(
    'number of a list',
    {
      item: { no: '29072026E000000001' },
      exports: [{ ...exportRow, declarationNo: '29072026E000000001' }],
      papers: { declarationNo: '29072026E000000001' },
    },
    { findingsInclude: [{ rule: 'RB-A10', target: 'declaration:29072026E000000001', severity: 'warning' }] },
  ),
  claim(
    'claimed before',
    { ledger: { exports: [{ declarationNo: NO, item: 1 }] } },
    only('A11', `${D}#1`, 'blocking'),
  ),
  claim('another item was claimed before', { ledger: { exports: [{ declarationNo: NO, item: 11 }] } }, clean),
  claim(
    'invoice used up before',
    { ledger: { purchases: [{ invoiceNumber: invoice.number, line: 1, qty: '0.5', net: '0' }] } },
    only('A12', `${I}#1`, 'blocking'),
  ),
  claim(
    'invoice used up in money',
    { ledger: { purchases: [{ invoiceNumber: invoice.number, line: 1, qty: '0', net: '0.01' }] } },
    only('A12', `${I}#1`, 'blocking'),
  ),
  claim(
    'exported before declared',
    { item: { declareDate: '2026-05-19' } },
    only('A13', `${D}#1`, 'warning'),
  ),
  claim(
    '8 digits of goods code',
    { item: { hsCode: '73239400' }, purchases: [{ ...purchaseRow, hsCode: '73239400' }] },
    only('A14', `${D}#1`, 'blocking'),
  ),
  claim(
    'booked after export, 2026',
    { item: { revenueDate: '2026-06-01' } },
    only('A15', `${D}#1`, 'warning'),
  ),
  claim(
    'booked after export, 2025',
    {
      item: { revenueDate: '2026-06-01', exportDate: '2025-12-31' },
      settings: { invoiceAfterExportDays: 200 },
    },
    clean,
  ),
  claim(
    'rate above levy',
    { purchases: [{ ...purchaseRow, levyRate: '0.09', rebateRate: '0.13' }] },
    only('C03', `${I}#1`, 'blocking'),
  ),
  claim(
    'rate above levy, 免抵退 of 2019-06-30',
    {
      enterprise: { type: 'manufacturer', method: 'exempt-credit-refund' },
      item: { exportDate: '2019-06-30', amount: undefined, originPlace: undefined },
      invoice: { date: '2019-06-01' },
      purchases: [{ ...purchaseRow, levyRate: '0.13', rebateRate: '0.16' }],
    },
    { findingsExclude: [{ rule: 'RB-C03' }] },
  ),
  claim(
    'rate above levy, 免抵退 of 2019-07-01',
    {
      enterprise: { type: 'manufacturer', method: 'exempt-credit-refund' },
      item: { exportDate: '2019-07-01' },
      invoice: { date: '2019-06-01' },
      purchases: [{ ...purchaseRow, levyRate: '0.13', rebateRate: '0.16' }],
    },
    { findingsInclude: [{ rule: 'RB-C03', target: `${I}#1`, severity: 'blocking' }] },
  ),
  claim(
    'two rates in a link',
    {
      purchases: [
        purchaseRow,
        { ...purchaseRow, hsCode: '6911101900', qty: '0', net: '0', rebateRate: '0.09' },
      ],
    },
    { findingsInclude: [{ rule: 'RB-C14', target: 'link:L1', severity: 'warning' }] },
  ),
  claim('no purchases', { purchases: [] }, only('E01', 'link:L1', 'blocking')),
  claim('no exports', { exports: [] }, only('E01', 'link:L1', 'blocking')),
  claim(
    'an invoice line that nobody brought',
    { purchases: [{ ...purchaseRow, line: 2 }] },
    only('E01', 'link:L1', 'blocking'),
  ),
  claim(
    'a declared item that nobody brought',
    { exports: [exportRow, { ...exportRow, item: 2, qty: '0', fobUsd: '0' }] },
    only('E01', 'link:L1', 'blocking'),
  ),
  claim(
    'one piece short',
    { purchases: [{ ...purchaseRow, qty: '99', net: '6930.00' }] },
    only('E02', 'link:L1/7323940000', 'blocking'),
  ),
  claim(
    'one piece over',
    { exports: [{ ...exportRow, qty: '99' }] },
    {
      ...only('E02', 'link:L1/7323940000', 'warning'),
      links: [{ linkNo: 'L1', exportQty: '99', purchaseQty: '100', claimableNet: '6930', keptQty: '1' }],
    },
  ),
  claim(
    'by weight, converted',
    { invoiceLine: { unit: '千克', qty: '40' }, purchases: [{ ...purchaseRow, qty: '40' }] },
    clean,
  ),
  claim('a unit nobody declared', { invoiceLine: { unit: '箱' } }, only('E03', `${I}#1`, 'blocking')),
  claim(
    'name within the name',
    { invoiceLine: { name: '*金属制品*搪瓷水杯 500ml' } },
    only('E04', `${I}#1`, 'warning'),
  ),
  claim('width and blanks do not count', { invoiceLine: { name: '*金属制品* 搪瓷　水杯' } }, clean),
  claim('another name', { invoiceLine: { name: '*金属制品*铝壶' } }, only('E04', `${I}#1`, 'blocking')),
  claim(
    'tax category of other goods',
    { invoiceLine: { taxCategoryCode: '1080901' } },
    only('E05', `${I}#1`, 'warning'),
  ),
  claim('another buyer', { invoice: { buyerName: '别的企业' } }, only('E06', I, 'blocking')),
  claim('abnormal voucher', { invoice: { status: 'abnormal' } }, only('E07', I, 'blocking')),
  claim('supplier not normal', { invoice: { sellerStatus: 'nonNormal' } }, only('E07', I, 'blocking')),
  claim('ticked for credit', { invoice: { usage: 'credit' } }, only('E08', I, 'blocking')),
  claim('dated 30 days after export', { invoice: { date: '2026-06-17' } }, clean),
  claim('dated 31 days after export', { invoice: { date: '2026-06-18' } }, only('E09', I, 'warning')),
  claim(
    'dated the day after, from elsewhere',
    { invoice: { date: '2026-05-19', sellerRegion: '温州' } },
    {
      findings: [
        { rule: 'RB-E09', target: I, severity: 'warning' },
        { rule: 'RB-E10', target: `${D}#1`, severity: 'warning' },
      ],
    },
  ),
  claim('freight from elsewhere', { papers: { freightOrigin: '温州' } }, only('E10', `${D}#1`, 'warning')),
  claim('contract FOB equals declaration CIF', { contracts: [paper('1000.00', 'FOB')] }, clean),
  claim(
    'contract FOB with the CIF amount',
    { contracts: [paper('1050.00', 'FOB')] },
    only('E11', `${D}#1`, 'warning'),
  ),
  claim(
    'a contract that names no item of a single one speaks of it',
    { contracts: [{ ...paper('1049.00', 'CIF'), item: undefined }] },
    clean,
  ),
  claim(
    'and does not agree with it',
    { contracts: [{ ...paper('1048.99', 'CIF'), item: undefined }] },
    only('E11', `${D}#1`, 'warning'),
  ),
  ...(['2049.00', '2048.99'] as const).map((amount, at) =>
    claim(
      `a contract over two items, ${amount}`,
      {
        siblings: [{ item: 2, amount: '1000.00', netWeight: '0', freight: undefined, insurance: undefined }],
        contracts: [{ ...paper(amount, 'CIF'), item: undefined }],
      },
      at === 0 ? clean : only('E11', `${D}#1`, 'warning'),
    ),
  ),
  claim(
    'an export invoice in another currency',
    { exportInvoices: [{ ...paper('1050.00', 'CIF'), no: 'E1', currency: 'EUR' }] },
    only('E11', `${D}#1`, 'warning'),
  ),
  claim('money in another currency is not compared', { forexReceipts: [receipt('900.00', 'EUR')] }, clean),
  claim(
    'receipts in parts, a dollar short',
    { forexReceipts: [receipt('1000.00'), receipt('49.00')] },
    clean,
  ),
  claim(
    'receipts in parts, a dollar and a cent short',
    { forexReceipts: [receipt('1000.00'), receipt('48.99')] },
    only('E11', `${D}#1`, 'warning'),
  ),
  claim(
    'every item states the same freight: it may be that of the whole',
    { siblings: [{ item: 2, insurance: undefined, netWeight: '0' }] },
    only('C10', D, 'warning'),
  ),
  ...(
    [
      ['another freight', { freight: { mark: '3', value: '41', currency: 'USD' } }],
      ['another currency', { freight: { mark: '3', value: '40', currency: 'EUR' } }],
      ['none', { freight: undefined }],
      ['a share', { freight: { mark: '3', value: '40', currency: 'USD', whole: '80' } }],
    ] as const
  ).map(([title, more]) =>
    claim(
      `the second item states ${title}`,
      { siblings: [{ item: 2, insurance: undefined, netWeight: '0', ...more }] },
      clean,
    ),
  ),
  claim(
    'the same freight on both, sold FOB: nothing is deducted',
    {
      item: { tradeTerms: 'FOB' },
      siblings: [{ item: 2, tradeTerms: 'FOB', netWeight: '0' }],
    },
    clean,
  ),
  claim(
    'both items state a freight of zero',
    {
      item: { freight: { mark: '3', value: '0', currency: 'USD' } },
      siblings: [
        {
          item: 2,
          freight: { mark: '3', value: '0', currency: 'USD' },
          insurance: undefined,
          netWeight: '0',
        },
      ],
    },
    clean,
  ),
  claim('weight off by 5 %', { papers: { packingNetWeight: '42' } }, clean),
  claim('weight off by more', { papers: { packingNetWeight: '42.001' } }, only('E12', D, 'warning')),
  claim(
    'no export invoice',
    { exports: [{ ...exportRow, exportInvoiceNo: undefined }] },
    only('E13', `${D}#1`, 'warning'),
  ),
  claim(
    'an export invoice used twice',
    {
      exportInvoices: [
        paper('1050.00', 'CIF'),
        paper('1050.00', 'CIF', { declarationNo: '290720260000000002' }),
      ],
    },
    only('E13', 'exportInvoice:E1', 'warning'),
  ),
  claim('cost at the upper end', { settings: { exchangeCostBand: ['5.0', '7.0'] } }, clean),
  claim(
    'cost above the band',
    { settings: { exchangeCostBand: ['5.0', '6.99'] } },
    only('E14', 'link:L1', 'warning'),
  ),
  claim(
    'no cost for a manufacturer',
    { enterprise: { type: 'manufacturer' }, settings: { exchangeCostBand: ['5.0', '6.99'] } },
    clean,
  ),
  claim('a broker without papers', { papers: { broker: [] } }, only('E16', D, 'warning')),
  claim(
    'a broker without papers, 2025',
    { item: { exportDate: '2025-12-31' }, papers: { broker: [] }, invoice: { date: '2025-12-01' } },
    clean,
  ),
  claim(
    'dispatched after export, 2025',
    { item: { exportDate: '2025-12-31' }, invoice: { date: '2025-12-01', dispatchDate: '2026-01-01' } },
    only('E17', I, 'blocking'),
  ),
  claim(
    'dispatched after export, 2026',
    { invoice: { dispatchDate: '2026-05-19' } },
    only('E17', I, 'warning'),
  ),
]
