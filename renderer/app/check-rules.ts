import { noCheckRules, type CheckRules } from '#shared/people/checking'
import { useBook } from './book'
import { useChanges } from './useChanges'
import { useQueryState } from './useQuery'

/** What the enterprise chose about the work of several officers; nothing until it was read. */
export function useCheckRules(): CheckRules {
  const port = useBook()
  const version = useChanges('settings')
  const { value } = useQueryState(() => port.people(), version)
  return value?.rules ?? noCheckRules
}
