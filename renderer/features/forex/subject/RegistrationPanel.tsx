import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../../components/numbers'
import { useDuties } from '../duties/useDuties'
import { FindingLines } from '../FindingLines'

/** What the facts of the year make of register and thresholds: the sum it has come to, and what follows. */
export function RegistrationPanel() {
  const { t } = useTranslation('forex')
  const { duties } = useDuties()
  if (!duties || duties === 'unstated') return null
  const { registerAt, guidanceEnds, steps, findings } = duties.registration
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
