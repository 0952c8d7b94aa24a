import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { useForexChanges } from './changes'

/** Credits nobody claimed for days and declarations that are due soon, for the tree. */
export function useOpenCredits(): number | undefined {
  const port = useBook()
  const { value } = useQueryState(async () => port.forexTotals(), useForexChanges())
  return value && value.waiting + value.declare
}
