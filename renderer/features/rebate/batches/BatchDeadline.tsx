import { useTranslation } from 'react-i18next'
import type { NearestEnd } from '#shared/rebate/deadlines/nearest'
import { daysBetween } from '#shared/rules/days'
import { StateTag } from '../../../components/StateTag'

const soonDays = 30

/** Until when a batch that is not claimed yet has to be, by its earliest export. */
export function BatchDeadline({ end, today }: { end: NearestEnd | undefined; today: string }) {
  const { t } = useTranslation('rebate')
  if (!end) return null
  const left = daysBetween(today, end.day)
  return (
    <StateTag tone={left < 0 ? 'bad' : left <= soonDays ? 'waiting' : 'neutral'}>
      {t(left < 0 ? 'deadline.over' : 'deadline.left', { day: end.day, days: Math.abs(left) })}
    </StateTag>
  )
}
