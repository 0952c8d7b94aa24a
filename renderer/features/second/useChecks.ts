import { may } from '#shared/people/roles'
import { useBook, useSession } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { uncheckedLists, uncheckedOf } from '../../app/unchecked-lists'
import type { AskedView } from '../../data/port'

/** What waits for a second officer: acts, and 清单 with those of them that somebody else entered or changed last. */
export type Checks = { acts: AskedView[]; lists: number; mine: number; on: boolean }

/** Read anew with each change of what they are about. */
export function useChecks() {
  const port = useBook()
  const { officer, roles = [] } = useSession()
  const changes = useChanges('settings', 'lists', 'goods', 'applications', 'departures', 'returns')
  const money = useChanges('rebateBatches', 'forexCredits', 'parties')
  const query = useQueryState(async (): Promise<Checks> => {
    const [{ rules }, acts] = await Promise.all([port.people(), port.askedActs()])
    if (!rules.checking) return { acts, lists: 0, mine: 0, on: false }
    const [all, own] = await Promise.all([
      port.totals('lists', uncheckedLists),
      port.totals('lists', uncheckedOf(officer)),
    ])
    return { acts, lists: all.rows, mine: own.rows, on: true }
  }, `${changes} ${money}`)
  return { ...query, officer, mayCheck: may(roles, 'check'), maySend: may(roles, 'declare') }
}

/** How much of it the officer who is signed in may do. */
export function useOpenChecks(): number | undefined {
  const { value, mayCheck, maySend } = useChecks()
  if (!value) return undefined
  const open = value.acts.filter(({ standing }) => standing === 'open').length
  return (maySend ? open : 0) + (mayCheck && value.lists > value.mine ? 1 : 0)
}
