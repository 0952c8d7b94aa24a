import { raise } from '../../rules/rule'
import { head, read, unsure } from '../cite'
import { daysBetween } from '../../rules/days'
import type { MatchRule } from './rule'
import { samePlace } from './places'

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const e06 = head(
  'E06',
  'blocking',
  ['发票购方名称、税号须与申报企业一致', 'Name and tax number of the buyer are those of the claimant'],
  ['退回重开', 'Have the invoice made out anew'],
  [unsure('practice')],
)
const e07 = head(
  'E07',
  'blocking',
  [
    '异常凭证、作废或红冲发票、非正常户或走逃失联供应商开具的发票：暂不办理退税',
    'Abnormal, void or reversed vouchers, and those of suppliers that are not normal or have absconded: no refund for now',
  ],
  [
    '换取合规发票；A 级信用企业可在收到通知 10 个工作日内申请核实',
    'Get a proper invoice; a class A taxpayer may ask for a check within 10 working days of the notice',
  ],
  [
    read('2019#38', '三（一）（二）（四）'),
    read('2013#12', '五（九）2', { to: '2025-12-31' }),
    unsure('5号', '五十三', { from: '2026-01-01' }),
  ],
)
const e08 = head(
  'E08',
  'blocking',
  [
    '发票用途须确认为退税；勾选抵扣或未确认的不能退税',
    'The invoice has to be confirmed for refund; for credit, or not at all, it gives none',
  ],
  ['在电子税务局更正用途确认', 'Correct the confirmed use'],
  [unsure('practice')],
)
const e09 = head(
  'E09',
  'warning',
  [
    '开票日期晚于出口日期超过设定天数，或晚于出口且供应商地区与境内货源地不同（天数为企业设定，税务机关口径待确认）',
    'The invoice is dated more days after export than set, or after it with a supplier of another region; the days are a setting',
  ],
  ['准备解释材料', 'Prepare an explanation'],
  [unsure('practice')],
)
const e17 = head(
  'E17',
  'blocking',
  [
    '供应商发货日期晚于报关单出口日期（2025年底前为征税情形第7种；2026年起待确认）',
    'The supplier dispatched after the export date: case 7 of the list of 2013; open from 2026',
  ],
  ['核对发货单据', 'Check the dispatch papers'],
  [
    read('2013#12', '五（九）7', { to: '2025-12-31' }),
    unsure('2013#12', '五（九）7', { from: '2026-01-01' }),
  ],
)

/** The purchase invoices themselves. */
export const invoiceRules: readonly MatchRule[] = [
  {
    ...e06,
    scope: 'invoice',
    check: ({ invoices, claim: { enterprise } }, number) => {
      const { buyerName, buyerTaxNo } = invoices.get(number)!
      const wrong =
        enterprise.taxNo !== undefined && plain(buyerTaxNo) !== plain(enterprise.taxNo)
          ? 'buyerTaxNo'
          : enterprise.name !== undefined && plain(buyerName) !== plain(enterprise.name)
            ? 'buyerName'
            : undefined
      if (!wrong) return []
      const message = { zh: '购方为 {name} {taxNo}', en: 'The buyer is {name} {taxNo}' }
      const params = { name: buyerName, taxNo: buyerTaxNo }
      return [raise(e06, { target: `invoice:${number}`, field: wrong, message, params })]
    },
  },
  {
    ...e07,
    scope: 'invoice',
    check: ({ invoices }, number) => {
      const { status, sellerStatus = 'normal' } = invoices.get(number)!
      const words: Readonly<Record<string, string>> = {
        void: '发票已作废',
        redReversed: '发票已红冲',
        abnormal: '异常凭证',
        nonNormal: '供应商为非正常户',
        absconded: '供应商走逃失联',
      }
      const at = status === 'normal' ? sellerStatus : status
      if (at === 'normal') return []
      const message = { zh: words[at]!, en: `State: ${at}` }
      const field = status === 'normal' ? 'sellerStatus' : 'status'
      return [raise(e07, { target: `invoice:${number}`, field, message })]
    },
  },
  {
    ...e08,
    scope: 'invoice',
    check: ({ invoices }, number) => {
      const { usage } = invoices.get(number)!
      const message =
        usage === 'credit'
          ? { zh: '已勾选抵扣', en: 'Confirmed for credit' }
          : { zh: '尚未确认用途', en: 'Its use is not confirmed' }
      return usage === 'rebate' ? [] : [raise(e08, { target: `invoice:${number}`, field: 'usage', message })]
    },
  },
  {
    ...e09,
    scope: 'invoice',
    check: ({ invoices, itemsOfInvoice, settings }, number) => {
      const { date, sellerRegion } = invoices.get(number)!
      for (const { exportDate, originPlace } of itemsOfInvoice.get(number) ?? []) {
        const days = daysBetween(exportDate, date)
        const elsewhere =
          sellerRegion !== undefined && originPlace !== undefined && !samePlace(sellerRegion, originPlace)
        if (days <= settings.invoiceAfterExportDays && (days <= 0 || !elsewhere)) continue
        const message = {
          zh: '开票日期 {date} 晚于出口日期 {exportDate} {days} 天',
          en: 'Dated {date}; days after the export of {exportDate}: {days}',
        }
        const params = { date, exportDate, days }
        return [raise(e09, { target: `invoice:${number}`, field: 'date', message, params })]
      }
      return []
    },
  },
  {
    ...e17,
    scope: 'invoice',
    check: ({ invoices, itemsOfInvoice }, number) => {
      const { dispatchDate } = invoices.get(number)!
      if (dispatchDate === undefined) return []
      const item = (itemsOfInvoice.get(number) ?? []).find(({ exportDate }) => dispatchDate > exportDate)
      if (!item) return []
      const severity = item.exportDate <= '2025-12-31' ? 'blocking' : 'warning'
      const day = item.exportDate
      return [raise(e17, { target: `invoice:${number}`, field: 'dispatchDate', severity, day })]
    },
  },
]
