import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { ConflictView, DeskState } from '../../data/port'

/** What this computer is as a desk, and what waits to be done; read anew when records of desks changed. */
export function useDeskState(): { desk: DeskState | undefined; version: number } {
  const port = useBook()
  const version = useChanges('deskRecords', 'settings', 'enterprise', 'facts')
  const { value } = useQueryState(() => port.deskState() as Promise<DeskState>, version)
  return { desk: value, version }
}

export function useConflicts(): ReturnType<typeof useQueryState<ConflictView[]>> {
  const port = useBook()
  const version = useChanges('deskRecords')
  return useQueryState(() => port.deskConflicts() as Promise<ConflictView[]>, version)
}

export function useOpenConflicts(): number | undefined {
  const { desk } = useDeskState()
  return desk?.counts.conflicts
}
