import type { RecordKind } from '../../model/import-report'
import type { Profile } from '../profile'
import { amazonOrders, amazonSettlementV1, amazonSettlementV2 } from './amazon'
import { onlineRetail } from './online-retail'
import { paypal } from './paypal'
import { shopifyOrders, shopifyTransactions } from './shopify'
import { templates } from './template'
import { alipay, alipayLedger, cmb, stripe, wechat } from './wallets'

/** Every format that is recognised by its header. A new one is one more file of data and a line here. */
export const profiles: readonly Profile[] = [
  ...templates,
  shopifyOrders,
  shopifyTransactions,
  onlineRetail,
  ...paypal,
  amazonOrders,
  amazonSettlementV1,
  amazonSettlementV2,
  wechat,
  alipay,
  alipayLedger,
  cmb,
  stripe,
]

/** What stands for a file that no profile describes: columns by synonyms or by a mapping. */
export function genericProfile(kind: RecordKind): Profile {
  return {
    id: 'generic',
    kind,
    title: { zh: '按列名对应', en: 'By column names' },
    signature: [],
    columns: {},
    open: true,
    orders: [
      { field: 'status', pattern: '^(cancell?ed|voided|已取消|取消|交易关闭|已关闭)$', kind: 'cancellation' },
    ],
    payments: [
      { field: 'type', pattern: 'refund|reversal|chargeback|退款|拒付', kind: 'refund' },
      { field: 'type', pattern: 'conversion|兑换|结汇', kind: 'conversion' },
      { field: 'type', pattern: 'withdraw|payout|提现', kind: 'withdrawal' },
      { field: 'type', pattern: '\\bfees?\\b|手续费|服务费', kind: 'fee' },
      { field: 'direction', pattern: '支出|不计', kind: 'other' },
      { field: 'status', pattern: 'fail|cancel|declin|失败|关闭', kind: 'other' },
      // Where nothing else says what it is, money that goes back on an order is a refund.
      {
        field: 'amount',
        pattern: '^-',
        where: { orderNo: 'filled', type: 'empty', direction: 'empty' },
        kind: 'refund',
      },
      { field: 'amount', pattern: '^-', kind: 'other' },
      { field: 'paidOut', pattern: '[1-9]', kind: 'other' },
      { field: 'amount', pattern: '.', kind: 'payment' },
    ],
  }
}

/** A profile by its id; undefined when there is none. */
export function findProfile(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id)
}
