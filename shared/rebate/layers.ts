import { NEW_FIRST, OLD_LAST } from './cite'

/**
 * A law layer: what holds for exports of its days. A new layer is one more entry; rules ask the layer of the export date
 * and never compare years themselves.
 */
export type LawLayer = {
  id: 'transitional' | 'vat-law'
  title: { zh: string; en: string }
  from: string
  to?: string
  /** Share of the cost from which goods follow the policy of their precious main material, and since when. */
  materialShare: { share: string; from: string }
  /** Months from export after which goods neither claimed nor declared exempt are taxed; none in the older layer. */
  deemedSaleMonths?: number
  /** What no purchase voucher at all means for bought goods. */
  withoutVoucher: 'taxed' | 'needs-confirmation'
  /** Whether the rule on small-scale taxpayers without voucher, and the 2018 exemption without invoice, are settled. */
  settled: boolean
  /** Farm and scrap purchase vouchers are named among the papers that exempt. */
  namesPurchaseVouchers: boolean
  /** Zone goods are an exception to the list of cancelled refunds. */
  zoneGoodsExcepted: boolean
  /** A sample or exhibit not booked as sale is exempt by its own rule. */
  unsoldSamplesExempt: boolean
  /** A 9610 list declared in simplified form is exempt; else a person decides. */
  simplifiedListExempt: boolean
  /** The list of 14 faulty papers of 2013 taxes the goods; else a person decides. */
  faultyPapersTaxed: boolean
  /** Without agency formalities the consignor on the declaration is taxed. */
  consignorTaxed: boolean
}

export const layers: readonly LawLayer[] = [
  {
    id: 'transitional',
    title: { zh: '增值税暂行条例 · 财税〔2012〕39号', en: 'Provisional VAT regulations, 2012 circular 39' },
    from: '2011-01-01',
    to: OLD_LAST,
    materialShare: { share: '0.80', from: '2015-01-01' },
    withoutVoucher: 'needs-confirmation',
    settled: true,
    namesPurchaseVouchers: true,
    zoneGoodsExcepted: false,
    unsoldSamplesExempt: false,
    simplifiedListExempt: true,
    faultyPapersTaxed: true,
    consignorTaxed: false,
  },
  {
    id: 'vat-law',
    title: { zh: '增值税法 · 2026年第11号公告', en: 'VAT law, announcement 11 of 2026' },
    from: NEW_FIRST,
    materialShare: { share: '0.50', from: NEW_FIRST },
    deemedSaleMonths: 36,
    withoutVoucher: 'taxed',
    settled: false,
    namesPurchaseVouchers: false,
    zoneGoodsExcepted: true,
    unsoldSamplesExempt: true,
    simplifiedListExempt: false,
    faultyPapersTaxed: false,
    consignorTaxed: true,
  },
]

/** The layer of an export date; undefined before the first, where nothing is computed. */
export const layerOf = (exportDate: string): LawLayer | undefined =>
  layers.find(({ from, to }) => exportDate >= from && (to === undefined || exportDate <= to))
