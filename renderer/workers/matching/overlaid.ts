import { modeRules } from '#shared/declaration/modes/modes'
import { orderFacts } from '#shared/matching/facts'
import type { OrderFacts } from '#shared/matching/facts'
import { modeOfPath } from '#shared/model/mode'
import type { ModePath } from '#shared/model/mode'
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

/** An order as 对碰 sees it, with what officers decided: the classes of its lines, and whether it is sold at all. */
export function overlaidFacts(id: string, order: Order, overlays: readonly Overlay[]): OrderFacts {
  const facts = orderFacts(id, withClasses(order, overlays))
  const path = overlays.find((overlay) => overlay.aspect === 'mode')?.path
  return path && isUnsold(path) ? { ...facts, unsold: true } : facts
}

/** By 清单 or by 报关单: what goes to a warehouse abroad is sold from there. */
const isUnsold = (path: ModePath): boolean => {
  const rule = Object.entries(modeRules).find(([mode]) => mode === modeOfPath(path))?.[1]
  return rule?.receipts === 'none'
}

/** Whether what was laid over an order changes how it is matched. */
export const bearsOnMatch = ({ aspect }: Overlay): boolean => aspect === 'class' || aspect === 'mode'
