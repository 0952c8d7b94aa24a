import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useCodeBook } from '../../../components/useCodeBook'
import type { Filter, Totals } from '../../../data/port'

/**
 * Totals of the 清单 of a filter as they are now, once they can be told with the names of their codes: a dialog that grows
 * by a name later moves its buttons away from the pointer.
 */
export function useScope(filter: Filter): Totals | undefined {
  const port = useBook()
  const codes = useCodeBook()
  const changes = useChanges('lists')
  const { value } = useQueryState(
    async () => (await port.totals('lists', filter)) as Totals,
    `${changes} ${JSON.stringify(filter)}`,
  )
  return codes && value
}
