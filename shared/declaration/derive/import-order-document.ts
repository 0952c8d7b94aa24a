import { derivation, type Derivation, type LineOf } from './derivation'
import type { Dossier } from './dossier'
import { declaredName } from './order-document'
import { importBuyer, importPayCode, importPayName, YUAN } from './import-party'
import { enterprise, platform, submission } from './submission'

/**
 * CEB311 进口订单. goodsValue holds what was paid with points and coupons too; these are taken off again as discount, so
 * that acturalPaid = goodsValue + freight + taxTotal − discount.
 */
export const importOrderHead: readonly Derivation<Dossier>[] = [
  ...submission('order'),
  derivation('orderType', 'template.tradeMode', ({ mode }) => mode.orderType),
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  ...platform,
  ...enterprise,
  derivation('goodsValue', 'order.lines', ({ goodsValue }) => goodsValue),
  derivation('freight', 'order.freight', ({ order }) => order.freight),
  derivation('discount', 'order.discount', ({ order }) => order.retail?.discount),
  derivation('taxTotal', 'order.tax', ({ order }) => order.retail?.tax),
  derivation('acturalPaid', 'order.total', ({ order }) => order.retail?.paid),
  derivation('currency', 'order.currency', ({ codes }) => codes.currency),
  derivation('buyerRegNo', 'order.buyerId', ({ order }) => order.retail?.buyer.account),
  ...importBuyer,
  derivation('payCode', 'template.payCode', importPayCode),
  derivation('payName', 'template.payName', importPayName),
  derivation(
    'payTransactionId',
    'order.paymentNo',
    ({ order, payment }) => order.retail?.paymentNo || payment?.paymentNo,
  ),
  derivation('consignee', 'order.consignee', ({ order }) => order.retail?.consignee.name),
  derivation('consigneeTelephone', 'order.phone', ({ order }) => order.retail?.consignee.phone),
  derivation('consigneeAddress', 'order.address', ({ order }) => order.retail?.consignee.address),
  derivation('consigneeDistrict', 'order.district', ({ order }) => order.retail?.consignee.district),
]

/** A gift costs the buyer nothing and stands at 0 here; the 清单 has its fair price. */
const isGift = ({ line }: LineOf) => line.class === 'gift'

export const importOrderLine: readonly Derivation<LineOf>[] = [
  derivation('gnum', 'system', ({ line }) => String(line.gnum)),
  derivation('itemNo', 'goods.sku', ({ line }) => line.goods.sku),
  derivation('itemName', 'goods.itemName', ({ line }) => declaredName(line.goods)),
  derivation('gmodel', 'goods.gmodel', ({ line }) => line.goods.gmodel),
  derivation('barCode', 'goods.barCode', ({ line }) => line.goods.barCode),
  derivation('unit', 'goods.unit', ({ line }) => line.goods.unit),
  derivation('qty', 'order.lines', ({ line }) => line.quantity),
  derivation('price', 'order.lines', (of) => (isGift(of) ? '0' : of.line.price)),
  derivation('totalPrice', 'order.lines', (of) => (isGift(of) ? '0' : of.line.amount)),
  derivation('currency', 'fixed', () => YUAN),
  derivation('country', 'goods.origin', ({ line }) => line.goods.origin),
]
