import { LineClass } from '#shared/model/order'
import type { Order } from '#shared/model/order'
import type { Overlay } from '../../data/port'

/** An imported order with the classes an officer gave to its lines. Values that are no class are left alone. */
export function withClasses(order: Order, overlays: readonly Overlay[]): Order {
  const given = overlays.find((overlay) => overlay.aspect === 'class')
  if (!given) return order
  return {
    ...order,
    lines: order.lines.map((line) => {
      const named = LineClass.safeParse(given.lines[String(line.row)])
      return named.success ? { ...line, class: named.data } : line
    }),
  }
}
