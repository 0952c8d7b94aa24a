import { createContext, useContext, useEffect, useMemo } from 'react'
import { useBook } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useQueryState } from '../../../app/useQuery'
import type { Condition, RebateFound } from '../../../data/port'

/** What the search led to; the list it stands in shows it alone. */
export const FoundContext = createContext<RebateFound | undefined>(undefined)

/** The record a hit of the search stands for. A 关联号 opens its batch. */
export function useFound(hit: string | undefined): RebateFound | undefined {
  const port = useBook()
  const { value } = useQueryState(async () => hit && ((await port.rebateFound(hit)) ?? ''), hit ?? '')
  const found = value === '' ? undefined : value
  useEffect(() => {
    if (found?.table === 'links' && found.batch !== '') {
      // The room itself has nothing to show of it when it is come back to.
      openRoom('rebate', {})
      openTab({ view: 'rebate/batch', params: { id: found.batch, link: found.id }, title: '' })
    }
  }, [found])
  return found
}

const columnOf = { invoices: 'number', items: 'no' } as const

/** The condition that leaves what was found in its list, and its number. */
export function useOnly(table: 'invoices' | 'items'): { number?: string; where: Condition[] } {
  const found = useContext(FoundContext)
  const number = found && found.table === table ? found.number : undefined
  return useMemo(
    () =>
      number === undefined
        ? { where: [] }
        : { number, where: [{ column: columnOf[table], is: 'in', values: [number] }] },
    [number, table],
  )
}
