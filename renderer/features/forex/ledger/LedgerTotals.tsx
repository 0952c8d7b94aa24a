import { useTranslation } from 'react-i18next'
import { differenceReasons, type DifferenceReason } from '#shared/forex/ledger/claims'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'

/** The whole ledger in one line a currency: credited, matched, left, differences by reason; and what waits. */
export function LedgerTotals() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const { value } = useQueryState(() => port.forexTotals(), useForexChanges())
  if (!value) return null
  const { currencies, waiting, declare } = value
  return (
    <div className="forex-totals" role="group" aria-label={t('total.title')}>
      <StateTag tone={waiting > 0 ? 'bad' : 'neutral'}>{t('total.waiting', { count: waiting })}</StateTag>
      <StateTag tone={declare > 0 ? 'waiting' : 'neutral'}>{t('total.declare', { count: declare })}</StateTag>
      {currencies.map(({ currency, credited, matched, left, reasons }) => (
        <span key={currency} className="face-figure">
          <span>{currency}</span> {t('total.credited')} <b>{showAmount(credited, currency)}</b>{' '}
          {t('total.matched')} <b>{showAmount(matched, currency)}</b> {t('total.left')}{' '}
          <b>{showAmount(left, currency)}</b>
          {Object.entries(reasons).map(([reason, amount]) => (
            <span key={reason}>
              {' '}
              {show(differenceReasons[reason as DifferenceReason])} <b>{showAmount(amount, currency)}</b>
            </span>
          ))}
        </span>
      ))}
    </div>
  )
}
