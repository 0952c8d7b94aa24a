import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import type { ForexDuties } from '../../../data/port'
import { useForexChanges } from '../changes'
import { today } from '../words'

/** Duties as they stand today; `unstated` while nothing is stated of the enterprise, because then nothing can be due. */
export function useDuties(): {
  day: string
  duties: ForexDuties | 'unstated' | undefined
  state: ReturnType<typeof useQueryState>['state']
} {
  const port = useBook()
  const day = today()
  const { value, state } = useQueryState(
    async () =>
      (await port.forexSubject()) === undefined ? ('unstated' as const) : await port.forexDuties(day),
    `${useForexChanges()} ${day}`,
  )
  return { day, duties: value, state }
}
