import { useTranslation } from 'react-i18next'
import type { SummaryTotals } from '#shared/summary/totals'
import { groupDigits, showAmount } from '../../components/numbers'
import { useCodeBook } from '../../components/useCodeBook'
import type { SummaryPreview } from '../../data/port'
import { named } from './named'

function Line({ label, totals, note }: { label: string; totals: SummaryTotals; note?: string }) {
  const { t } = useTranslation('summary')
  const book = useCodeBook()
  return (
    <p className="summary-sum">
      <b>{label}</b>
      <span>{t('sum.lists', { count: totals.lists })}</span>
      <span>{t('sum.pieces', { pieces: groupDigits(totals.pieces) })}</span>
      <span>{t('sum.gross', { weight: groupDigits(totals.grossWeight) })}</span>
      <span>{t('sum.net', { weight: groupDigits(totals.netWeight) })}</span>
      {totals.amounts.map(({ currency, amount }) => (
        <span key={currency}>
          {named(book, 'currency', currency)} {showAmount(amount, '')}
        </span>
      ))}
      {note && <span className="face-note">{note}</span>}
    </p>
  )
}

/** B lists that go in, and A lists, which never become a 报关单. */
export function Sums({ preview }: { preview: SummaryPreview }) {
  const { t } = useTranslation('summary')
  return (
    <div className="face-card">
      <Line label={t('sum.included')} totals={preview.included} />
      {preview.simplified.lists > 0 && (
        <Line label={t('sum.simplified')} totals={preview.simplified} note={t('sum.simplifiedNote')} />
      )}
    </div>
  )
}
