import { cmp } from '#shared/money/decimal'
import type { Text } from '#shared/model/text'
import type { RebateInvoiceRow, RebateLineRow } from '../../../data/port'

/** What is typed beside a row that goes into a 关联号: how much of it. */
export type Taken = { id: string; qty: string }

/** Whether a typed quantity is one, and no more than there is; undefined when it is fine. */
export function quantityFault(qty: string, most: string): Text | undefined {
  if (!/^\d+(\.\d+)?$/.test(qty) || cmp(qty, '0') <= 0)
    return { zh: '填大于 0 的数', en: 'Give a number above 0' }
  return cmp(qty, most) > 0 ? { zh: `只余 ${most}`, en: `Only ${most} left` } : undefined
}

/**
 * Quantities to begin with: every export in full; an invoice line as much as the exports still want where units are the same,
 * else all that is left of it.
 */
export function startSides(
  exports: readonly Pick<RebateLineRow, 'id' | 'qty' | 'unit'>[],
  invoices: readonly Pick<RebateInvoiceRow, 'id' | 'leftQty' | 'unit'>[],
): { exports: Taken[]; purchases: Taken[] } {
  const units = new Set([...exports.map(({ unit }) => unit), ...invoices.map(({ unit }) => unit)])
  const [only] = exports
  const wanted = units.size === 1 && exports.length === 1 && invoices.length === 1 ? only?.qty : undefined
  return {
    exports: exports.map(({ id, qty }) => ({ id, qty })),
    purchases: invoices.map(({ id, leftQty }) => ({
      id,
      qty: wanted !== undefined && cmp(wanted, leftQty) < 0 ? wanted : leftQty,
    })),
  }
}
