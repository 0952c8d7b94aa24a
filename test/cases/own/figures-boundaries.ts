import type { Case } from '../case'
import {
  blocking,
  cost,
  fob,
  fee,
  income,
  maker,
  out,
  settle,
  share,
  silent,
  store,
  term,
  trading,
  warning,
} from './figures'

const each = <T extends readonly unknown[]>(rows: readonly T[], make: (...row: T) => Case): Case[] =>
  rows.map((row) => make(...row))

/** Refunds of a trading company: parts, rates, vouchers. */
const tradings: readonly Case[] = [
  trading(
    'a third of an invoice, rounded before the rate is put on it',
    { libraryRate: '0.13', purchases: [{ ...share, net: '100.00', qty: '3', usedQty: '1' }] },
    { base: '33.33', refund: '4.33' },
  ),
  trading(
    'all of an invoice by its quantity is its net',
    { libraryRate: '0.13', purchases: [{ ...share, net: '100.01', qty: '3', usedQty: '3' }] },
    { base: '100.01', refund: '13.00' },
  ),
  trading(
    'half a cent is rounded up',
    { libraryRate: '0.05', purchases: [{ ...share, net: '0.10' }] },
    { refund: '0.01' },
  ),
  trading(
    'a printed rate equal to that of the library',
    { libraryRate: '0.03', purchases: [{ ...share, invoiceRate: '0.03' }] },
    { appliedRate: '0.03', refund: '30.00', nonRefundable: '0' },
  ),
  trading(
    'a printed 3 % above a library of 2 %: the difference goes to cost',
    { libraryRate: '0.02', purchases: [{ ...share, invoiceRate: '0.03' }] },
    { appliedRate: '0.02', refund: '20.00', nonRefundable: '10.00' },
  ),
  trading(
    'processed by a small-scale firm: the printed rate',
    {
      consigned: true,
      libraryRate: '0.13',
      purchases: [{ ...share, invoiceRate: '0.03', sellerTaxpayer: 'small' }],
    },
    { appliedRate: '0.03', refund: '30.00' },
  ),
  trading(
    'a payment book that states no rate: the library, and no cost without the levy rate',
    { libraryRate: '0.09', purchases: [{ voucher: 'customsPayment', net: '1000.00' }] },
    { refund: '90.00', nonRefundable: null },
  ),
  trading(
    'a payment book and the levy rate',
    { libraryRate: '0.09', levyRate: '0.13', purchases: [{ voucher: 'customsPayment', net: '1000.00' }] },
    { refund: '90.00', nonRefundable: '40.00' },
  ),
  trading(
    'an asset written off in full',
    { usedEquipment: { originalValue: '3000', accumulatedDepreciation: '3000' } },
    { base: '0', refund: '0' },
  ),
]

/** 免抵退: levy rates and the exception of 2019 by month, credit against the tax, material against the exports. */
const makers: readonly Case[] = [
  ...each(
    [
      ['2018-04', '80.00'],
      ['2018-05', '70.00'],
      ['2019-03', '70.00'],
      ['2019-04', '40.00'],
      ['2026-01', '40.00'],
    ] as const,
    (period, nonCreditable) =>
      maker(
        `standard levy rate of ${period}`,
        { period, exports: out({ levyRate: undefined }) },
        { nonCreditable },
      ),
  ),
  ...each(
    [
      ['2019-03', blocking('C03')],
      ['2019-04', silent('C03')],
      ['2019-06', silent('C03')],
      ['2019-07', blocking('C03')],
    ] as const,
    (period, finding) =>
      maker(
        `rebate above levy in ${period}`,
        { period, exports: out({ levyRate: '0.13', rebateRate: '0.16' }) },
        { nonCreditable: '0', ecrTax: '160.00', ...finding },
      ),
  ),
  ...each(
    [
      ['129.99', '89.99', '0.01', '0'],
      ['130', '90.00', '0', '0'],
      ['130.01', '90.00', '0', '0.01'],
    ] as const,
    (inputVat, refund, exemptCredit, carryOut) =>
      maker(
        `input of ${inputVat} against a tax of 90 and 40 turned out`,
        { exports: out(), inputVat },
        { refund, exemptCredit, carryOut },
      ),
  ),
  maker(
    'the tax of the month is exactly none',
    { exports: out(), outputVat: '60', inputVat: '100' },
    { taxPayable: '0', endCredit: '0', vatToPay: '0', refund: '0', exemptCredit: '90.00', carryOut: '0' },
  ),
  ...each(
    [
      ['999.99', '0.00', '0'],
      ['1000', '0', '0'],
      ['1000.50', '0', '0.02'],
    ] as const,
    (amount, nonCreditable, carried) =>
      maker(
        `material of ${amount} against exports of 1000`,
        { exports: out(), exemptMaterial: { amount } },
        { nonCreditable, nonCreditableOffsetCarryOut: carried },
      ),
  ),
  maker(
    'what was brought forward is carried on where the month has nothing',
    { exports: [], broughtForward: { nonCreditableOffset: '15', ecrOffset: '40' } },
    { nonCreditable: '0', nonCreditableOffsetCarryOut: '15', ecrTax: '0', ecrOffsetCarryOut: '40' },
  ),
  maker(
    'material of this month and of the month before, both taken off',
    {
      exports: out(),
      exemptMaterial: { domestic: '500' },
      broughtForward: { nonCreditableOffset: '15', ecrOffset: '40' },
    },
    // 40 − 20 − 15 and 90 − 45 − 40
    { nonCreditableOffset: '20', nonCreditable: '5.00', ecrOffset: '45', ecrTax: '5.00' },
  ),
  maker(
    'each line is rounded, then summed',
    {
      exports: [
        { line: '1', fobCny: '0.10', levyRate: '0.13', rebateRate: '0.05' },
        { line: '2', fobCny: '0.10', levyRate: '0.13', rebateRate: '0.05' },
      ],
    },
    { ecrTax: '0.02', nonCreditable: '0.02' },
  ),
  maker(
    'a planned ratio that does not end',
    {
      exports: out({ bondedProcessing: true }),
      exemptMaterial: { plannedImport: '1', plannedExport: '3' },
    },
    { bondedMaterial: '333.33', ecrOffset: '30.00', nonCreditableOffset: '13.33' },
  ),
  maker(
    'no planned exports: no ratio, nothing is taken off',
    {
      exports: out({ bondedProcessing: true }),
      exemptMaterial: { plannedImport: '1', plannedExport: '0' },
    },
    { bondedMaterial: null, ecrTax: '90.00' },
  ),
  maker(
    'only the tax of the return is known: its negative is the credit',
    { exports: out(), inputVat: '999', vatReturn: { taxPayable: '-50.00' } },
    { taxPayable: '-50.00', endCredit: '50.00', refund: '50.00', exemptCredit: '40.00' },
  ),
]

/** FOB out of other terms. */
const fobs: readonly Case[] = [
  fob(
    'a fee of half a cent',
    { tradeTerms: 'C&F', amount: '100.00', freight: fee('0.005') },
    { fob: '100.00' },
  ),
  fob(
    'freight in CNY, insurance in EUR, each at its own rate',
    {
      freight: fee('710', 'CNY'),
      insurance: fee('10', 'EUR'),
      rates: [
        { currency: 'EUR', rate: '7.81' },
        { currency: 'USD', rate: '7.10' },
      ],
    },
    // 1000 − 100 − 11
    { fob: '889.00', fobCny: '6311.90' },
  ),
  fob(
    'EXW plus inland cost in CNY',
    { tradeTerms: 'EXW', inlandCost: fee('355', 'CNY'), rates: [{ currency: 'USD', rate: '7.1' }] },
    { fob: '1050.00', fobCny: '7455.00' },
  ),
  fob(
    'FOB takes no fee off',
    { tradeTerms: 'FOB', freight: fee('100'), insurance: fee('10') },
    { fob: '1000.00' },
  ),
  fob(
    'sold in CNY',
    { tradeTerms: 'FOB', currency: 'CNY', rates: [{ currency: 'USD', rate: '8' }] },
    { fobCny: '1000.00', fobUsd: '125.00' },
  ),
  ...each(
    [
      ['2026-05-01', '7'],
      ['2026-05-31', '7'],
      ['2026-06-01', '8'],
    ] as const,
    (exportDate, fxRate) =>
      fob(
        `the first of the month for ${exportDate}`,
        {
          tradeTerms: 'FOB',
          exportDate,
          fxPolicy: 'monthFirst',
          rates: [
            { currency: 'USD', date: '2026-05-01', rate: '7' },
            { currency: 'USD', date: '2026-06-01', rate: '8' },
          ],
        },
        { fxRate },
      ),
  ),
]

/** 换汇成本 at both ends of its band. */
const costs: readonly Case[] = each(
  [
    ['5000', '5', false],
    ['4999.99', '5', true],
    ['8000', '8', false],
    ['8000.01', '8', true],
  ] as const,
  (purchaseNet, value, flag) =>
    cost(
      `${purchaseNet} for 1000 dollars`,
      { purchaseNet },
      { cost: value, flag, ...(flag ? warning('E14') : silent('E14')) },
    ),
)

const april = { fxCollected: false, claimedOn: '2026-07-01', filingDocumentsFiledOn: '2026-07-01' }
/** Terms: the last day, and the day after. */
const terms: readonly Case[] = [
  ...each(
    [
      ['2026-01-01', '2029-01-01', silent('F04')],
      ['2026-01-01', '2029-01-02', blocking('F04')],
      ['2025-12-31', '2029-01-02', silent('F04')],
    ] as const,
    (exportDate, asOf, finding) =>
      term(`exported ${exportDate}, asked on ${asOf}`, asOf, { exportDate }, finding),
  ),
  ...each(
    [
      ['exemptDeclaredOn', '2029-05-31', false],
      ['exemptDeclaredOn', '2029-06-01', true],
      ['claimedOn', '2029-05-31', false],
      ['claimedOn', '2029-06-01', true],
    ] as const,
    (field, day, limit36Blocks) =>
      term(
        `${field} ${day} against the 36 months`,
        '2030-01-01',
        { [field]: day },
        { limit36: '2029-05-31', limit36Blocks },
      ),
  ),
  ...each(
    [
      ['2026-08-31', '2029-08-31', '2029-02-28'],
      ['2026-08-28', '2029-08-28', '2029-02-28'],
      ['2028-02-29', '2031-02-28', '2030-08-29'],
    ] as const,
    (exportDate, limit36, warn30) =>
      term(`months of an export of ${exportDate}`, '2028-03-01', { exportDate }, { limit36, warn30 }),
  ),
  ...each(
    [
      ['2024-02-29', '2024-03', '2024-03-01', '2025-04-30'],
      ['2025-12-31', '2026-01', '2026-01-01', '2026-04-30'],
      ['2026-01-01', '2026-02', '2026-02-01', '2027-04-30'],
    ] as const,
    (exportDate, vatReturnMonth, filingStart, normalEnd) =>
      term(
        `ordinary term of ${exportDate}`,
        exportDate,
        { exportDate },
        { vatReturnMonth, filingStart, normalEnd, fxDeadline: normalEnd },
      ),
  ),
  ...each(
    [
      ['2018-12-31', '2019-04-30', 'notLate', silent('F03')],
      ['2018-12-31', '2019-05-01', 'lost', blocking('F03')],
      ['2018-12-31', '2020-01-19', 'lost', blocking('F03')],
      ['2018-12-31', '2020-01-20', 'allowedWhenComplete', warning('F03')],
      ['2019-12-31', '2020-04-30', 'notLate', silent('F03')],
      ['2019-12-31', '2020-05-01', 'allowedWhenComplete', warning('F03')],
      ['2025-12-31', '2026-04-30', 'notLate', silent('F03')],
      ['2025-12-31', '2029-06-01', 'allowedWhenComplete', warning('F03')],
      ['2026-01-01', '2027-04-30', 'notLate', silent('F03')],
      ['2026-01-01', '2027-05-01', 'allowedWithFxPapers', warning('F03')],
      ['2026-01-01', '2029-01-01', 'allowedWithFxPapers', warning('F03')],
      ['2026-01-01', '2029-01-02', 'closed', blocking('F04')],
    ] as const,
    (exportDate, asOf, lateClaim, finding) =>
      term(`${exportDate} claimed on ${asOf}`, asOf, { exportDate }, { lateClaim, ...finding }),
  ),
  ...each(
    [
      ['2027-04-30', {}, { findings: [] }],
      ['2027-05-01', {}, warning('F05')],
      ['2027-04-30', { refundPaidOn: '2026-08-01' }, { findings: [] }],
      [
        '2027-05-01',
        { refundPaidOn: '2026-08-01' },
        { findings: [{ rule: 'RB-F06', target: 'case', severity: 'blocking' }] },
      ],
      ['2027-05-01', { refundPaidOn: '2026-08-01', fxCollected: true }, { findings: [] }],
    ] as const,
    (asOf, more, finding) => term(`money not in by ${asOf}`, asOf, { ...april, ...more }, finding),
  ),
  ...each(
    [
      ['2029-05-31', '2029-05-31'],
      ['2029-06-01', '2029-05-31'],
    ] as const,
    (fxContractDate, fxDeadline) =>
      term(`contract of ${fxContractDate}`, '2026-06-20', { fxContractDate }, { fxDeadline }),
  ),
  ...each(
    [
      ['2025-12-31', 5],
      ['2026-01-01', 10],
    ] as const,
    (claimedOn, retentionYears) =>
      term(
        `papers of a claim of ${claimedOn}`,
        claimedOn,
        { exportDate: '2025-11-01', claimedOn },
        { retentionYears },
      ),
  ),
  ...each(
    [
      ['2027-01-04', silent('F07')],
      ['2027-01-05', warning('F07')],
    ] as const,
    (asOf, finding) =>
      term(
        `papers over the turn of the year, ${asOf}`,
        asOf,
        { claimedOn: '2026-12-20' },
        { filingDocumentsDue: '2027-01-04', ...finding },
      ),
  ),
  ...each(
    [
      ['2027-04-15', silent('F11')],
      ['2027-04-16', warning('F11')],
    ] as const,
    (asOf, finding) =>
      term(`agency certificate on ${asOf}`, asOf, { exportDate: '2026-12-31', agentExport: true }, finding),
  ),
  ...each(
    [
      ['2026-01-31', ['2026-02-01', '2027-04-30']],
      ['2026-12-01', ['2027-01-01', '2027-04-30']],
    ] as const,
    (preRefundDoneOn, settleWindow) =>
      term(
        `window of a pre-refund of ${preRefundDoneOn}`,
        '2027-01-05',
        { preRefundDoneOn },
        { settleWindow },
      ),
  ),
]

/** 核算 around its window, 预退税 by quantity. */
const warehouses: readonly Case[] = [
  settle(
    'on the first day of the window',
    { settleOn: '2026-06-01' },
    { action: 'noAdjustment', ...silent('F09') },
  ),
  settle(
    'a part sold, settled a day too late: all is recovered',
    { soldQty: '5', actualRefund: '65', settleOn: '2027-05-01' },
    { action: 'recover', reverse: '-130', netChange: '-130' },
  ),
  settle(
    'a manufacturer, more than before',
    { enterpriseType: 'manufacturer', actualRefund: '130.01' },
    { action: 'adjust', redeclare: '130.01', netChange: '0.01', surplusHandling: 'none' },
  ),
  store(
    'not settled and the window is over',
    { stage: 'settle', preRefund: '130', preRefundDoneOn: '2026-05-31' },
    { action: 'recover', settleWindow: ['2026-06-01', '2027-04-30'], ...blocking('F10') },
    '2027-05-01',
  ),
  store(
    'not settled on the last day of the window',
    { stage: 'settle', preRefund: '130', preRefundDoneOn: '2026-05-31' },
    { action: null, ...silent('F10') },
    '2027-04-30',
  ),
  store(
    'more sold than there is',
    { soldQty: '11' },
    { normalClaimQty: '10', preRefundQty: '0', treatAllAs: 'sold' },
  ),
  store(
    'a fraction unsold',
    { soldQty: '9.999' },
    { normalClaimQty: '9.999', preRefundQty: '0.001', businessTypeCode: 'HWC-YT' },
  ),
  settle('9710 knows no settlement', { supervisionMode: '9710' }, { action: 'normalClaim' }),
]

/** 核定: small-profit bands by year, each at its upper end and a cent of tax above. */
const incomes: readonly Case[] = [
  ...each(
    [
      [2019, '25000000', null],
      [2020, '25000000', '50000.00'],
      [2020, '25000025', '50000.10'],
      [2020, '75000000', '250000.00'],
      [2020, '75000025', '750000.25'],
      [2021, '25000000', '25000.00'],
      [2021, '75000000', '225000.00'],
      [2022, '75000000', '125000.00'],
      [2023, '75000000', '150000.00'],
      [2027, '75000000', '150000.00'],
      [2027, '75000025', '750000.25'],
    ] as const,
    (year, revenue, incomeTax) =>
      income(`small profit of ${year} on ${revenue}`, { year, revenue, smallProfit: true }, { incomeTax }),
  ),
  income(
    'small profit of a year whose bands nobody knows: no tax is made up',
    { year: 2028, revenue: '1000000', smallProfit: true },
    { taxableIncome: '40000.00', incomeTax: null, ...warning('H03') },
  ),
  income(
    'the same year at the ordinary rate',
    { year: 2028, revenue: '1000000' },
    { incomeTax: '10000.00', ...silent('H03') },
  ),
  income('4 % asked for as 0.0400', { requestedRate: '0.0400' }, silent('H02')),
  ...['zoneRegistered', 'platformRegistered', 'clearedAtZoneCustoms', 'vatExempt'].map((field) =>
    income(
      `${field} is not so`,
      { [field]: false },
      { eligible: false, taxableIncome: null, ...blocking('H01') },
    ),
  ),
]

export const figureBoundaries: readonly Case[] = [
  ...tradings,
  ...makers,
  ...fobs,
  ...costs,
  ...terms,
  ...warehouses,
  ...incomes,
]
