import type { Text } from '../model/text'
import type { BreakKind } from './break'

export type BreakText = { label: Text; message: Text; fix: Text }

/** Words of every break: a label for lists, the sentence with its values, the remedy. Parameters: orderNo, ours, theirs. */
export const breakTexts: Readonly<Record<BreakKind, BreakText>> = {
  'order-incomplete': {
    label: { zh: '订单不完整', en: 'Order incomplete' },
    message: {
      zh: '订单 {orderNo} 有 {ours} 行导入时被拒收，商品不全',
      en: 'Order {orderNo} lacks rows that were refused on import: {ours}',
    },
    fix: {
      zh: '在错误行清单中改正这些行并重新导入，订单补全后自动重新对碰',
      en: 'Mend the refused rows in the error list; the order is matched again when it is complete',
    },
  },
  'order-number-shared': {
    label: { zh: '订单号在多个店铺重复', en: 'Order number in several shops' },
    message: {
      zh: '订单号 {ours} 在另一店铺（{theirs}）也有，单据没有写明店铺，无法判断归属',
      en: 'Order number {ours} also exists in {theirs}, and the documents do not say which shop they belong to',
    },
    fix: {
      zh: '导入单据时注明平台和店铺，或手工对碰并写明理由',
      en: 'Import the documents with platform and shop, or match by hand with a reason',
    },
  },
  'order-cancelled': {
    label: { zh: '已取消但有运单', en: 'Cancelled but has a waybill' },
    message: {
      zh: '订单 {orderNo} 已被 {ours} 取消，却有运单 {theirs}',
      en: 'Order {orderNo} was cancelled by {ours}, yet there is waybill {theirs}',
    },
    fix: {
      zh: '确认包裹已截回则作废运单；确已发出则撤消取消标记并写明理由',
      en: 'If the parcel was held back void the waybill; if it left reinstate the order with a reason',
    },
  },
  'order-declared': {
    label: { zh: '订单已用于其他清单', en: 'Order used by another list' },
    message: {
      zh: '订单 {orderNo} 已用于清单 {theirs}',
      en: 'Order {orderNo} is already declared by list {theirs}',
    },
    fix: {
      zh: '先撤销或作废原清单，或不再申报此订单',
      en: 'Withdraw or void that list first, or do not declare this order again',
    },
  },
  'goods-differ': {
    label: { zh: '商品或数量不符', en: 'Goods or quantity differ' },
    message: {
      zh: '订单商品为 {ours}，已生成的清单为 {theirs}',
      en: 'The order holds {ours}, the list made from it {theirs}',
    },
    fix: {
      zh: '以实际发货为准：更正订单后重新生成清单，或撤销清单',
      en: 'Follow what was shipped: correct the order and build the list again, or withdraw the list',
    },
  },
  'payment-missing': {
    label: { zh: '无收款单', en: 'No payment' },
    message: {
      zh: '订单 {orderNo} 应收 {ours}，没有对应的收款记录',
      en: 'Order {orderNo} is due {ours} and has no payment',
    },
    fix: {
      zh: '可先申报；收到平台或支付机构的收款文件后导入，自动补上',
      en: 'May be declared now; import the payment file when it comes and this closes by itself',
    },
  },
  'payment-short': {
    label: { zh: '收款略少（容差内）', en: 'Payment short within tolerance' },
    message: {
      zh: '应收 {ours}，实收 {theirs}，差额在容差内',
      en: 'Due {ours}, received {theirs}; the difference is within the tolerance',
    },
    fix: {
      zh: '核对是否为手续费或汇差；可申报，补齐凭证后关闭',
      en: 'Check whether a fee or rate explains it; may be declared, close it with the evidence',
    },
  },
  'payment-under': {
    label: { zh: '收款少于订单', en: 'Payment below the order' },
    message: {
      zh: '应收 {ours}，实收 {theirs}，差额超出容差',
      en: 'Due {ours}, received {theirs}; the difference is beyond the tolerance',
    },
    fix: {
      zh: '查是否另有一笔收款或部分退款；补导入后重新对碰，或手工对碰并写明理由',
      en: 'Look for a second payment or a partial refund and import it, or match by hand with a reason',
    },
  },
  'payment-over': {
    label: { zh: '收款多于订单', en: 'Payment above the order' },
    message: { zh: '应收 {ours}，实收 {theirs}', en: 'Due {ours}, received {theirs}' },
    fix: {
      zh: '查是否含小费、税费或重复付款；更正后重新对碰，或手工对碰并写明理由',
      en: 'Check for tips, taxes or a double payment; correct and match again, or match by hand with a reason',
    },
  },
  'payment-currency': {
    label: { zh: '币制不符', en: 'Currency differs' },
    message: {
      zh: '订单币制 {ours}，收款为 {theirs}，没有支付机构的换汇记录可以解释',
      en: 'The order is in {ours}, the payment is {theirs}, and no conversion of the institution explains it',
    },
    fix: {
      zh: '导入支付机构的换汇明细（成对的两行），或更正订单或收款的币制',
      en: 'Import the conversion lines of the institution, or correct the currency of order or payment',
    },
  },
  'payment-duplicate': {
    label: { zh: '重复收款', en: 'Payment twice' },
    message: {
      zh: '订单 {orderNo} 只应有一笔收款 {ours}，却有 {theirs}',
      en: 'Order {orderNo} should have the one payment {ours} but has {theirs}',
    },
    fix: {
      zh: '同一笔重复导入的删去一行；确实多付的登记退款',
      en: 'Remove the line that was exported twice; if the buyer paid twice record the refund',
    },
  },
  'payment-shared': {
    label: { zh: '一笔收款用于多单', en: 'One payment for several orders' },
    message: {
      zh: '收款 {theirs} 同时用于其他订单（{ours}）',
      en: 'Payment {theirs} is also claimed by {ours}',
    },
    fix: {
      zh: '核对支付流水号；确为合并付款的，手工对碰并写明理由',
      en: 'Check the payment number; if one payment covers several orders match by hand with a reason',
    },
  },
  'payment-late': {
    label: { zh: '收款晚到', en: 'Payment late' },
    message: {
      zh: '下单 {ours}，收款 {theirs}，超过规定天数',
      en: 'Ordered on {ours}, paid on {theirs}, later than the allowed days',
    },
    fix: {
      zh: '可申报；核对是否对应另一订单，必要时调整天数设置',
      en: 'May be declared; check that it belongs to this order, or change the allowed days',
    },
  },
  'payment-key-differs': {
    label: { zh: '收款订单号写法不同', en: 'Payment number written differently' },
    message: {
      zh: '收款上的订单号“{theirs}”与订单“{ours}”只差大小写、空格、全半角、# 或前导零',
      en: 'The payment says “{theirs}”, the order “{ours}”: only case, blanks, width, # or leading zeros differ',
    },
    fix: {
      zh: '确认是同一订单后点「确认对碰」并写明理由；不是则更正收款文件',
      en: 'If it is the same order confirm the match with a reason; otherwise correct the payment file',
    },
  },
  'payment-orphan': {
    label: { zh: '收款无订单', en: 'Payment without order' },
    message: {
      zh: '收款 {theirs} 找不到订单“{orderNo}”',
      en: 'Payment {theirs}: no order “{orderNo}” was found',
    },
    fix: {
      zh: '导入缺少的订单，或手工指定订单，或标为往来款不参与对碰',
      en: 'Import the missing order, name the order by hand, or mark it as not belonging to an order',
    },
  },
  'refund-part': {
    label: { zh: '有部分退款', en: 'Partly refunded' },
    message: {
      zh: '订单 {orderNo} 金额 {ours}，已退款 {theirs}',
      en: 'Order {orderNo} of {ours} was refunded {theirs}',
    },
    fix: {
      zh: '确认实发商品：少发的更正数量；仅退款不退货的可申报，退税与收汇需确认',
      en: 'Confirm what was shipped: correct the quantity if less; a refund without return may be declared, rebate and receipt of money need a decision',
    },
  },
  'refund-full': {
    label: { zh: '已全额退款', en: 'Fully refunded' },
    message: {
      zh: '订单 {orderNo} 金额 {ours}，已全额退款 {theirs}',
      en: 'Order {orderNo} of {ours} was refunded in full, {theirs}',
    },
    fix: {
      zh: '未发货的取消订单；已发货的写明理由后手工对碰',
      en: 'Cancel the order if nothing was shipped; otherwise match by hand with a reason',
    },
  },
  'waybill-missing': {
    label: { zh: '无运单', en: 'No waybill' },
    message: { zh: '订单 {orderNo} 没有运单', en: 'Order {orderNo} has no waybill' },
    fix: {
      zh: '导入物流企业的运单文件，或核对运单上的订单号',
      en: 'Import the waybill file of the carrier, or check the order number on the waybill',
    },
  },
  'waybill-shared': {
    label: { zh: '一个运单用于多单', en: 'One waybill for several orders' },
    message: {
      zh: '运单 {theirs} 同时用于其他订单（{ours}）',
      en: 'Waybill {theirs} is also claimed by {ours}',
    },
    fix: {
      zh: '同一收货人同一包裹的做合单；否则更正运单号',
      en: 'Merge the orders if they are one parcel to one consignee; otherwise correct the waybill number',
    },
  },
  'waybill-declared': {
    label: { zh: '运单已用于其他清单', en: 'Waybill used by another list' },
    message: {
      zh: '运单 {ours} 已用于清单 {theirs}',
      en: 'Waybill {ours} is already declared by list {theirs}',
    },
    fix: {
      zh: '更正运单号；同一物流企业六个月内不得重复使用单号',
      en: 'Correct the waybill number; a carrier may not use a number again within six months',
    },
  },
  'waybill-key-differs': {
    label: { zh: '运单订单号写法不同', en: 'Waybill number written differently' },
    message: {
      zh: '运单上的订单号“{theirs}”与订单“{ours}”只差大小写、空格、全半角、# 或前导零',
      en: 'The waybill says “{theirs}”, the order “{ours}”: only case, blanks, width, # or leading zeros differ',
    },
    fix: {
      zh: '确认是同一订单后点「确认对碰」并写明理由；不是则更正运单文件',
      en: 'If it is the same order confirm the match with a reason; otherwise correct the waybill file',
    },
  },
  'waybill-orphan': {
    label: { zh: '运单无订单', en: 'Waybill without order' },
    message: {
      zh: '运单 {theirs} 找不到订单“{orderNo}”',
      en: 'Waybill {theirs}: no order “{orderNo}” was found',
    },
    fix: {
      zh: '导入缺少的订单，或手工指定订单',
      en: 'Import the missing order, or name the order by hand',
    },
  },
}

/** Words of what was noticed and explained. */
export const noteTexts = {
  converted: {
    zh: '收款 {amount} {from} 由支付机构换汇为 {converted} {to}，汇率 {rate}',
    en: 'Payment of {amount} {from} was converted to {converted} {to} by the institution at {rate}',
  },
  'payment-parts': { zh: '分 {count} 笔收款，合计相符', en: 'Paid in {count} parts that add up' },
  'net-of-fee': {
    zh: '实收 {amount}，加手续费 {fee} 等于应收',
    en: 'Received {amount}; with the fee of {fee} it is what was due',
  },
  'several-waybills': {
    zh: '共 {count} 个运单，将自动拆单',
    en: '{count} waybills; the order is split automatically',
  },
  merged: { zh: '与 {orders} 合单', en: 'Merged with {orders}' },
  cancelled: { zh: '已被 {by} 全部取消', en: 'Cancelled as a whole by {by}' },
  'cancelled-part': { zh: '{by} 取消了其中一部分', en: '{by} cancels a part of it' },
  accepted: { zh: '{who} 接受了“{zh}”：{reason}', en: '{who} accepted “{en}”: {reason}' },
} as const satisfies Record<string, Text>
