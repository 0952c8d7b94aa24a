import type { Case } from '../case'

export const enterprise = {
  type: 'trading',
  taxpayer: 'general',
  rebateFiled: true,
  method: 'exempt-refund',
} as const
export const zoned = { ...enterprise, zone: { registered: true }, platformRegistered: true }
export const maker = { ...enterprise, type: 'manufacturer', method: 'exempt-credit-refund' }

const declaration = {
  no: '290720260000000001',
  item: 1,
  hsCode: '7323940000',
  name: '搪瓷水杯',
  exportDate: '2026-05-18',
  supervisionMode: '0110',
  tradeTerms: 'FOB',
  amount: '1000.00',
  currency: 'USD',
}
export const line = {
  line: '1',
  declaration,
  goodsSource: 'purchased',
  vouchers: [{ type: 'vatSpecial' }],
  departed: true,
  bookedAsSale: true,
  fxStatus: 'collected',
  buyer: 'overseas',
}
export const rate = (code: string, rebateRate: string, specialFlag = '', more: object = {}) => ({
  code,
  levyRate: '0.13',
  rebateRate,
  specialFlag,
  from: '2011-01-01',
  to: null,
  ...more,
})
const library = [rate('7323940000', '0.13')]
export const on = (exportDate: string, more: object = {}) => ({ ...declaration, exportDate, ...more })
export const retail = { statisticsFlag: 'B', platformRecordComplete: true, clearedAtZoneCustoms: true }

type Given = {
  enterprise?: object
  line?: object
  asOf?: string
  rateLibrary?: object[]
  cancelledRefundList?: object[]
}

let count = 0
export function treatment(title: string, given: Given, expect: object, findings: object = {}): Case {
  const { asOf = '2026-07-10', line: changed = {}, ...rest } = given
  return {
    id: `OT-${String(++count).padStart(3, '0')}`,
    title,
    kind: 'rebate.treatment',
    asOf,
    given: { enterprise, rateLibrary: library, ...rest, lines: [{ ...line, ...changed }] },
    expect: { lines: [{ line: '1', ...expect }], ...findings },
  }
}
export const by = (rule: string, value: string, more: object = {}) => ({
  treatment: value,
  decidedBy: `RB-${rule}`,
  ...more,
})
export const warns = (rule: string) => ({
  findingsInclude: [{ rule: `RB-${rule}`, target: 'line:1', severity: 'warning' }],
})
const bare = { vouchers: [] }
const noInvoice = (mode: string, exportDate: string, list: object = retail) => ({
  ...bare,
  declaration: on(exportDate, { supervisionMode: mode }),
  ecommerceList: list,
  noInvoiceExemptionClaimed: true,
})

/** One line each; what is not said is an ordinary export by a trading company with a special invoice. */
export const treatmentCases: readonly Case[] = [
  treatment('ordinary refund', {}, by('B10', 'refund', { inputVat: 'refund', reasonsInclude: ['RB-A06'] })),
  treatment(
    'before the first layer',
    { line: { declaration: on('2010-12-31') } },
    { treatment: 'needs-confirmation' },
  ),
  treatment(
    'fraud before everything',
    { line: { riskAnswers: ['forgedVoucher'], declaration: on('2026-05-18', { supervisionMode: '0214' }) } },
    by('B23', 'taxed'),
  ),
  treatment('no agency formalities', { line: { entrusted: true } }, by('B28', 'taxed')),
  treatment(
    'no agency formalities, 2025',
    { line: { entrusted: true, declaration: on('2025-12-31') } },
    by('B10', 'refund'),
  ),
  treatment(
    'agency formalities kept',
    { line: { entrusted: true, agencyFormalities: true } },
    by('B10', 'refund'),
  ),
  treatment(
    'faulty papers until 2025',
    { line: { paperFaults: [7], declaration: on('2025-12-31') } },
    by('B29', 'taxed'),
  ),
  treatment('faulty papers from 2026', { line: { paperFaults: [7] } }, by('B29', 'needs-confirmation')),
  treatment('day after 36 months', { asOf: '2029-05-19' }, by('B25', 'taxed', { inputVat: 'creditable' })),
  treatment('last day of 36 months', { asOf: '2029-05-18' }, by('B10', 'refund')),
  treatment(
    'declared exempt on the last day',
    { asOf: '2030-01-01', line: { exemptDeclaredOn: '2029-05-18' } },
    by('B10', 'refund'),
  ),
  treatment(
    'declared exempt too late',
    { asOf: '2030-01-01', line: { exemptDeclaredOn: '2029-05-19' } },
    by('B25', 'taxed'),
  ),
  treatment(
    'last export of the older layer has no 36 months',
    { asOf: '2030-01-01', line: { declaration: on('2025-12-31') } },
    by('B10', 'refund', { reasonsExclude: ['RB-B25'] }),
  ),
  treatment(
    'first export of the newer layer has',
    { asOf: '2029-01-02', line: { declaration: on('2026-01-01') } },
    by('B25', 'taxed'),
  ),
  treatment(
    'vehicle into a zone',
    { line: { zoneEntry: 'bondedPort', goodsClass: 'transportVehicle' } },
    by('B03', 'taxed'),
  ),
  treatment('vehicle straight abroad', { line: { goodsClass: 'transportVehicle' } }, by('B10', 'refund')),
  treatment(
    'supplied material',
    { line: { declaration: on('2026-05-18', { supervisionMode: '0214' }) } },
    by('B19', 'exempt', { inputVat: 'toCost' }),
  ),
  treatment(
    'cancelled list from its day',
    { cancelledRefundList: [{ code: '7323', from: '2026-05-18' }] },
    by('B04', 'taxed'),
  ),
  treatment(
    'cancelled list a day later',
    { cancelledRefundList: [{ code: '7323', from: '2026-05-19' }] },
    by('B10', 'refund'),
  ),
  treatment(
    'cancelled list, bid won',
    {
      line: { cancelledListException: 'bidWonMechanical' },
      cancelledRefundList: [{ code: '7323', from: '2020-01-01' }],
      rateLibrary: [rate('7323940000', '0', '1')],
    },
    by('B10', 'refund'),
  ),
  treatment(
    'cancelled list, zone goods in 2025',
    {
      line: { cancelledListException: 'zoneGoods', declaration: on('2025-12-31') },
      cancelledRefundList: [{ code: '7323', from: '2020-01-01' }],
    },
    by('B04', 'taxed'),
  ),
  treatment(
    'cancelled list, zone goods in 2026',
    {
      line: { cancelledListException: 'zoneGoods' },
      cancelledRefundList: [{ code: '7323', from: '2020-01-01' }],
    },
    by('B10', 'refund'),
  ),
  treatment(
    'material at half of the cost, 2026',
    {
      line: { mainMaterial: { code: '7106919000', costShare: '0.50', annex9: true } },
      rateLibrary: [...library, rate('7106919000', '0', '1')],
    },
    by('B05', 'taxed', { reasonsInclude: ['RB-B09'], rateCode: '7106919000', inputVat: 'creditable' }),
  ),
  treatment(
    'the same goods of annex 8',
    {
      line: { mainMaterial: { code: '7106919000', costShare: '0.50', annex9: true }, annex8: true },
      rateLibrary: [...library, rate('7106919000', '0', '1')],
    },
    by('B10', 'refund'),
  ),
  treatment(
    'material at 80 % in 2025',
    {
      line: {
        declaration: on('2025-12-31'),
        mainMaterial: { code: '7106919000', costShare: '0.80', annex9: true },
      },
      rateLibrary: [...library, rate('7106919000', '0', '2')],
    },
    by('B06', 'exempt', { inputVat: 'toCost' }),
  ),
  treatment(
    'two extension codes',
    { rateLibrary: [rate('73239400001', '0.13'), rate('73239400002', '0.09')] },
    by('B08', 'needs-confirmation'),
  ),
  treatment(
    'extension code picked',
    {
      line: { declaration: on('2026-05-18', { extensionCode: '73239400002' }) },
      rateLibrary: [rate('73239400001', '0.13'), rate('73239400002', '0.09')],
    },
    by('B10', 'refund', { rebateRate: '0.09', rateCode: '73239400002' }),
  ),
  treatment(
    'no entry on the day',
    { rateLibrary: [rate('7323940000', '0.13', '', { to: '2026-05-17' })] },
    by('A14', 'needs-confirmation'),
  ),
  treatment('rate 0, no mark', { rateLibrary: [rate('7323940000', '0')] }, by('B07', 'needs-confirmation')),
  treatment(
    'small on the export date',
    {
      enterprise: {
        ...enterprise,
        taxpayer: 'general',
        taxpayerHistory: [
          { taxpayer: 'small', from: '2020-01-01' },
          { taxpayer: 'general', from: '2026-05-19' },
        ],
      },
    },
    by('A04', 'exempt', { refundAllowed: false, inputVat: 'toCost' }),
  ),
  treatment(
    'general since the export date',
    {
      enterprise: {
        ...enterprise,
        taxpayerHistory: [
          { taxpayer: 'small', from: '2020-01-01' },
          { taxpayer: 'general', from: '2026-05-18' },
        ],
      },
    },
    by('B10', 'refund'),
  ),
  treatment(
    'small without voucher, 2026',
    { enterprise: { ...enterprise, taxpayer: 'small' }, line: bare },
    { treatment: 'needs-confirmation', refundAllowed: false, reasonsInclude: ['RB-B12'] },
  ),
  treatment(
    'gave up the exemption',
    { enterprise: { ...enterprise, waiver: { from: '2026-05-01', choice: 'taxed' } } },
    by('B24', 'taxed'),
  ),
  treatment(
    'gave up from the next month',
    { enterprise: { ...enterprise, waiver: { from: '2026-06-01', choice: 'taxed' } } },
    by('B10', 'refund'),
  ),
  treatment(
    'resumed too early',
    {
      asOf: '2028-07-01',
      enterprise: {
        ...enterprise,
        waiver: { from: '2026-02-01', choice: 'exempt', resumedOn: '2028-06-01' },
      },
      line: { declaration: on('2028-06-10') },
    },
    by('B24', 'exempt'),
    warns('B24'),
  ),
  treatment(
    'resumed after 36 months to the day',
    {
      asOf: '2029-03-01',
      enterprise: {
        ...enterprise,
        waiver: { from: '2026-02-01', choice: 'exempt', resumedOn: '2029-02-01' },
      },
      line: { declaration: on('2029-02-01') },
    },
    by('B10', 'refund'),
  ),
  treatment(
    'market procurement at the limit',
    {
      enterprise: { ...enterprise, marketProcurementFiled: true },
      line: { declaration: on('2026-05-18', { supervisionMode: '1039', amount: '150000' }) },
    },
    by('B17', 'exempt'),
  ),
  treatment(
    'market procurement above',
    {
      enterprise: { ...enterprise, marketProcurementFiled: true },
      line: { declaration: on('2026-05-18', { supervisionMode: '1039', amount: '150000.01' }) },
    },
    by('B17', 'needs-confirmation'),
  ),
  treatment(
    'out of the zone',
    { line: { zoneExit: true, declaration: on('2026-05-18', { supervisionMode: '1210' }) } },
    by('B18', 'needs-confirmation'),
  ),
  treatment(
    'exhibit, 2026',
    { line: { bookedAsSale: false, notBookedReason: 'exhibit' } },
    by('B20', 'exempt'),
  ),
  treatment(
    'exhibit, 2025',
    { line: { bookedAsSale: false, notBookedReason: 'exhibit', declaration: on('2025-12-31') } },
    by('B01', 'notYet'),
  ),
  treatment(
    'used equipment with papers',
    { line: { goodsSource: 'usedEquipment', otherPapersComplete: true, ...bare } },
    by('B22', 'exempt'),
  ),
  treatment(
    'used equipment, input open',
    { enterprise: maker, line: { goodsSource: 'usedEquipment', inputUncredited: true } },
    by('B22', 'refund', { method: 'exempt-refund' }),
  ),
  treatment(
    'used equipment, input credited',
    { line: { goodsSource: 'usedEquipment' } },
    by('B22', 'needs-confirmation'),
  ),
  treatment(
    'own goods',
    { enterprise: maker, line: { goodsSource: 'deemedOwn', ...bare } },
    by('A05', 'refund', { method: 'exempt-credit-refund' }),
  ),
  treatment(
    'listed manufacturer, bought goods',
    { enterprise: { ...maker, listedManufacturer: true } },
    by('A05', 'refund'),
  ),
  treatment('manufacturer, bought goods', { enterprise: maker }, by('A05', 'exempt')),
  treatment(
    'method does not fit',
    { enterprise: { ...enterprise, method: 'exempt-credit-refund' } },
    by('B10', 'refund'),
    warns('A03'),
  ),
  treatment(
    'simplified list, 2025',
    {
      line: {
        declaration: on('2025-12-31', { supervisionMode: '9610' }),
        ecommerceList: { statisticsFlag: 'A' },
      },
    },
    by('B15', 'exempt'),
  ),
  treatment(
    'simplified list, 2026',
    {
      line: {
        declaration: on('2026-01-01', { supervisionMode: '9610' }),
        ecommerceList: { statisticsFlag: 'A' },
      },
    },
    by('B15', 'needs-confirmation'),
  ),
  treatment(
    'summarised list, 2025',
    {
      line: {
        declaration: on('2025-12-31', { supervisionMode: '9610' }),
        ecommerceList: { statisticsFlag: 'B' },
      },
    },
    by('B10', 'refund', { reasonsInclude: ['RB-B16'] }),
  ),
  treatment(
    'ordinary invoice beside a special one',
    { line: { vouchers: [{ type: 'vatOrdinary' }, { type: 'vatSpecial' }] } },
    by('B10', 'refund'),
  ),
  treatment('auction papers', { line: { vouchers: [{ type: 'auctionWithReceipt' }] } }, by('B11', 'exempt')),
  treatment(
    'farm purchase, 2025',
    { line: { vouchers: [{ type: 'farmPurchase' }], declaration: on('2025-12-31') } },
    by('B11', 'exempt'),
  ),
  treatment(
    'farm purchase, 2026',
    { line: { vouchers: [{ type: 'farmPurchase' }] } },
    by('B11', 'needs-confirmation'),
  ),
  treatment(
    'no invoice, 2025',
    { enterprise: zoned, line: noInvoice('9610', '2025-12-31') },
    by('B13', 'exempt'),
  ),
  treatment(
    'no invoice, 2026',
    { enterprise: zoned, line: noInvoice('9610', '2026-01-01') },
    by('B13', 'needs-confirmation'),
  ),
  treatment(
    'no invoice, day before it began',
    { enterprise: zoned, line: noInvoice('9610', '2018-09-30') },
    by('B12', 'needs-confirmation'),
  ),
  treatment(
    'no invoice, not on the platform',
    { enterprise: { ...zoned, platformRegistered: false }, line: noInvoice('9610', '2025-12-31') },
    by('B12', 'needs-confirmation'),
  ),
  treatment(
    'no invoice, record incomplete',
    {
      enterprise: zoned,
      line: noInvoice('9610', '2025-12-31', { ...retail, platformRecordComplete: false }),
    },
    by('B12', 'needs-confirmation'),
  ),
  treatment(
    'no invoice, other customs',
    { enterprise: zoned, line: noInvoice('9610', '2025-12-31', { ...retail, clearedAtZoneCustoms: false }) },
    by('B12', 'needs-confirmation'),
  ),
  treatment(
    'no invoice asked for under 9710',
    { enterprise: zoned, line: noInvoice('9710', '2026-05-18') },
    by('B12', 'taxed'),
    warns('B14'),
  ),
  treatment(
    'sold into a bonded zone, not departed',
    { line: { departed: false, zoneEntry: 'comprehensiveBonded', buyer: 'zoneEntity' } },
    by('B10', 'refund', { reasonsInclude: ['RB-B02'] }),
  ),
  treatment(
    'not departed',
    { line: { departed: false } },
    by('B01', 'notYet', { reasonsInclude: ['RB-B10'] }),
  ),
  treatment('not booked', { line: { bookedAsSale: false, notBookedReason: 'other' } }, by('B01', 'notYet')),
  treatment('overdue receipt', { line: { fxStatus: 'overdue' } }, by('B01', 'notYet')),
  treatment('counts as collected', { line: { fxStatus: 'deemedCollected' } }, by('B10', 'refund')),
  treatment(
    'cannot be collected',
    { line: { fxStatus: 'cannotCollect' } },
    by('B21', 'exempt', { inputVat: 'toCost' }),
  ),
  treatment(
    'unsold abroad',
    {
      line: {
        bookedAsSale: false,
        notBookedReason: 'unsoldOverseasWarehouse',
        fxStatus: 'pending',
        declaration: on('2026-05-18', { supervisionMode: '9810' }),
      },
    },
    by('G01', 'refund', { businessTypeCode: 'HWC-YT', reasonsInclude: ['RB-G02'] }),
  ),
  treatment(
    'unsold abroad and not filed: a pre-refund is a claim too',
    {
      enterprise: { ...enterprise, rebateFiled: false },
      line: {
        bookedAsSale: false,
        notBookedReason: 'unsoldOverseasWarehouse',
        fxStatus: 'pending',
        declaration: on('2026-05-18', { supervisionMode: '9810' }),
      },
    },
    by('A01', 'notYet', { businessTypeCode: null }),
  ),
  treatment(
    'filed later than today',
    { enterprise: { ...enterprise, rebateFiledOn: '2026-08-01' } },
    by('A01', 'notYet'),
  ),
  treatment(
    'not filed, but exempt anyway',
    { enterprise: { ...enterprise, rebateFiled: false }, line: { vouchers: [{ type: 'vatOrdinary' }] } },
    by('B11', 'exempt'),
  ),
  treatment(
    'consumption tax refunded',
    { line: { consumptionTaxGoods: true } },
    by('B10', 'refund', { consumptionTax: 'refund', reasonsInclude: ['RB-B27'] }),
  ),
  treatment(
    'consumption tax of exempt goods',
    { line: { consumptionTaxGoods: true, vouchers: [{ type: 'vatOrdinary' }] } },
    by('B11', 'exempt', { consumptionTax: 'exemptNoRefund' }),
  ),
]
