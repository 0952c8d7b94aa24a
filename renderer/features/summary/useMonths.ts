import { periodOf } from '#shared/summary/period'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { SummaryMonth } from '../../data/port'

/** Months with closed lists, newest first. */
export function useMonths() {
  const port = useBook()
  const changes = useChanges('lists', 'applications', 'reference')
  const { value, state } = useQueryState(() => port.summaryMonths(), changes)
  return { months: value as SummaryMonth[] | undefined, state, changes }
}

/** Lists of months that are over and that nobody summarised yet. */
export function useOpenMonths(): number | undefined {
  const { months } = useMonths()
  const present = periodOf(new Date().toISOString())
  return months?.filter(({ period }) => period < present).reduce((sum, { open }) => sum + open, 0)
}
