import { z } from 'zod'
import { templateFieldsOf } from '../import/profiles/template'
import { cmp, isDecimal } from '../money/decimal'
import type { Order } from '../model/order'
import { fillText, type Text } from '../model/text'
import type { ReturnFault } from './fault'

/** Longest 订单编号 of a message. */
const ORDER_NO = 60

/** What is sent instead: goods by SKU, with what they really cost the buyer, or would. */
export const ReplacementLine = z.object({
  sku: z.string(),
  name: z.string(),
  quantity: z.string(),
  price: z.string(),
})
export type ReplacementLine = z.infer<typeof ReplacementLine>

/**
 * The order of what is sent instead, as an officer gives it: a new one with its lines, or without lines the number of one
 * that the platform's own file already brought.
 */
export const Replacement = z.object({ orderNo: z.string(), lines: z.array(ReplacementLine) })
export type Replacement = z.infer<typeof Replacement>

/** That order as the case keeps it: its record, and the numbers it is found by. */
export const ReplacementLink = z.object({
  order: z.string(),
  platform: z.string(),
  shop: z.string(),
  orderNo: z.string(),
})
export type ReplacementLink = z.infer<typeof ReplacementLink>

/** The number a new order is offered: that of the first with how often something was sent instead of it. */
export const replacementNo = (orderNo: string, earlier: number): string => `${orderNo}-R${earlier + 1}`

/** What its import is called: where the order came from. */
export const replacementFileName = (orderNo: string): string => `换货 ${orderNo}.csv`

/** What is known of the order that number names: nothing, or an order of this shop. */
export type NumberHolder = 'free' | 'order' | 'itself'

const texts = {
  taken: {
    text: { zh: '订单号{orderNo}已经有了', en: 'There is an order {orderNo} already' },
    fix: {
      zh: '换一个订单号；这个订单就是补发订单的，把商品行清空，只填订单号',
      en: 'Give another number; if that order is the one sent instead, leave the lines empty and give its number alone',
    },
  },
  unknown: {
    text: {
      zh: '没有填补发的商品，本店也没有订单{orderNo}',
      en: 'No goods are given, and this shop has no order {orderNo}',
    },
    fix: {
      zh: '填补发数量，由本机建这个订单；平台有补发订单的先导入，填它的订单号；不关联订单的清空订单号',
      en: 'Give quantities and the order is made here; or import the order of the platform and give its number; or clear the number',
    },
  },
  itself: {
    text: { zh: '补发订单不能是原订单自己', en: 'The order sent instead cannot be the first order itself' },
    fix: { zh: '填补发订单的订单号', en: 'Give the number of the order sent instead' },
  },
  number: {
    text: { zh: '补发的商品没有订单号', en: 'What is sent instead has no order number' },
    fix: { zh: '填补发订单的订单号', en: 'Give the number of the order sent instead' },
  },
  long: {
    text: { zh: '订单号超过{most}个字符', en: 'The order number has more than {most} characters' },
    fix: { zh: '报文中订单编号最多这么长', en: 'Messages have no room for more' },
  },
  sku: {
    text: { zh: '第{line}行没有货号', en: 'Line {line} has no SKU' },
    fix: { zh: '填商品资料里的货号', en: 'Give the SKU as in the goods master' },
  },
  quantity: {
    text: { zh: '第{line}行的数量不是大于0的数', en: 'The quantity of line {line} is no number above 0' },
    fix: { zh: '填不带单位的数量，不补发的留空', en: 'Give a plain number; leave out what is not sent' },
  },
  price: {
    text: { zh: '第{line}行的单价不是大于0的数', en: 'The price of line {line} is no number above 0' },
    fix: {
      zh: '补发的货物按实际价格申报，不能是0：填原成交单价或同样商品的售价',
      en: 'What is sent instead is declared with its real price, never 0: give the price it was, or is, sold at',
    },
  },
} as const satisfies Record<string, { text: Text; fix: Text }>

/** What speaks against this order. A blank number without lines is none at all: the case is noted without one. */
export function replacementFaults({ orderNo, lines }: Replacement, holder: NumberHolder): ReturnFault[] {
  const refuse = (
    code: keyof typeof texts,
    where: string,
    values: Record<string, string | number>,
  ): ReturnFault => ({
    code: `replacement-${code}`,
    where,
    severity: 'refuse',
    text: fillText(texts[code].text, values),
    fix: texts[code].fix,
  })
  const faults: ReturnFault[] = []
  const of = { orderNo, most: ORDER_NO }
  if (lines.length > 0 && orderNo === '') faults.push(refuse('number', 'replacement', of))
  else if (holder === 'itself') faults.push(refuse('itself', 'replacement', of))
  else if (orderNo.length > ORDER_NO) faults.push(refuse('long', 'replacement', of))
  else if (lines.length > 0 && holder === 'order') faults.push(refuse('taken', 'replacement', of))
  else if (lines.length === 0 && orderNo !== '' && holder === 'free')
    faults.push(refuse('unknown', 'replacement', of))
  const positive = (text: string) => isDecimal(text) && cmp(text, '0') > 0
  for (const [at, { sku, quantity, price }] of lines.entries()) {
    const line = at + 1
    if (sku.trim() === '') faults.push(refuse('sku', 'replacement', { line }))
    if (!positive(quantity)) faults.push(refuse('quantity', 'replacement', { line }))
    if (!positive(price)) faults.push(refuse('price', 'replacement', { line }))
  }
  return faults
}

/** Of the first order: where it came from, who receives it, and in what it was paid. */
export type FirstOrder = Pick<
  Order,
  | 'platform'
  | 'shop'
  | 'currency'
  | 'buyerId'
  | 'buyerName'
  | 'consignee'
  | 'phone'
  | 'address'
  | 'email'
  | 'country'
>
const carried = ['buyerId', 'buyerName', 'consignee', 'phone', 'address', 'email', 'country'] as const

/**
 * A file of our own order template with this one order, so that it comes in as every order does: to the same buyer, in the
 * same currency, without freight.
 * @param now ISO instant
 */
export function replacementFile({ orderNo, lines }: Replacement, first: FirstOrder, now: string): string {
  const fields = templateFieldsOf('orders').map(([field, { label }]) => [field, label.zh] as const)
  const common: Record<string, string> = {
    orderNo,
    platform: first.platform,
    shop: first.shop,
    orderedAt: now,
    currency: first.currency ?? '',
    ...Object.fromEntries(carried.map((name) => [name, first[name] ?? ''])),
  }
  const rows = lines.map((line) => {
    const values: Record<string, string> = { ...common, ...line }
    return fields.map(([field]) => values[field] ?? '')
  })
  return [fields.map(([, title]) => title), ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
