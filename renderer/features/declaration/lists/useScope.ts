import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import type { Filter, Totals } from '../../../data/port'

/** Totals of the 清单 of a filter as they are now. */
export function useScope(filter: Filter): Totals | undefined {
  const port = useBook()
  const changes = useChanges('lists')
  const { value } = useQueryState(
    async () => (await port.totals('lists', filter)) as Totals,
    `${changes} ${JSON.stringify(filter)}`,
  )
  return value
}
