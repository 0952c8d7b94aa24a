import { add } from '../money/decimal'
import { usdText, written } from './amount'
import { capOfOrder } from './checks/caps'
import type { LineVerdict } from './checks/documents'
import type { ReceiptInput } from './model/input'
import type { Rates } from './rates'
import type { UsageLedger } from './usage'

/** An order beside the cap of its day, and how much of it these receipts rest on. */
export type OrderFigures = { usdEq: string | null; overCap: boolean; supported: string }

/** Every order of the input by its number. */
export function ordersOf(
  { orders }: ReceiptInput,
  receipts: readonly { lines: readonly LineVerdict[] }[],
  rates: Rates,
): Record<string, OrderFigures> {
  const supported = new Map<string, string>()
  for (const { orderId, supported: part } of receipts.flatMap(({ lines }) => lines)) {
    if (orderId !== null) supported.set(orderId, add(supported.get(orderId) ?? '0', part))
  }
  return Object.fromEntries(
    (orders ?? []).map((order) => {
      const cap = capOfOrder(order, rates)
      return [
        order.id,
        {
          usdEq: cap ? usdText(cap.usd) : null,
          overCap: cap?.over ?? false,
          supported: written(supported.get(order.id) ?? '0', order.currency),
        },
      ]
    }),
  )
}

/** What is left of every order, and of every customs paper that has an amount. */
export function balancesOf(
  { orders, customsDocs }: ReceiptInput,
  usage: UsageLedger,
): Record<string, string> {
  return Object.fromEntries([
    ...(orders ?? []).map(({ id, amount, currency }) => [
      id,
      written(usage.free('order', id, amount), currency),
    ]),
    ...(customsDocs ?? []).flatMap(({ no, amount, currency }) =>
      amount === undefined ? [] : [[no, written(usage.free('customsDoc', no, amount), currency ?? 'USD')]],
    ),
  ])
}
