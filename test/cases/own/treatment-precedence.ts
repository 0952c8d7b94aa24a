import type { Case } from '../case'
import { by, enterprise, maker, on, rate, treatment, warns, zoned } from './treatment'
import {
  small,
  list,
  marked,
  mode,
  zone,
  daily,
  waived,
  simplified,
  unsold,
  noVoucher,
  market,
} from './treatment-kit'

/** Who exports what, under which mode, with which paper. */
const states: readonly Case[] = [
  ...['1210', '1239'].map((one) =>
    treatment(
      `no invoice under ${one}`,
      { enterprise: zoned, line: noVoucher(mode(one, '2025-12-31')) },
      by('B13', 'exempt'),
    ),
  ),
  treatment(
    'no invoice, the enterprise is of no zone',
    { enterprise: { ...zoned, zone: { registered: false } }, line: noVoucher(mode('9610')) },
    by('B12', 'taxed'),
  ),
  ...['9810', '0110'].map((one) =>
    treatment(
      `no invoice asked for under ${one}`,
      { enterprise: zoned, line: noVoucher(mode(one), { noInvoiceExemptionClaimed: true }) },
      by('B12', 'taxed'),
      warns('B14'),
    ),
  ),
  treatment(
    'a special invoice under 9710: nobody asks for the exemption without invoice',
    { enterprise: zoned, line: { declaration: mode('9710'), noInvoiceExemptionClaimed: true } },
    by('B10', 'refund', { method: 'exempt-refund', businessTypeCode: null }),
    { findingsExclude: [{ rule: 'RB-B14' }] },
  ),
  ...(['vatOrdinary', 'govNonTax', 'auctionWithReceipt', 'restructuringTransfer'] as const).flatMap((type) =>
    ['2025-12-31', '2026-01-01'].map((day) =>
      treatment(
        `only ${type}, ${day}`,
        { line: { vouchers: [{ type }], declaration: on(day) } },
        by('B11', 'exempt', { inputVat: 'toCost' }),
      ),
    ),
  ),
  treatment(
    'scrap purchase, 2025',
    { line: { vouchers: [{ type: 'scrapPurchase' }], declaration: on('2025-12-31') } },
    by('B11', 'exempt'),
  ),
  treatment(
    'scrap purchase, 2026',
    { line: { vouchers: [{ type: 'scrapPurchase' }] } },
    by('B11', 'needs-confirmation'),
  ),
  treatment(
    'farm purchase beside an ordinary invoice, 2026',
    { line: { vouchers: [{ type: 'farmPurchase' }, { type: 'vatOrdinary' }] } },
    by('B11', 'exempt'),
  ),
  treatment(
    'own goods in simplified form, 2025: no 报关单, no refund',
    {
      enterprise: maker,
      line: {
        goodsSource: 'own',
        vouchers: [],
        declaration: mode('9610', '2025-12-31'),
        ecommerceList: simplified,
      },
    },
    by('B15', 'exempt', { inputVat: 'toCost' }),
  ),
  treatment(
    'own goods in simplified form, 2026',
    {
      enterprise: maker,
      line: { goodsSource: 'own', vouchers: [], declaration: mode('9610'), ecommerceList: simplified },
    },
    by('B15', 'needs-confirmation', { refundAllowed: false }),
  ),
  treatment(
    'own goods in a summarised list',
    {
      enterprise: maker,
      line: {
        goodsSource: 'own',
        vouchers: [],
        declaration: mode('9610'),
        ecommerceList: { statisticsFlag: 'B' },
      },
    },
    by('A05', 'refund', { method: 'exempt-credit-refund' }),
  ),
  treatment(
    'other bought goods of a manufacturer in simplified form: exempt without it',
    { enterprise: maker, line: { declaration: mode('9610'), ecommerceList: simplified } },
    by('A05', 'exempt'),
  ),
  treatment(
    'the flag of a list says nothing of another mode',
    { line: { ecommerceList: simplified } },
    by('B10', 'refund', { reasonsExclude: ['RB-B15'] }),
  ),
  treatment(
    'simplified list with an ordinary invoice',
    { line: { vouchers: [{ type: 'vatOrdinary' }], declaration: mode('9610'), ecommerceList: simplified } },
    by('B11', 'exempt'),
  ),
  treatment(
    'used equipment, papers incomplete',
    { line: { goodsSource: 'usedEquipment', vouchers: [] } },
    by('B22', 'needs-confirmation'),
  ),
  treatment(
    'used equipment with a payment book, input open, 2025',
    {
      line: {
        goodsSource: 'usedEquipment',
        inputUncredited: true,
        vouchers: [{ type: 'customsPayment' }],
        declaration: on('2025-12-31'),
      },
    },
    by('B22', 'refund', { method: 'exempt-refund' }),
  ),
  treatment(
    'daily goods into a zone, 2025',
    { line: { ...daily, declaration: on('2025-12-31') } },
    by('B03', 'taxed', { inputVat: 'creditable' }),
  ),
  ...['bondedPort', 'zhuhaiMacaoPark', 'bondedLogisticsB'].map((zoneEntry) =>
    treatment(
      `machines into ${zoneEntry}, not left the country`,
      { line: { ...zone, zoneEntry, departed: false } },
      by('B10', 'refund', { reasonsInclude: ['RB-B02'] }),
    ),
  ),
  treatment(
    'into a zone, not booked yet',
    { line: { ...zone, departed: false, bookedAsSale: false, notBookedReason: 'other' } },
    by('B01', 'notYet', { reasonsInclude: ['RB-B02'] }),
  ),
  treatment(
    'small-scale and taxed by the list: no input to credit',
    { enterprise: small, cancelledRefundList: list },
    by('B04', 'taxed', { inputVat: null }),
  ),
  treatment(
    'small-scale and taxed by the mark: no input to credit',
    { enterprise: small, rateLibrary: marked },
    by('B05', 'taxed', { inputVat: null }),
  ),
  treatment(
    'small-scale manufacturer of own goods',
    { enterprise: { ...maker, taxpayer: 'small' }, line: { goodsSource: 'own', vouchers: [] } },
    by('A04', 'exempt'),
  ),
  treatment(
    'small-scale without voucher, 2025',
    { enterprise: small, line: { vouchers: [], declaration: on('2025-12-31') } },
    by('A04', 'exempt', { reasonsExclude: ['RB-B12'] }),
  ),
  treatment(
    'zone goods are no exception to the mark in 2025',
    { line: { cancelledListException: 'zoneGoods', declaration: on('2025-12-31') }, rateLibrary: marked },
    by('B05', 'taxed'),
  ),
  treatment(
    'zone goods are one in 2026',
    { line: { cancelledListException: 'zoneGoods' }, rateLibrary: marked },
    by('B10', 'refund'),
  ),
  treatment(
    'listed raw material of the cancelled list, both layers',
    {
      line: { cancelledListException: 'listedRawMaterial', declaration: on('2025-12-31') },
      cancelledRefundList: list,
    },
    by('B10', 'refund'),
  ),
  treatment(
    'consumption tax of own goods: exempt, nothing comes back',
    { enterprise: maker, line: { goodsSource: 'own', vouchers: [], consumptionTaxGoods: true } },
    by('A05', 'refund', { consumptionTax: 'exemptNoRefund' }),
  ),
  treatment(
    'consumption tax of goods that are taxed',
    { line: { consumptionTaxGoods: true }, cancelledRefundList: list },
    by('B04', 'taxed', { consumptionTax: null, reasonsExclude: ['RB-B27'] }),
  ),
  treatment(
    'consumption tax of a pre-refund',
    { line: { ...unsold(), consumptionTaxGoods: true } },
    by('G01', 'refund', { consumptionTax: 'refund' }),
  ),
  treatment(
    'unsold under 9710: there is no pre-refund',
    { line: unsold('9710') },
    by('B01', 'notYet', { businessTypeCode: null }),
  ),
  treatment(
    'unsold goods of a manufacturer',
    { enterprise: maker, line: { ...unsold(), goodsSource: 'own', vouchers: [] } },
    by('G01', 'refund', { method: 'exempt-credit-refund', businessTypeCode: 'HWC-YT' }),
  ),
  treatment(
    'unsold abroad with an ordinary invoice: exempt, no pre-refund',
    { line: { ...unsold(), vouchers: [{ type: 'vatOrdinary' }] } },
    by('B11', 'exempt', { businessTypeCode: null }),
  ),
]

const pair = (
  title: string,
  given: Parameters<typeof treatment>[1],
  rule: string,
  value: string,
  more = {},
) => treatment(`${rule} first: ${title}`, given, by(rule, value, more))

/** Two rules at once: the one that stands first in the order decides. */
const precedence: readonly Case[] = [
  pair(
    'fraud and 36 months',
    { asOf: '2029-06-01', line: { riskAnswers: ['goodsNotOwned'] } },
    'B23',
    'taxed',
  ),
  pair('36 months and a vehicle into a zone', { asOf: '2029-06-01', line: daily }, 'B25', 'taxed'),
  pair(
    '36 months and supplied material',
    { asOf: '2029-06-01', line: { declaration: mode('0214') } },
    'B25',
    'taxed',
  ),
  pair(
    'daily goods into a zone under 0214',
    { line: { ...daily, declaration: mode('0214') } },
    'B03',
    'taxed',
  ),
  pair(
    'supplied material on the list',
    { line: { declaration: mode('0214') }, cancelledRefundList: list },
    'B19',
    'exempt',
  ),
  pair(
    'on the list, with two extension codes',
    { cancelledRefundList: list, rateLibrary: [rate('73239400001', '0.13'), rate('73239400002', '0')] },
    'B04',
    'taxed',
  ),
  pair('on the list, small-scale', { enterprise: small, cancelledRefundList: list }, 'B04', 'taxed'),
  pair(
    'on the list, market procurement',
    { enterprise: market, line: { declaration: mode('1039') }, cancelledRefundList: list },
    'B04',
    'taxed',
  ),
  pair(
    'on the list, without voucher in a zone',
    { enterprise: zoned, line: noVoucher(mode('9610', '2025-12-31')), cancelledRefundList: list },
    'B04',
    'taxed',
  ),
  pair('no rate, small-scale', { enterprise: small, rateLibrary: [] }, 'A14', 'needs-confirmation'),
  pair(
    'marked exempt, waiver to be taxed',
    { enterprise: waived('taxed'), rateLibrary: [rate('7323940000', '0', '2')] },
    'B06',
    'exempt',
  ),
  pair(
    'small-scale, waiver to be taxed',
    { enterprise: { ...waived('taxed'), taxpayer: 'small' } },
    'A04',
    'exempt',
  ),
  pair(
    'waiver to be taxed, market procurement',
    { enterprise: { ...market, ...waived('taxed') }, line: { declaration: mode('1039') } },
    'B24',
    'taxed',
  ),
  pair(
    'market procurement with a special invoice',
    { enterprise: market, line: { declaration: mode('1039') } },
    'B17',
    'exempt',
  ),
  pair(
    'out of a zone, a sample',
    { line: { zoneExit: true, declaration: mode('1239'), bookedAsSale: false, notBookedReason: 'sample' } },
    'B18',
    'needs-confirmation',
  ),
  pair(
    'a sample without voucher',
    { line: { vouchers: [], bookedAsSale: false, notBookedReason: 'sample' } },
    'B20',
    'exempt',
  ),
  pair(
    'a sample of own goods',
    {
      enterprise: maker,
      line: { goodsSource: 'own', vouchers: [], bookedAsSale: false, notBookedReason: 'sample' },
    },
    'B20',
    'exempt',
  ),
  pair(
    'used equipment without invoice, papers complete',
    { line: { goodsSource: 'usedEquipment', vouchers: [], otherPapersComplete: true } },
    'B22',
    'exempt',
  ),
  pair(
    'an ordinary invoice where none is needed',
    {
      enterprise: zoned,
      line: { ...noVoucher(mode('9610', '2025-12-31')), vouchers: [{ type: 'vatOrdinary' }] },
    },
    'B11',
    'exempt',
  ),
  pair(
    'not departed, cannot be collected',
    { line: { departed: false, fxStatus: 'cannotCollect' } },
    'B01',
    'notYet',
  ),
  pair('not departed, unsold abroad', { line: { ...unsold(), departed: false } }, 'B01', 'notYet', {
    businessTypeCode: null,
  }),
  pair(
    'not booked, cannot be collected',
    { line: { bookedAsSale: false, notBookedReason: 'other', fxStatus: 'cannotCollect' } },
    'B01',
    'notYet',
  ),
  pair(
    'unsold abroad, cannot be collected',
    { line: { ...unsold(), fxStatus: 'cannotCollect' } },
    'G01',
    'refund',
  ),
  pair(
    'cannot be collected, not filed',
    { enterprise: { ...enterprise, rebateFiled: false }, line: { fxStatus: 'cannotCollect' } },
    'B21',
    'exempt',
  ),
  pair(
    'overdue, not filed',
    { enterprise: { ...enterprise, rebateFiled: false }, line: { fxStatus: 'overdue' } },
    'B01',
    'notYet',
  ),
  pair(
    'taxed, not filed: tax waits for no filing',
    { enterprise: { ...enterprise, rebateFiled: false }, cancelledRefundList: list },
    'B04',
    'taxed',
  ),
]

export const treatmentPrecedence: readonly Case[] = [...states, ...precedence]
