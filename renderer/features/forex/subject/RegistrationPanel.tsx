import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import { useForexChanges } from '../changes'
import { FindingLines } from '../FindingLines'
import { today } from '../words'

/** What the facts of the year make of register and thresholds: the sum it has come to, and what follows. */
export function RegistrationPanel() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const day = today()
  const { value } = useQueryState(() => port.forexDuties(day), `${useForexChanges()} ${day}`)
  if (!value) return null
  const { registerAt, guidanceEnds, steps, findings } = value.registration
  const sums = Object.values(steps).flatMap(({ cumulative }) => cumulative ?? [])
  const last = sums.at(-1)
  return (
    <section className="face-card" aria-label={t('registration.title')} data-help="forex.registration">
      <h2>{t('registration.title')}</h2>
      <dl className="face-facts">
        {last !== undefined && (
          <div>
            <dt>{t('registration.cumulative')}</dt>
            <dd>{groupDigits(last)}</dd>
          </div>
        )}
        {registerAt && (
          <div>
            <dt>{t('registration.where')}</dt>
            <dd>{t(`registration.${registerAt}`)}</dd>
          </div>
        )}
        {guidanceEnds && (
          <div>
            <dt>{t('registration.guidance')}</dt>
            <dd>{guidanceEnds}</dd>
          </div>
        )}
      </dl>
      <FindingLines findings={findings} none={t('registration.none')} />
    </section>
  )
}
