import { add, sub } from '../../money/decimal'
import type { Order } from '../../model/order'
import { discountOf } from '../lines'

/** Kind of document: only the resident identity card is taken (报文规范：订购人证件类型限 1). */
export const residentCard = '1'

/** What an order of retail import says beyond its goods: the money it was paid with, who bought, who receives. */
export type RetailOrder = {
  /** Non-cash part of the price: points, coupons. */
  discount: string
  tax: string
  paid: string
  paymentNo: string
  buyer: { account: string; name: string; phone: string; idType: string; idNumber: string }
  consignee: { name: string; phone: string; address: string; district: string }
}

/** Money and persons of an order of retail import; '' where its file says nothing, which the rules of the messages refuse. */
export function retailOf(order: Order, goodsValue: string, freight: string): RetailOrder {
  const discount = discountOf(order)
  const tax = order.tax ?? '0'
  const phone = order.phone ?? ''
  return {
    discount,
    tax,
    // What the file states is what was paid: where it differs from the sum, the rule of the order says so.
    paid: order.total ?? sub(add(add(goodsValue, freight), tax), discount),
    paymentNo: order.paymentNo ?? '',
    buyer: {
      account: order.buyerId ?? '',
      name: order.buyerName ?? '',
      phone: order.buyerPhone ?? phone,
      idType: order.buyerIdType ?? (order.buyerIdNumber ? residentCard : ''),
      idNumber: order.buyerIdNumber ?? '',
    },
    consignee: {
      name: order.consignee ?? '',
      phone,
      address: order.address ?? '',
      district: order.district ?? '',
    },
  }
}
