import type { Goods } from '../../model/goods'
import { derivation, type Derivation, type LineOf } from './derivation'
import type { Dossier } from './dossier'
import { enterprise, platform, submission } from './submission'

/** CEB303 电子订单 or 海外仓订仓单, as the mode says. goodsValue is FOB: what the lines of the list add up to, without freight. */
export const orderHead: readonly Derivation<Dossier>[] = [
  ...submission('order'),
  derivation('orderType', 'template.tradeMode', ({ mode }) => mode.orderType),
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  ...platform,
  ...enterprise,
  derivation('goodsValue', 'order.lines', ({ goodsValue }) => goodsValue),
  derivation('freight', 'order.freight', ({ order }) => order.freight),
  derivation('currency', 'order.currency', ({ codes }) => codes.currency),
  derivation('note', 'order.orderNo', ({ order }) => originalNumbers(order)),
]

export const orderLine: readonly Derivation<LineOf>[] = [
  derivation('gnum', 'system', ({ line }) => String(line.gnum)),
  derivation('itemNo', 'goods.sku', ({ line }) => line.goods.sku),
  derivation('itemName', 'goods.itemName', ({ line }) => declaredName(line.goods)),
  derivation('barCode', 'goods.barCode', ({ line }) => line.goods.barCode),
  derivation('unit', 'goods.unit', ({ line }) => line.goods.unit),
  derivation('currency', 'order.currency', ({ dossier }) => dossier.codes.currency),
  derivation('qty', 'order.lines', ({ line }) => line.quantity),
  derivation('price', 'order.lines', ({ line }) => line.price),
  derivation('totalPrice', 'order.lines', ({ line }) => line.amount),
]

/** Customs compares the names of order and 清单 (1322), so both carry the one that the invoice will carry. */
export const declaredName = ({ itemName, name }: Goods) => itemName ?? name

/** A 拆单 or 合单 names the platform's own numbers, so that payments, refunds and inspectors find the original. */
function originalNumbers({ orderNo, originals }: Dossier['order']): string | undefined {
  const numbers = originals.map((original) => original.orderNo)
  return numbers.length === 1 && numbers[0] === orderNo ? undefined : `原单号 ${numbers.join(' ')}`
}
