import { useTranslation } from 'react-i18next'
import type { Totals } from './grid/types'
import { groupDigits, showAmount } from './numbers'

function Figure({ label, value, unit }: { label: string; value: string; unit?: string }) {
  return (
    <span className="totals-figure">
      <span className="totals-label">{label}</span>
      <span className="totals-value">{value}</span>
      {unit && <span className="totals-label">{unit}</span>}
    </span>
  )
}

function Figures({ title, totals }: { title: string; totals: Totals }) {
  const { t } = useTranslation('grid')
  const { rows, tickets, pieces, grossKg, netKg, amounts } = totals
  return (
    <div className="totals-set" role="group" aria-label={title}>
      <span className="totals-title">{title}</span>
      <Figure label={t('rows')} value={groupDigits(String(rows))} />
      {tickets !== undefined && <Figure label={t('tickets')} value={groupDigits(String(tickets))} />}
      {pieces !== undefined && <Figure label={t('pieces')} value={groupDigits(pieces)} />}
      {grossKg !== undefined && <Figure label={t('gross')} value={groupDigits(grossKg)} unit="kg" />}
      {netKg !== undefined && <Figure label={t('net')} value={groupDigits(netKg)} unit="kg" />}
      {amounts?.map(({ currency, amount }) => (
        <Figure key={currency} label={currency || t('noCurrency')} value={showAmount(amount, currency)} />
      ))}
    </div>
  )
}

export type TotalsBarProps = { filter: Totals; selection?: Totals }

/** The fixed bottom line: the whole filter, and the selection beside it. Amounts stand per currency, never added. */
export function TotalsBar({ filter, selection }: TotalsBarProps) {
  const { t } = useTranslation('grid')
  return (
    <div className="totals">
      <Figures title={t('filterTotals')} totals={filter} />
      {selection && selection.rows > 0 && <Figures title={t('selectionTotals')} totals={selection} />}
    </div>
  )
}
