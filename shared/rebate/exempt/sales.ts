import type { Text } from '../../model/text'
import { add, cmp, div, isZero, mul, neg, toFixed } from '../../money/decimal'
import { listFacts, noFacts } from '../book/claim'
import type { RebateRules } from '../book/records'
import type { RebateEnterprise } from '../../model/rebate/enterprise'
import type { TreatmentLine } from '../../model/rebate/export-line'
import { rateRules } from '../rate-lookup'
import type { LineTreatment } from '../treatment/treat'

/** A 9610 清单 of 简化申报 that was closed: an export without 报关单. Amount in the currency (letters) it was declared in. */
export type SimplifiedList = {
  /** Id of its record, to find what came back of it. */
  id: string
  invtNo: string
  copNo: string
  shop: string
  country: string
  currency: string
  amount: string
  closedOn: string
}

/** What a list is to the rules: bought or made goods that left, without voucher until somebody shows one. */
export const factsOfList = (
  { invtNo, amount, currency, closedOn, country }: SimplifiedList,
  enterprise: RebateEnterprise,
  exempt: NonNullable<RebateRules['exempt']> = {},
): TreatmentLine => ({
  ...noFacts(enterprise),
  line: invtNo,
  bookedAsSale: true,
  ecommerceList: { invtNo, ...listFacts('A', exempt) },
  vouchers: [],
  declaration: {
    no: invtNo,
    item: 1,
    hsCode: '',
    name: '',
    exportDate: closedOn,
    supervisionMode: '9610',
    amount,
    currency,
    destination: country,
  },
})

/**
 * How a simplified list is treated. Its codes have four digits, no library knows them, and no refund is asked for: what the
 * next rule says decides. Whether its goods are on the list of cancelled refunds is for a person to see.
 */
export function treatmentOfList({
  treatment,
  decidedBy,
  note,
  lost,
}: LineTreatment): Pick<LineTreatment, 'treatment' | 'decidedBy' | 'note'> {
  const [next] = lost
  if (decidedBy === rateRules.a14.id && next) {
    return { treatment: next.treatment, decidedBy: next.rule, note: next.note }
  }
  return { treatment, note, ...(decidedBy !== undefined && { decidedBy }) }
}

type ListLine = Readonly<Record<string, string>>

/**
 * What was sold and came back, as a negative amount: of each line its price by the quantity returned. A text says why it
 * cannot be told.
 * @param lines of the 清单, with `gnum`, `qty` and `totalPrice`
 */
export function returnedAmount(
  lines: readonly ListLine[],
  items: readonly { gnum: string; qty: string }[],
): { amount: string } | { why: Text } {
  if (items.length === 0) {
    return {
      why: {
        zh: '只退款不退货：退款金额不在退货记录里，由人更正销售额',
        en: 'Refund without goods: its amount is not in the record of the return; a person corrects the sales',
      },
    }
  }
  let amount = '0'
  for (const { gnum, qty } of items) {
    const line = lines.find((one) => one['gnum'] === gnum)
    const [whole, total] = [line?.['qty'], line?.['totalPrice']]
    if (!whole || !total || isZero(whole) || cmp(qty, whole) > 0) {
      return {
        why: {
          zh: `清单第 ${gnum} 项没有可折算的数量`,
          en: `Line ${gnum} of the list has no quantity to share by`,
        },
      }
    }
    amount = add(amount, toFixed(div(mul(total, qty), whole, 10), 2))
  }
  return { amount: neg(amount) }
}
