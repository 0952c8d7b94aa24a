import type { Text } from '../../model/text'
import { sum } from '../../money/decimal'
import { cents } from '../../rules/explain'
import type { LinkAmounts } from '../precheck'

export const totalLabels: Readonly<
  Record<'base' | 'refund' | 'nonRefundable' | 'consumptionTaxRefund', Text>
> = {
  base: { zh: '计税金额合计', en: 'Base, total' },
  refund: { zh: '应退税额合计', en: 'Refund, total' },
  nonRefundable: { zh: '不予退税（进成本）合计', en: 'Not refunded, total' },
  consumptionTaxRefund: { zh: '消费税应退合计', en: 'Consumption tax refund, total' },
}
type TotalFigure = keyof typeof totalLabels
export const totalFigures = Object.keys(totalLabels) as TotalFigure[]

/** Sums of figures that were rounded already; a figure nobody has is absent. */
export type TotalValues = Partial<Record<TotalFigure, string>>

export function totalsOf(parts: readonly Pick<LinkAmounts, TotalFigure>[]): TotalValues {
  const totals: TotalValues = {}
  for (const figure of totalFigures) {
    const values = parts.flatMap((part) => part[figure] ?? [])
    if (values.length > 0) totals[figure] = cents(sum(values))
  }
  return totals
}

/** What comes back altogether: of VAT and of consumption tax. */
export const refundWith = ({ refund, consumptionTaxRefund }: TotalValues): string | undefined =>
  refund === undefined || consumptionTaxRefund === undefined
    ? refund
    : cents(sum([refund, consumptionTaxRefund]))

/** The totals of a claim as they are shown; a claim without any refund says so with a zero. */
export const toldTotals = (totals: TotalValues): { figure: string; label: Text; value: string }[] =>
  totalFigures.flatMap((figure) => {
    const value = totals[figure] ?? (figure === 'refund' ? '0.00' : undefined)
    return value === undefined ? [] : [{ figure, label: totalLabels[figure], value }]
  })
