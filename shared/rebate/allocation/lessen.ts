import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import { claimKey } from '../keys'
import type { Allocation, AllocatedExport } from './allocation'

const keyOf = ({ declarationNo, item }: AllocatedExport): string => claimKey(declarationNo, item)
const PLACES = 6
const CENT = 2

/**
 * A link without `qty` of an item, and with that share less of what was bought for it; what it gives up is open again. `left`
 * is absent where nothing remains, `rest` is what the link did not have.
 */
export function lessened<Link extends Allocation>(
  link: Link,
  key: string,
  qty: string,
): { left?: Link; rest: string } {
  const total = sum(link.exports.map((row) => row.qty))
  let rest = qty
  const exports = link.exports.flatMap((row) => {
    if (keyOf(row) !== key || isZero(rest)) return [row]
    const taken = cmp(rest, row.qty) < 0 ? rest : row.qty
    rest = sub(rest, taken)
    const left = sub(row.qty, taken)
    return isZero(left) ? [] : [{ ...row, qty: left }]
  })
  if (exports.length === 0) return { rest }
  const kept = sum(exports.map((row) => row.qty))
  const share = (value: string, places: number) => round(div(mul(value, kept), total, places + 4), places)
  const purchases = link.purchases.map((row) => ({
    ...row,
    qty: share(row.qty, PLACES),
    net: share(row.net, CENT),
  }))
  return { left: { ...link, exports, purchases }, rest }
}
