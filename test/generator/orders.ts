import type { Order } from '#shared/model/order'
import { Random } from '../sim/random'

/** Plausible orders for the generator's own test: several shapes of numbers, currencies, lines and totals. */
export function* inventOrders(count: number, seed: number): Generator<Order> {
  const random = new Random(seed)
  for (let at = 0; at < count; at++) {
    const shape = random.pick([`#${1001 + at}`, `5${36000 + at}`, `MX-${2000 + at}-k`, `AE${90_000 + at}`])
    const lines: Order['lines'] = Array.from({ length: random.int(1, 5) }, (_, n) => ({
      row: n + 2,
      class: random.chance(0.05) ? 'gift' : 'goods',
      sku: `SKU-${random.int(1, 300)}`,
      name: 'Article',
      quantity: String(random.int(1, 12)),
      price: (random.int(99, 9999) / 100).toFixed(2),
    }))
    yield {
      record: 'order',
      kind: random.chance(0.03) ? 'adjustment' : 'order',
      platform: 'shopify',
      shop: 'one',
      orderNo: shape,
      orderedAt: new Date(Date.UTC(2026, 0, 1 + (at % 60), at % 24)).toISOString(),
      businessDay: new Date(Date.UTC(2026, 0, 1 + (at % 60), (at % 24) + 8)).toISOString().slice(0, 10),
      currency: random.pick(['USD', 'EUR', 'GBP']),
      freight: random.chance(0.5) ? '4.99' : undefined,
      lines: lines.map((line) => (line.class === 'gift' ? { ...line, price: '0' } : line)),
      source: { profile: 'invented', firstRow: 2, lastRow: 2 },
    }
  }
}
