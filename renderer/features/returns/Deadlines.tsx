import { useTranslation } from 'react-i18next'
import type { Deadline } from '#shared/returns/clocks'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'

const soonDays = 30

const toneOf = ({ state, left }: Deadline): StateTone => {
  if (state === 'over') return 'bad'
  if (state === 'running') return left <= soonDays ? 'waiting' : 'good'
  return 'neutral'
}

/** Periods that run for a return, each with its last day, the days left and its notice. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const { t } = useTranslation('returns')
  const show = useText()
  if (deadlines.length === 0) return <p className="return-deadlines">{t('deadline.none')}</p>
  return (
    <ul className="return-deadlines" aria-label={t('deadline.title')} data-help="returns.deadlines">
      {deadlines.map((one) => (
        <li key={one.clock.id} title={one.clock.basis}>
          <StateTag tone={toneOf(one)}>
            {t(`deadline.use.${one.clock.use}`)}{' '}
            {t(`deadline.${one.state}`, { due: one.due, days: Math.abs(one.left) })}
          </StateTag>{' '}
          {show(one.clock.text)}（{one.clock.basis}）{one.clock.uncertain && <em>{t('uncertain')}</em>}
        </li>
      ))}
    </ul>
  )
}
