import type { Direction } from '../model/mode'
import type { Text } from '../model/text'
import type { Severity } from './fault'
import type { MessageType } from './message'

/** The documents of one declared order. `receipts`: 收款单 of an export, 支付单 of an import. */
export type Member = 'order' | 'receipts' | 'logistics' | 'inventory'

/** Which messages they are. */
export const dossierTypes = {
  export: { order: 'CEB303', receipts: 'CEB403', logistics: 'CEB505', inventory: 'CEB603' },
  import: { order: 'CEB311', receipts: 'CEB411', logistics: 'CEB511', inventory: 'CEB621' },
} as const satisfies Record<Direction, Record<Member, MessageType>>

/** Two documents of a dossier that must say the same; `source` tells where the rule stands. */
export type SameRule = {
  id: string
  left: readonly [Member, field: string]
  right: readonly [Member, field: string]
  severity: Severity
  source: string
}

const keys = '报文规范：单证关联键'

// prettier-ignore
const listRules: readonly SameRule[] = [
  { id: 'order-no', left: ['inventory', 'orderNo'], right: ['order', 'orderNo'], severity: 'refuse', source: keys },
  { id: 'order-platform', left: ['inventory', 'ebpCode'], right: ['order', 'ebpCode'], severity: 'refuse', source: keys },
  { id: 'order-company', left: ['inventory', 'ebcCode'], right: ['order', 'ebcCode'], severity: 'refuse', source: keys },
  { id: 'waybill-carrier', left: ['inventory', 'logisticsCode'], right: ['logistics', 'logisticsCode'], severity: 'refuse', source: keys },
  { id: 'waybill-no', left: ['inventory', 'logisticsNo'], right: ['logistics', 'logisticsNo'], severity: 'refuse', source: keys },
  { id: 'payment-order', left: ['receipts', 'orderNo'], right: ['order', 'orderNo'], severity: 'refuse', source: keys },
]

const person = '报文规范：订单、清单的订购人一致'
const address = '公告2018-113：订单与运单的收货人一致'
const payer = '公告2016-26第6条：订购人身份未经认证的，支付人应为订购人；是否适用口径待确认'

// prettier-ignore
const importRules: readonly SameRule[] = [
  { id: 'import-payment-platform', left: ['receipts', 'ebpCode'], right: ['order', 'ebpCode'], severity: 'refuse', source: keys },
  { id: 'import-payment-company', left: ['order', 'payCode'], right: ['receipts', 'payCode'], severity: 'refuse', source: keys },
  { id: 'payment-no', left: ['order', 'payTransactionId'], right: ['receipts', 'payTransactionId'], severity: 'refuse', source: keys },
  { id: 'payment-amount', left: ['order', 'acturalPaid'], right: ['receipts', 'amountPaid'], severity: 'refuse', source: '报文规范：实际支付金额等于支付金额' },
  { id: 'import-payment-currency', left: ['order', 'currency'], right: ['receipts', 'currency'], severity: 'refuse', source: '报文规范：进口单证币制均为142' },
  { id: 'waybill-order', left: ['logistics', 'orderNo'], right: ['order', 'orderNo'], severity: 'refuse', source: keys },
  { id: 'consignee', left: ['logistics', 'consignee'], right: ['order', 'consignee'], severity: 'refuse', source: address },
  { id: 'consignee-telephone', left: ['logistics', 'consigneeTelephone'], right: ['order', 'consigneeTelephone'], severity: 'refuse', source: address },
  { id: 'consignee-address', left: ['logistics', 'consigneeAddress'], right: ['order', 'consigneeAddress'], severity: 'refuse', source: address },
  { id: 'buyer', left: ['inventory', 'buyerName'], right: ['order', 'buyerName'], severity: 'refuse', source: person },
  { id: 'buyer-id-type', left: ['inventory', 'buyerIdType'], right: ['order', 'buyerIdType'], severity: 'refuse', source: person },
  { id: 'buyer-id', left: ['inventory', 'buyerIdNumber'], right: ['order', 'buyerIdNumber'], severity: 'refuse', source: person },
  { id: 'payer', left: ['receipts', 'payerName'], right: ['order', 'buyerName'], severity: 'warn', source: payer },
  { id: 'payer-id', left: ['receipts', 'payerIdNumber'], right: ['order', 'buyerIdNumber'], severity: 'warn', source: payer },
]

// prettier-ignore
const exportRules: readonly SameRule[] = [
  { id: 'payment-company', left: ['receipts', 'ebcCode'], right: ['order', 'ebcCode'], severity: 'refuse', source: keys },
  { id: 'payment-platform', left: ['receipts', 'ebpCode'], right: ['order', 'ebpCode'], severity: 'warn', source: '收款单与订单的平台代码，口径待确认' },
  { id: 'payment-currency', left: ['receipts', 'currency'], right: ['order', 'currency'], severity: 'warn', source: '换币收款由三单对碰判断' },
  { id: 'waybill-company', left: ['logistics', 'ebcCode'], right: ['inventory', 'ebcCode'], severity: 'warn', source: '运单的电商企业为选填' },
  { id: 'waybill-parcels', left: ['inventory', 'packNo'], right: ['logistics', 'packNo'], severity: 'warn', source: '件数一致，口径待确认' },
  { id: 'waybill-weight', left: ['inventory', 'grossWeight'], right: ['logistics', 'grossWeight'], severity: 'warn', source: '毛重一致，口径待确认' },
]

/** Heads that refer to each other. A side that is absent or empty says nothing and is left to its own checks. */
export const sameRules: Readonly<Record<Direction, readonly SameRule[]>> = {
  export: [...listRules, ...exportRules],
  import: [...listRules, ...importRules],
}

/** Which trade mode an order type belongs to. */
export const modesOfOrderType: Readonly<Record<string, readonly string[]>> = {
  E: ['9610', '1210'],
  B: ['9710'],
  W: ['9810'],
}

export const dossierTexts = {
  same: {
    message: {
      zh: '{left}的{field}“{a}”与{right}的“{b}”不一致',
      en: '{field} of the {left}, “{a}”, differs from the {right}, “{b}”',
    },
    fix: {
      zh: '以先申报的一方为准改正；三单须用同一个值',
      en: 'Correct it after the one declared first; all documents need the same value',
    },
  },
  mode: {
    message: { zh: '订单类型{a}与贸易方式{b}不匹配', en: 'Order type {a} does not fit trade mode {b}' },
    fix: {
      zh: 'E对应9610、1210，B对应9710，W对应9810',
      en: 'E goes with 9610 and 1210, B with 9710, W with 9810',
    },
  },
  lines: {
    message: {
      zh: '清单{a}行，订单{b}行，商品项不能一一对应',
      en: 'Lines of the list: {a}, of the order: {b}; they must correspond one to one',
    },
    fix: { zh: '由同一张订单重新生成清单', en: 'Build the list from the order again' },
  },
  missing: {
    message: { zh: '订单里没有序号{a}的商品', en: 'The order has no line {a}' },
    fix: { zh: '清单序号与订单一致', en: 'Use the line numbers of the order' },
  },
  quantity: {
    message: { zh: '数量{a}与订单的{b}不一致', en: 'Quantity {a} differs from {b} on the order' },
    fix: {
      zh: '改为订单数量；拆单时订单和清单一起拆',
      en: 'Use the quantity of the order; split both together',
    },
  },
  name: {
    message: { zh: '商品名称“{a}”与订单的“{b}”不一致', en: 'Name “{a}” differs from “{b}” on the order' },
    fix: {
      zh: '清单的企业商品名称或申报品名应与订单一致',
      en: 'The seller’s or the declared name of the list should be that of the order',
    },
  },
  value: {
    message: { zh: '{field}{a}与订单的{b}不一致', en: '{field} {a} differs from {b} on the order' },
    fix: {
      zh: '赠品按公允价申报时属正常，其余应一致',
      en: 'Expected for a gift at its fair price, otherwise make them equal',
    },
  },
} satisfies Record<string, { message: Text; fix: Text }>
