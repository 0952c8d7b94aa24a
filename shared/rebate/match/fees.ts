import { isZero } from '../../money/decimal'
import { raise } from '../../rules/rule'
import { c10, feeNames, feesOf } from '../amounts/fob'
import type { MatchRule } from './rule'

/** Fees as the items of a 报关单 state them. */
export const feeRules: readonly MatchRule[] = [
  {
    ...c10,
    scope: 'declaration',
    check: (index, no) => {
      const items = index.itemsOf.get(no) ?? []
      if (items.length < 2) return []
      // A list that repeats what the head of a 报关单 states would have it deducted from every item.
      return feesOf[items[0]!.tradeTerms ?? 'FOB'].flatMap(([name]) => {
        if (name === 'inlandCost') return []
        const fees = items.flatMap((item) => item[name] ?? [])
        const [first] = fees
        const same = fees.every(
          ({ mark, value, currency, whole }) =>
            mark === '3' && whole === undefined && value === first?.value && currency === first.currency,
        )
        if (!first || fees.length < items.length || !same || isZero(first.value)) return []
        const [zh, en] = feeNames[name]
        const message = {
          zh: `{items} 项的${zh}都是 {value} {currency}：如为整票${zh}，须按各项总价分摊后填列，否则离岸价少计`,
          en: `All {items} items state {value} {currency} of ${en}: if that is the whole of it, share it by the totals, or FOB comes out too low`,
        }
        const params = { items: items.length, value: first.value, currency: first.currency }
        return [
          raise(c10, { target: `declaration:${no}`, field: name, severity: 'warning', message, params }),
        ]
      })
    },
  },
]
