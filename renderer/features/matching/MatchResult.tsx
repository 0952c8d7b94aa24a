import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import type { MatchSummary } from '../../data/port'

const parts = ['matched', 'pending', 'blocked', 'cancelled', 'none'] as const

/** Where the orders of a run ended up; the parts add up to the orders. */
export function MatchResult({ summary }: { summary: MatchSummary }) {
  const { t } = useTranslation('matching')
  const number = (value: number) => groupDigits(String(value))
  return (
    <div className="match-result" aria-label={t('result.title')} role="group">
      <dl>
        <dt>{t('result.orders')}</dt>
        <dd data-figure="orders">{number(summary.orders)}</dd>
      </dl>
      <span aria-hidden>=</span>
      {parts.map((part) => (
        <dl key={part} className={`match-${part}`}>
          <dt>{t(`result.${part}`)}</dt>
          <dd data-figure={part}>{number(summary[part])}</dd>
        </dl>
      ))}
      <span className="matching-space" />
      <span>{t(summary.stopped ? 'result.stopped' : 'result.changed', { count: summary.changed })}</span>
    </div>
  )
}
