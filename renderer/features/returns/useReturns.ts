import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { ReturnView } from '../../data/port'

export function useReturns() {
  const port = useBook()
  const changes = useChanges('returns')
  const { value, state } = useQueryState(() => port.returns(), changes)
  return { returns: value as ReturnView[] | undefined, state }
}

/** Returns that came back from customs or leave something to settle in another book, for the tree. */
export function useOpenTasks(): number | undefined {
  const { returns } = useReturns()
  return returns?.filter(({ state, open }) => state === 'refused' || open.length > 0).length
}
