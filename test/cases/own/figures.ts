import type { Case } from '../case'

let count = 0
const make = (kind: string, title: string, asOf: string, given: object, expect: object): Case => ({
  id: `OF-${String(++count).padStart(3, '0')}`,
  title,
  kind: `rebate.${kind}`,
  asOf,
  given: { ...given },
  expect: { ...expect },
})

export const share = { voucher: 'vatSpecial', invoiceRate: '0.13', net: '1000.01' }
export const trading = (title: string, line: object, expect: object, more: object = {}) =>
  make(
    'trading',
    title,
    '2026-07-05',
    {
      exportDate: '2026-05-18',
      lines: [{ line: '1', libraryRate: '0.09', purchases: [share], ...line }],
      ...more,
    },
    { lines: [{ line: '1', ...expect }] },
  )

const period = { period: '2026-06', outputVat: '0', inputVat: '0', carryIn: '0' }
export const maker = (title: string, given: object, expect: object) =>
  make('manufacturer', title, '2026-07-10', { ...period, ...given }, expect)
export const out = (more: object = {}) => [
  { line: '1', fobCny: '1000.00', levyRate: '0.13', rebateRate: '0.09', ...more },
]

export const fob = (title: string, given: object, expect: object) =>
  make(
    'fob',
    title,
    '2026-06-30',
    { tradeTerms: 'CIF', amount: '1000.00', currency: 'USD', ...given },
    expect,
  )
export const fee = (value: string, currency = 'USD', mark = '3') => ({ mark, value, currency })
export const cost = (title: string, given: object, expect: object) =>
  make(
    'exchangeCost',
    title,
    '2026-06-30',
    { basis: 'taxOffice', enterpriseType: 'trading', purchaseNet: '8000', fobUsd: '1000', ...given },
    expect,
  )
const deemed = (title: string, given: object, expect: object) =>
  make(
    'deemedDomestic',
    title,
    '2026-06-30',
    { taxpayer: 'general', fobCny: '1130', levyRate: '0.13', ...given },
    expect,
  )
export const income = (title: string, given: object, expect: object) =>
  make('assessedIncomeTax', title, '2026-06-30', { year: 2026, revenue: '1000000', ...given }, expect)
export const store = (title: string, given: object, expect: object, asOf = '2026-06-30') =>
  make(
    'warehouse',
    title,
    asOf,
    {
      stage: 'declare',
      supervisionMode: '9810',
      enterpriseType: 'trading',
      departed: true,
      qty: '10',
      ...given,
    },
    expect,
  )
export const settle = (title: string, given: object, expect: object) =>
  store(
    title,
    {
      stage: 'settle',
      soldQty: '10',
      preRefund: '130',
      preRefundDoneOn: '2026-05-31',
      settleOn: '2026-06-01',
      actualRefund: '130',
      ...given,
    },
    expect,
  )
export const term = (title: string, asOf: string, given: object, expect: object) =>
  make('deadlines', title, asOf, { exportDate: '2026-05-31', ...given }, expect)
export const blocking = (rule: string) => ({
  findingsInclude: [{ rule: `RB-${rule}`, target: 'case', severity: 'blocking' }],
})
export const warning = (rule: string) => ({
  findingsInclude: [{ rule: `RB-${rule}`, target: 'case', severity: 'warning' }],
})
export const silent = (rule: string) => ({ findingsExclude: [{ rule: `RB-${rule}` }] })

/** Amounts, terms and warehouse goods, each worked out by hand. */
export const figureCases: readonly Case[] = [
  trading(
    'base, refund and what goes to cost',
    { levyRate: '0.13' },
    { base: '1000.01', refund: '90.00', nonRefundable: '40.00' },
  ),
  trading(
    'the lower of 1 % and 9 %',
    { purchases: [{ ...share, invoiceRate: '0.01' }] },
    { appliedRate: '0.01', refund: '10.00', nonRefundable: '0' },
  ),
  trading(
    'an ordinary invoice gives nothing',
    { purchases: [share, { ...share, voucher: 'vatOrdinary' }] },
    { base: '1000.01', refund: '90.00' },
  ),
  trading(
    'a third of an invoice',
    { purchases: [{ ...share, qty: '3', usedQty: '1' }] },
    { net: '1000.01', base: '333.34', refund: '30.00' },
  ),
  trading(
    'net value of used equipment',
    { usedEquipment: { originalValue: '3000', accumulatedDepreciation: '1000' } },
    { base: '666.67', refund: '60.00' },
  ),
  make(
    'trading',
    'an asset card without original value',
    '2026-07-05',
    {
      exportDate: '2026-05-18',
      lines: [
        {
          line: '1',
          libraryRate: '0.13',
          purchases: [share],
          usedEquipment: { originalValue: '0', accumulatedDepreciation: '0' },
        },
      ],
    },
    { lines: [{ line: '1', base: '0.00', refund: '0.00' }], ...blocking('C09') },
  ),
  trading(
    'processed by another: the rate of the goods, also on the material',
    {
      consigned: true,
      libraryRate: '0.13',
      purchases: [
        { ...share, net: '100', invoiceRate: '0.09', content: 'material' },
        { ...share, net: '50', content: 'processing' },
      ],
    },
    { base: '150', refund: '19.50' },
  ),
  trading(
    'gross to net first',
    { purchases: [{ voucher: 'vatSpecial', gross: '100', invoiceRate: '0.13' }] },
    { net: '88.50', refund: '7.97' },
  ),
  trading(
    'consumption tax by quantity alone',
    { consumptionTaxByQuantity: { qty: '12.345', unit: '吨', perUnit: '220' } },
    { consumptionTaxRefund: '2715.90' },
  ),
  trading(
    'consumption tax by value and by quantity: each part is rounded, then both are added',
    {
      purchases: [{ ...share, net: '333.33' }],
      consumptionTaxRate: '0.15',
      consumptionTaxByQuantity: { qty: '3', unit: '千克', perUnit: '0.125' },
    },
    // 49.9995 and 0.375
    { consumptionTaxRefund: '50.38' },
  ),
  trading(
    'no refund of consumption tax where nothing is refunded of VAT',
    {
      purchases: [{ ...share, voucher: 'vatOrdinary' }],
      consumptionTaxByQuantity: { qty: '3', unit: '千克', perUnit: '0.125' },
    },
    { base: '0', refund: '0', consumptionTaxRefund: null },
  ),
  trading('consumption tax', { consumptionTaxRate: '0.20' }, { consumptionTaxRefund: '200.00' }),
  trading(
    'each part is rounded, then summed',
    {
      libraryRate: '0.13',
      purchases: [
        { ...share, net: '0.50' },
        { ...share, net: '0.50' },
      ],
    },
    { refund: '0.14' },
  ),
  make(
    'trading',
    'library above levy',
    '2026-07-05',
    { lines: [{ line: '1', libraryRate: '0.13', levyRate: '0.09', purchases: [share] }] },
    blocking('C03'),
  ),
  make(
    'trading',
    'before the first layer',
    '2026-07-05',
    { exportDate: '2010-12-31', lines: [{ line: '1', libraryRate: '0.13', purchases: [share] }] },
    { lines: [{ line: '1', status: 'needs-confirmation', refund: null }] },
  ),

  maker(
    'nothing to refund while tax is payable',
    { exports: out(), outputVat: '500', inputVat: '100' },
    {
      nonCreditable: '40.00',
      taxPayable: '440.00',
      vatToPay: '440.00',
      endCredit: '0',
      ecrTax: '90.00',
      refund: '0',
      exemptCredit: '90.00',
      carryOut: '0',
    },
  ),
  maker(
    'part of the credit stays',
    { exports: out(), inputVat: '200' },
    { taxPayable: '-160.00', refund: '90.00', exemptCredit: '0', carryOut: '70.00' },
  ),
  maker(
    'the return governs',
    { exports: out(), inputVat: '200', vatReturn: { endCredit: '50.00' } },
    { endCredit: '50.00', refund: '50.00', exemptCredit: '40.00', carryOut: '0' },
  ),
  maker(
    'domestic and bonded material',
    {
      exports: out({ bondedProcessing: true }),
      inputVat: '100',
      exemptMaterial: { domestic: '100', foreign: '10', fx: '7' },
    },
    {
      bondedMaterial: '70',
      nonCreditableOffset: '6.80',
      nonCreditable: '33.20',
      ecrOffset: '15.30',
      ecrTax: '74.70',
    },
  ),
  maker(
    'bonded by planned ratio of the bonded lines only',
    {
      exports: [...out({ bondedProcessing: true }), ...out({ line: '2' })],
      exemptMaterial: { plannedImport: '1', plannedExport: '4' },
    },
    { fobCny: '2000.00', bondedMaterial: '250.00', ecrOffset: '22.50', ecrTax: '157.50' },
  ),
  maker(
    'offsets above the period are carried',
    { exports: out(), exemptMaterial: { amount: '1500' } },
    { nonCreditable: '0', nonCreditableOffsetCarryOut: '20.00', ecrTax: '0', ecrOffsetCarryOut: '45.00' },
  ),
  maker(
    'what was carried comes off',
    { exports: out(), broughtForward: { nonCreditableOffset: '15', ecrOffset: '40' } },
    { nonCreditable: '25.00', ecrTax: '50.00' },
  ),
  maker(
    'surtaxes on the exempt-credit',
    { exports: out(), outputVat: '500', urbanMaintenanceRate: '0.07' },
    { surtax: { urban: '6.30', education: '2.70', localEducation: '1.80' } },
  ),
  maker(
    'levy rate of the day when none is stated',
    { exports: out({ levyRate: undefined }) },
    { nonCreditable: '40.00' },
  ),
  maker('rate above levy', { exports: out({ levyRate: '0.09', rebateRate: '0.13' }) }, blocking('C03')),
  maker(
    'rate above levy in 2019-06 counts as no difference',
    { period: '2019-06', exports: out({ levyRate: '0.13', rebateRate: '0.16' }) },
    { nonCreditable: '0', ecrTax: '160.00', ...silent('C03') },
  ),
  maker(
    'a line without exchange rate is named',
    { exports: out({ fobCny: undefined, fobForeign: '10' }) },
    { fobCny: '0', ...blocking('C08') },
  ),
  maker(
    'an export taken back returns its part of the material',
    {
      exports: [
        { fobCny: '1000.00', levyRate: '0.13', rebateRate: '0.13' },
        { fobCny: '400.00', levyRate: '0.13', rebateRate: '0.09' },
        { fobCny: '-200.00', levyRate: '0.13', rebateRate: '0.09' },
      ],
      exemptMaterial: { amount: '600.00' },
    },
    // 500 x 0.13 + 200 x 0.09 - 100 x 0.09, and 148 less that
    { nonCreditableOffset: '4.00', ecrOffset: '74.00', ecrTax: '74.00' },
  ),
  maker('the return is not filed', { exports: out(), vatReturnFiled: false }, blocking('I07')),

  fob('CIF', { freight: fee('100'), insurance: fee('10'), other: fee('1') }, { fob: '889.00' }),
  fob(
    'C&F keeps insurance',
    { tradeTerms: 'C&F', freight: fee('100'), insurance: fee('10') },
    { fob: '900.00' },
  ),
  fob(
    'C&F and C&I know no other charges: said, and not deducted',
    { tradeTerms: 'C&I', insurance: fee('10'), other: fee('1') },
    {
      fob: '990.00',
      findingsInclude: [{ rule: 'RB-C10', target: 'case', severity: 'info' }],
      noOtherBlocking: true,
    },
  ),
  fob(
    'a freight of zero, whatever its mark',
    { freight: fee('0', 'EUR', '1') },
    { fob: '1000.00', ...silent('C10') },
  ),
  fob(
    'a quotation of zero is none',
    { tradeTerms: 'FOB', rates: [{ currency: 'USD', rate: '0' }] },
    { fob: '1000.00', fobCny: null, ...blocking('C12') },
  ),
  fob(
    'freight in another currency',
    {
      freight: fee('100', 'EUR'),
      rates: [
        { currency: 'EUR', rate: '7.8' },
        { currency: 'USD', rate: '7.1' },
      ],
    },
    { fob: '890.14', fobCny: '6319.99', fobUsd: '890.14' },
  ),
  fob(
    'freight without its rate',
    { freight: fee('100', 'EUR'), rates: [{ currency: 'USD', rate: '7.1' }] },
    { fob: null, ...blocking('C11') },
  ),
  fob('freight as a percentage', { freight: fee('3', 'USD', '1') }, { fob: null, ...blocking('C10') }),
  fob(
    'the rate of the first of the month',
    {
      exportDate: '2026-05-18',
      fxPolicy: 'monthFirst',
      rates: [
        { currency: 'USD', date: '2026-05-01', rate: '7' },
        { currency: 'USD', date: '2026-05-18', rate: '8' },
      ],
    },
    { fxRate: '7', fobCny: '7000.00' },
  ),
  fob(
    'the rate of the day',
    {
      exportDate: '2026-05-18',
      fxPolicy: 'saleDay',
      rates: [
        { currency: 'USD', date: '2026-05-01', rate: '7' },
        { currency: 'USD', date: '2026-05-18', rate: '8' },
      ],
    },
    { fxRate: '8', fobCny: '8000.00' },
  ),
  fob(
    'no rate of that day',
    {
      exportDate: '2026-05-18',
      fxPolicy: 'saleDay',
      rates: [{ currency: 'USD', date: '2026-05-01', rate: '7' }],
    },
    { fob: '1000.00', fobCny: null, ...blocking('C12') },
  ),
  fob(
    'euros into dollars',
    {
      tradeTerms: 'FOB',
      currency: 'EUR',
      rates: [
        { currency: 'EUR', rate: '7.8' },
        { currency: 'USD', rate: '7.1' },
      ],
    },
    { fobUsd: '1098.59' },
  ),

  cost('at the upper end', {}, { cost: '8', flag: false, ...silent('E14') }),
  cost('a cent above', { purchaseNet: '8000.01' }, { flag: true, ...warning('E14') }),
  cost('below', { purchaseNet: '4999.99' }, { flag: true, ...warning('E14') }),
  cost(
    'a manufacturer has none',
    { purchaseNet: '9000', enterpriseType: 'manufacturer' },
    { flag: false, ...silent('E14') },
  ),
  cost(
    'CIF is brought to FOB',
    { fobUsd: undefined, cifUsd: '1050', freightUsd: '40', insuranceUsd: '10', fx: '7' },
    {
      fobUsd: '1000',
      cost: '8',
      revenueCny: '7000',
      grossProfit: '-1000',
      marginPercent: '-14.29',
      flag: false,
    },
  ),
  cost(
    'of the deal, without flag',
    { basis: 'tradeAccounting', totalCostCny: '9000' },
    { cost: '9', flag: false, ...silent('E14') },
  ),

  deemed('general', { bondedMaterial: '0' }, { outputVat: '130.00' }),
  deemed('less bonded material', { bondedMaterial: '113' }, { outputVat: '117.00' }),
  deemed('small-scale', { taxpayer: 'small', fobCny: '1030', levyRate: '0.03' }, { outputVat: '30.00' }),
  deemed('input goes back', { nonCreditableReversed: '40' }, { inputRestored: '40.00' }),

  income('4 % and 25 %', {}, { taxableIncome: '40000.00', incomeTax: '10000.00', assessedRate: '0.04' }),
  income('small profit', { smallProfit: true }, { incomeTax: '2000.00' }),
  income(
    'too large for small profit',
    { smallProfit: true, revenue: '75000025' },
    { incomeTax: '750000.25' },
  ),
  income('bands of 2020', { year: 2020, smallProfit: true, revenue: '50000000' }, { incomeTax: '150000.00' }),
  income('before it began', { year: 2019 }, { eligible: false, incomeTax: null, ...blocking('H01') }),
  income(
    'all conditions',
    {
      zoneRegistered: true,
      platformRegistered: true,
      clearedAtZoneCustoms: true,
      hasValidVoucher: false,
      vatExempt: true,
    },
    { eligible: true, ...silent('H01') },
  ),
  income('a voucher bars it', { hasValidVoucher: true }, { eligible: false, ...blocking('H01') }),
  income('a local rate', { requestedRate: '0.05' }, { assessedRate: '0.04', ...warning('H02') }),
  income('some business with vouchers', { mixed: true }, warning('H04')),

  store(
    'split',
    { soldQty: '4', soldSplitGiven: true },
    {
      normalClaimQty: '4',
      preRefundQty: '6',
      businessTypeCode: 'HWC-YT',
      separateLinkNo: true,
      separateSequenceNo: false,
      ...silent('G03'),
    },
  ),
  store(
    'not split',
    { soldQty: '4', soldSplitGiven: false },
    { treatAllAs: 'unsold', normalClaimQty: '0', preRefundQty: '10', ...warning('G03') },
  ),
  store(
    'all sold',
    { soldQty: '10' },
    { treatAllAs: 'sold', preRefundQty: '0', businessTypeCode: null, separateLinkNo: false },
  ),
  store(
    'a manufacturer numbers apart',
    { enterpriseType: 'manufacturer' },
    { separateLinkNo: false, separateSequenceNo: true },
  ),
  store('not departed', { departed: false }, { normalClaimQty: '0', preRefundQty: '0', ...blocking('G01') }),
  store(
    '9710',
    { supervisionMode: '9710' },
    { action: 'normalClaim', normalClaimQty: '10', preRefundQty: '0', businessTypeCode: null },
  ),
  settle(
    'no difference',
    {},
    { action: 'noAdjustment', netChange: '0', settleWindow: ['2026-06-01', '2027-04-30'] },
  ),
  settle(
    'less than before',
    { actualRefund: '120.50' },
    {
      action: 'adjust',
      reverse: '-130',
      redeclare: '120.5',
      netChange: '-9.5',
      surplusHandling: 'offsetOrRepay',
    },
  ),
  ...(
    [
      ['130', 'noAdjustment', '0'],
      ['129.99', 'adjust', '-0.01'],
      ['0', 'reverseAll', '-130'],
    ] as const
  ).map(([actualRefund, action, netChange]) =>
    settle(
      `only the refund of what was sold is known: ${actualRefund}`,
      { qty: undefined, soldQty: undefined, actualRefund },
      {
        action,
        netChange,
      },
    ),
  ),
  settle(
    'a part sold at the same refund is adjusted',
    { soldQty: '9' },
    { action: 'adjust', netChange: '0' },
  ),
  settle('on the last day', { settleOn: '2027-04-30' }, { action: 'noAdjustment', ...silent('F10') }),
  settle('nothing sold', { soldQty: '0' }, { action: 'reverseAll', netChange: '-130' }),
  settle(
    'a day too late',
    { settleOn: '2027-05-01' },
    { action: 'recover', netChange: '-130', ...blocking('F10') },
  ),
  settle('before the window', { settleOn: '2026-05-31' }, warning('F09')),
  settle(
    'some were lost',
    { soldQty: '8', lostQty: '2', actualRefund: '104' },
    { action: 'adjust', netChange: '-26', ...warning('G09') },
  ),

  term(
    'the terms of an export',
    '2026-06-20',
    { agentExport: true, claimedOn: '2026-06-18', preRefundDoneOn: '2026-12-31' },
    {
      vatReturnMonth: '2026-06',
      filingStart: '2026-06-01',
      normalEnd: '2027-04-30',
      fxDeadline: '2027-04-30',
      limit36: '2029-05-31',
      warn30: '2028-11-30',
      filingDocumentsDue: '2026-07-03',
      retentionYears: 10,
      agentCertificateDue: '2027-04-15',
      settleWindow: ['2027-01-01', '2027-04-30'],
    },
  ),
  term(
    'a December export',
    '2026-12-31',
    { exportDate: '2026-12-31' },
    { vatReturnMonth: '2027-01', filingStart: '2027-01-01', normalEnd: '2027-04-30', limit36: '2029-12-31' },
  ),
  term('a later contract date', '2026-06-20', { fxContractDate: '2028-01-01' }, { fxDeadline: '2028-01-01' }),
  term(
    'a contract date beyond 36 months',
    '2026-06-20',
    { fxContractDate: '2030-01-01' },
    { fxDeadline: '2029-05-31' },
  ),
  term(
    'an earlier contract date',
    '2026-06-20',
    { fxContractDate: '2026-08-01' },
    { fxDeadline: '2027-04-30' },
  ),
  term('in time on the last day', '2027-04-30', {}, { lateClaim: 'notLate', ...silent('F03') }),
  term('late', '2027-05-01', {}, { lateClaim: 'allowedWithFxPapers', ...warning('F03') }),
  term('closed', '2029-06-01', {}, { lateClaim: 'closed', limit36Blocks: true, ...blocking('F04') }),
  term(
    'late in the older layer',
    '2027-05-01',
    { exportDate: '2025-12-31' },
    { lateClaim: 'allowedWhenComplete', limit36: null, limit36Blocks: false, warn30: null, ...silent('F04') },
  ),
  term('lost before it was opened', '2020-01-19', { exportDate: '2018-05-01' }, { lateClaim: 'lost' }),
  term(
    'open again from that day',
    '2020-01-20',
    { exportDate: '2018-05-01' },
    { lateClaim: 'allowedWhenComplete' },
  ),
  term(
    'papers of older claims',
    '2025-12-31',
    { exportDate: '2025-11-01', claimedOn: '2025-12-31' },
    { retentionYears: 5 },
  ),
  term(
    'foreign exchange overdue',
    '2027-05-01',
    { fxCollected: false, claimedOn: '2026-07-01' },
    warning('F05'),
  ),
  term(
    'refunded and not collected',
    '2027-05-01',
    { fxCollected: false, claimedOn: '2026-07-01', refundPaidOn: '2026-08-01' },
    { ...blocking('F06'), ...silent('F05') },
  ),
  term(
    'refunded and not collected, exported before the announcement',
    '2026-05-01',
    { exportDate: '2025-05-31', fxCollected: false, claimedOn: '2025-07-01', refundPaidOn: '2025-08-01' },
    { ...warning('F05'), ...silent('F06') },
  ),
  term('papers late', '2026-07-04', { claimedOn: '2026-06-18' }, warning('F07')),
  term(
    'papers filed late',
    '2027-07-04',
    { claimedOn: '2026-06-18', filingDocumentsFiledOn: '2026-07-04' },
    warning('F07'),
  ),
  term(
    'papers filed in time',
    '2027-07-04',
    { claimedOn: '2026-06-18', filingDocumentsFiledOn: '2026-07-03' },
    silent('F07'),
  ),
  term('agency certificate late', '2027-04-16', { agentExport: true }, warning('F11')),
  term(
    'goods came back after the refund',
    '2026-12-01',
    {
      claimedOn: '2026-07-01',
      refundPaidOn: '2026-08-01',
      returnedOn: '2026-11-01',
      filingDocumentsFiledOn: '2026-07-02',
    },
    blocking('F13'),
  ),
  term(
    'and the refund was repaid',
    '2026-12-01',
    { claimedOn: '2026-07-01', refundPaidOn: '2026-08-01', returnedOn: '2026-11-01', repaidOn: '2026-11-20' },
    silent('F13'),
  ),
]
