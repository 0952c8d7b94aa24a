import { precheckReceipts } from '#shared/forex/precheck'
import type { ReceiptInput } from '#shared/model/forex/input'
import { splitCredits, type SplitCredit, type SplitPayment } from '#shared/forex/ledger/split'
import { sum } from '#shared/money/decimal'
import { timed, type Step } from './step'

/** One credit for every hundred payment lines, and for every line an order with waybill and customs paper. */
const linesPerCredit = 100
const buyers = 20_011

export type ForexBench = { steps: Step[]; heap: number; ready: number }

/** A batch of receipts that all their papers support; like a month of small parcels through a payment institution. */
export function forexBatch(lines: number): ReceiptInput {
  const credits = Math.ceil(lines / linesPerCredit)
  const cents = (at: number) => 500 + ((at * 7919) % 9500)
  const money = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
  const day = (at: number) => `2026-10-${String(1 + (at % 28)).padStart(2, '0')}`
  const every = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const creditOf = (at: number) => Math.floor(at / linesPerCredit)
  const totals = new Array<number>(credits).fill(0)
  for (let at = 0; at < lines; at += 1) totals[creditOf(at)] = (totals[creditOf(at)] ?? 0) + cents(at)
  return {
    subject: { type: 'enterprise', listed: true, class: 'A' },
    bankCredits: totals.map((units, at) => ({
      id: `R${at}`,
      channel: 'paymentInstitution' as const,
      institution: { name: 'PI', fxRegistered: true },
      amount: money(units),
      currency: 'USD',
      valueDate: `2026-11-${String(1 + (at % 28)).padStart(2, '0')}`,
    })),
    paymentLines: every(lines, (at) => ({
      id: `P${at}`,
      orderId: `O${at}`,
      creditId: `R${creditOf(at)}`,
      amount: money(cents(at)),
    })),
    orders: every(lines, (at) => ({
      id: `O${at}`,
      currency: 'USD',
      amount: money(cents(at)),
      orderedOn: day(at),
      buyer: { name: `Buyer ${at % buyers}`, country: 'USA' },
      seller: { name: 'Exporter', country: 'CHN' },
      goods: 'cups',
      quantity: '1',
      consignee: `Buyer ${at % buyers}`,
      supervisionMode: '9610' as const,
    })),
    waybills: every(lines, (at) => ({
      no: `W${at}`,
      orderId: `O${at}`,
      orderRef: `O${at}`,
      shippedOn: `2026-10-${String(Math.min(28, 2 + (at % 28))).padStart(2, '0')}`,
      consignee: `Buyer ${at % buyers}`,
      country: 'USA',
    })),
    customsDocs: every(lines, (at) => ({
      no: `D${at}`,
      type: 'list' as const,
      supervisionMode: '9610' as const,
      currency: 'USD',
      amount: money(cents(at)),
      orderIds: [`O${at}`],
    })),
  }
}

/** Orders, waybills and customs papers found by the keys of the payment lines, and the lines by credit: nothing else. */
export function bareJoin({
  paymentLines = [],
  orders = [],
  waybills = [],
  customsDocs = [],
  bankCredits,
}: ReceiptInput): number {
  const orderOf = new Map(orders.map((one) => [one.id, one]))
  const waybillOf = new Map(waybills.map((one) => [one.orderId, one]))
  const paperOf = new Map(customsDocs.flatMap((one) => (one.orderIds ?? []).map((id) => [id, one] as const)))
  const linesOf = new Map(bankCredits.map(({ id }) => [id, [] as typeof paymentLines]))
  for (const line of paymentLines) linesOf.get(line.creditId)?.push(line)
  let complete = 0
  for (const { id } of bankCredits) {
    for (const { orderId } of linesOf.get(id) ?? []) {
      if (orderId !== null && orderOf.has(orderId) && waybillOf.has(orderId) && paperOf.has(orderId))
        complete += 1
    }
  }
  return complete
}

const shopDays = 28

/** The same payments as files tell them: each credit is what a shop was paid on a day, and nothing names it. */
export function splitBatch(lines: number): { credits: SplitCredit[]; payments: SplitPayment[] } {
  const { paymentLines = [], bankCredits } = forexBatch(lines)
  const place = (credit: number) => ({
    shop: `S${Math.floor(credit / shopDays)}`,
    day: `2026-10-${String(1 + (credit % shopDays)).padStart(2, '0')}`,
  })
  return {
    credits: bankCredits.map(({ id, amount, currency }, at) => ({
      id,
      amount,
      currency,
      named: [],
      ...place(at),
    })),
    payments: paymentLines.map(({ id, orderId, amount }, at) => ({
      id,
      orderId: orderId ?? id,
      amount,
      currency: 'USD',
      ...place(Math.floor(at / linesPerCredit)),
    })),
  }
}

/** Payments by shop and day, their orders by number, and which credit is their sum: nothing else. */
export function bareSplit(
  { credits, payments }: ReturnType<typeof splitBatch>,
  prices: Readonly<Record<string, string>>,
): number {
  const orders = new Map(Object.entries(prices))
  const byPlace = new Map<string, SplitPayment[]>()
  for (const one of payments) {
    if (!orders.has(one.orderId)) continue
    const key = `${one.shop} ${one.day}`
    const known = byPlace.get(key)
    if (known) known.push(one)
    else byPlace.set(key, [one])
  }
  return credits.reduce((all, { shop, day, amount }) => {
    const own = byPlace.get(`${shop} ${day}`) ?? []
    return sum(own.map((one) => one.amount)) === sum([amount]) ? all + own.length : all
  }, 0)
}

/**
 * The pre-check of receipts beside the bare join over the same keys, and the same credits taken apart into payments; `heap` in MB after it, with its report held.
 */
export async function benchForex(lines: number): Promise<ForexBench> {
  const input = forexBatch(lines)
  const bare = await timed(() => bareJoin(input))
  const { ms, result } = await timed(() => precheckReceipts(input, '2026-11-30'))
  const apart = splitBatch(lines)
  const prices = Object.fromEntries(apart.payments.map(({ orderId, amount }) => [orderId, amount]))
  const bareApart = await timed(() => bareSplit(apart, prices))
  const taken = await timed(() => splitCredits(apart.credits, apart.payments, prices))
  const heap = Math.round(process.memoryUsage().heapUsed / 1_048_576)
  const ready = result.receipts.filter((one) => one.result === 'READY').length
  const count = result.receipts.reduce((all, one) => all + one.lines.length, 0)
  return {
    steps: [
      {
        step: 'pre-check of receipts',
        count,
        unit: 'payment lines',
        ms,
        bare: 'hash join over the same keys',
        bareMs: bare.ms,
      },
      {
        step: 'credits taken apart',
        count: taken.result.shares.length,
        unit: 'payment lines',
        ms: taken.ms,
        bare: 'hash join, sums by shop and day',
        bareMs: bareApart.ms,
      },
    ],
    heap,
    ready,
  }
}
