import { raise } from '../../rules/rule'
import { from2026, head, read, unsure, until2025 } from '../cite'
import {
  confirm,
  exempt,
  hasRefundVoucher,
  hasVoucher,
  isRetailMode,
  isRefundedTrader,
  taxed,
  trades,
  type LineFacts,
  type TreatmentRule,
} from './rule'

const ordinary = ['vatOrdinary', 'govNonTax', 'auctionWithReceipt', 'restructuringTransfer']
const purchasePapers = ['farmPurchase', 'scrapPurchase']

const bare = (facts: LineFacts): boolean => trades(facts) && facts.line.vouchers.length === 0

/** What of the conditions of the exemption without invoice is missing, in words. */
export function missingForNoInvoice({ line, enterprise }: LineFacts): { zh: string; en: string }[] {
  const list = line.ecommerceList
  const conditions: [boolean | undefined, string, string][] = [
    [
      isRetailMode(line.declaration.supervisionMode) && !line.zoneExit,
      '不是零售出口监管方式',
      'not a mode of retail export',
    ],
    [line.declaration.exportDate >= '2018-10-01', '2018-10-01 前出口', 'exported before 2018-10-01'],
    [enterprise.zone?.registered, '企业未在综试区注册', 'the enterprise is not registered in a zone'],
    [enterprise.platformRegistered, '企业未在综试区平台登记', 'the enterprise is not on the zone platform'],
    [
      list?.platformRecordComplete,
      '平台未登记出口日期、名称、计量单位、数量、单价、金额',
      'date, name, unit, quantity, price and amount are not on the platform',
    ],
    [
      list?.clearedAtZoneCustoms,
      '未通过综试区所在地海关办理电商出口申报',
      'not declared at the customs of the zone',
    ],
  ]
  return conditions.flatMap(([met, zh, en]) => (met ? [] : [{ zh, en }]))
}

const b14 = head(
  'B14',
  'warning',
  [
    '无票免税只适用于零售出口，9710、9810、0110 不适用',
    'The exemption without invoice is for retail exports only, not for 9710, 9810 or 0110',
  ],
  ['改按凭证判断，或改正监管方式', 'Decide by the vouchers, or correct the mode'],
  [read('2018#103', '一、三')],
  { from: '2018-10-01' },
)

export const voucherRules: readonly TreatmentRule[] = [
  {
    ...head(
      'B10',
      'info',
      [
        '外贸企业取得增值税专用发票或海关进口增值税专用缴款书：退税',
        'A trading company with a special invoice or a customs payment book: refund',
      ],
      ['完成发票用途确认（退税）', 'Confirm the use of the invoice as refund'],
      [
        read('39号', '四', until2025),
        unsure('11号', '四（一）7', from2026),
        unsure('5号', '十八（一）3', from2026),
      ],
    ),
    decide: (facts) => {
      const { line, layer } = facts
      if (!isRefundedTrader(facts)) return undefined
      const retail = line.declaration.supervisionMode === '9610' && layer.id === 'transitional'
      return {
        treatment: 'refund',
        candidate: true,
        method: 'exempt-refund',
        inputVat: 'refund',
        also: retail ? ['RB-A06', 'RB-B16'] : ['RB-A06'],
      }
    },
  },
  {
    ...head(
      'B11',
      'blocking',
      [
        '外贸企业只有普通发票、政府非税收入票据、拍卖成交确认书和收据、重组无偿划转文件：免税',
        'A trading company with ordinary invoice, government receipt, auction papers or transfer papers only: exempt',
      ],
      ['换取专用发票可退税；否则申报免税', 'A special invoice would allow a refund; else declare exempt'],
      [read('39号', '六（一）1（11）', until2025), read('11号', '六（一）1（10）', from2026)],
    ),
    decide: (facts) => {
      const { line, layer } = facts
      if (!trades(facts) || hasRefundVoucher(line)) return undefined
      if (hasVoucher(line, ...ordinary)) return exempt
      if (!hasVoucher(line, ...purchasePapers)) return undefined
      return layer.namesPurchaseVouchers
        ? exempt
        : confirm(
            '农产品、废旧物资收购凭证不在2026年列举之内，向主管税务机关确认',
            'Farm and scrap purchase papers are not listed from 2026; ask the tax office',
          )
    },
  },
  {
    ...head(
      'B13',
      'blocking',
      [
        '综试区零售出口无有效进货凭证，在平台登记、经综试区海关申报且不属取消退税货物：免税（无票免税）',
        'Retail export of a zone without voucher, registered and declared there, not on the cancelled list: exempt',
      ],
      [
        '2026年起与第11号公告的关系待确认，请向主管税务机关确认',
        'Its standing from 2026 is open: ask the tax office',
      ],
      [read('2018#103', '一（一）至（三）', until2025), unsure('2018#103', '一', from2026)],
      { from: '2018-10-01' },
    ),
    decide: (facts) => {
      if (!bare(facts) || missingForNoInvoice(facts).length > 0) return undefined
      return facts.layer.settled
        ? exempt
        : confirm('无票免税在2026年是否沿用，口径待确认', 'Whether it stands from 2026 is to be confirmed')
    },
  },
  {
    ...b14,
    decide: (facts) => {
      const { line } = facts
      if (!bare(facts) || !line.noInvoiceExemptionClaimed || isRetailMode(line.declaration.supervisionMode))
        return undefined
      const message = {
        zh: '监管方式 {mode} 不是零售出口，不能申请无票免税',
        en: 'Mode {mode} is no retail export; the exemption without invoice does not apply',
      }
      const params = { mode: line.declaration.supervisionMode }
      return {
        mark: true,
        findings: [
          raise(b14, { target: `line:${line.line}`, field: 'noInvoiceExemptionClaimed', message, params }),
        ],
      }
    },
  },
  {
    ...head(
      'B12',
      'blocking',
      [
        '外购直接出口且没有任何列举凭证：2026年起可能征税（原文未见，待确认）；此前免税或征税由人判断',
        'Bought goods without any listed voucher: likely taxed from 2026 (wording not seen); before, a person decides',
      ],
      [
        '尽快取得合规凭证；确无凭证的按视同内销计提并向主管税务机关确认',
        'Get a proper voucher; without one account for output VAT and ask the tax office',
      ],
      [read('39号', '六（一）3', until2025), unsure('11号', '七（一）11', from2026)],
    ),
    decide: (facts) => {
      if (!bare(facts)) return undefined
      const missing = isRetailMode(facts.line.declaration.supervisionMode) ? missingForNoInvoice(facts) : []
      const note = {
        zh: missing.length > 0 ? `不符合无票免税：${missing.map(({ zh }) => zh).join('；')}` : '没有任何凭证',
        en:
          missing.length > 0 ? `Not exempt: ${missing.map(({ en }) => en).join('; ')}` : 'No voucher at all',
      }
      return facts.layer.withoutVoucher === 'taxed'
        ? { ...taxed(facts), note }
        : { treatment: 'needs-confirmation', note }
    },
  },
]
