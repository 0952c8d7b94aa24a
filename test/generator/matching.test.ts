import { expect, it } from 'vitest'
import { defaultMatchConfig } from '#shared/matching/config'
import { orderFacts, paymentFacts, waybillFacts } from '#shared/matching/facts'
import { matchAll, orphanBreaks } from '#shared/matching/match-all'
import { MatchIndex } from '#shared/matching/match-index'
import type { Order } from '#shared/model/order'
import { encodeText } from './encode'
import { generate } from './generate'
import { inventOrders } from './orders'
import { plantNames } from './plants'

/** `orderNo kind` of every break that 对碰 finds, and of every one that was planted. */
export function compare(orders: readonly Order[], seed: number) {
  const { truth, documents } = generate(orders, seed)
  const index = new MatchIndex()
  orders.forEach((order, at) => index.addOrder(orderFacts(`o${at}`, order)))
  let at = 0
  for (const { payments, waybills } of documents()) {
    for (const payment of payments) index.addPayment(paymentFacts(`p${at++}`, payment))
    for (const waybill of waybills) index.addWaybill(waybillFacts(`w${at++}`, waybill))
  }
  const breaks = [...matchAll(index, defaultMatchConfig)].flatMap((match) => match.breaks)
  const orphans = [...orphanBreaks(index, defaultMatchConfig)]
  // What a shared payment or waybill names besides the order is an order that nobody has: an orphan, but not planted.
  const strangers = orphans.filter(({ orderNo }) => !orderNo.endsWith('-X'))
  const found = [...breaks, ...strangers].map(({ orderNo, kind }) => `${orderNo} ${kind}`)
  const planted = truth.flatMap(({ orderNo, finds }) => (finds ? [`${orderNo} ${finds}`] : []))
  return { found: found.sort(), planted: planted.sort(), truth }
}

it('every planted break is found and none is invented', () => {
  const used = new Set<string>()
  for (const seed of [1, 2, 3]) {
    const { found, planted, truth } = compare([...inventOrders(3000, seed)], seed)
    expect(found).toEqual(planted)
    truth.forEach(({ plant }) => used.add(plant))
  }
  expect([...used].sort()).toEqual([...plantNames].sort())
})

it('the same seed plants the same, another seed something else', () => {
  const orders = [...inventOrders(200, 1)]
  const run = (seed: number) =>
    JSON.stringify([generate(orders, seed).truth, [...generate(orders, seed).documents()]])
  expect(run(5)).toBe(run(5))
  expect(run(5)).not.toBe(run(6))
})

it('writes GB18030 that a decoder reads back', () => {
  const text = '支付流水,订单号,￥100\r\nＡ１'
  expect(new TextDecoder('gb18030').decode(encodeText(text, 'gb18030'))).toBe(text)
})
