import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/declaration/shanghai'
import { daysBetween } from '#shared/rules/days'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import type { RebateBatchView } from '../../../data/port'
import { nearestEnd } from './deadline'

const soonDays = 30

/** Until when a batch that is not claimed yet has to be, by its earliest export. */
export function BatchDeadline({ batch: { id, rev, lines, locked } }: { batch: RebateBatchView }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const today = businessDay(new Date().toISOString())
  const { value } = useQueryState(
    async () => (locked || lines === 0 ? undefined : nearestEnd(await port.rebateDeadlines(id, today))),
    `${id} ${rev} ${lines} ${today}`,
  )
  if (!value) return null
  const left = daysBetween(today, value.day)
  return (
    <StateTag tone={left < 0 ? 'bad' : left <= soonDays ? 'waiting' : 'neutral'}>
      {t(left < 0 ? 'deadline.over' : 'deadline.left', { day: value.day, days: Math.abs(left) })}
    </StateTag>
  )
}
