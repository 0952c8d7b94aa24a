import { useMemo } from 'react'
import type { DerivedMaster, MovedMaster } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'

const watched: Readonly<Record<DerivedMaster, readonly string[]>> = {
  goods: ['goods', 'imports', 'settings'],
  templates: ['templates', 'parties', 'enterprise'],
}
const none: readonly MovedMaster[] = []

/** Masters of which a source says something else by now, in order and by id. Nothing waits for it: the list is there before. */
export function useMoved(master: DerivedMaster) {
  const port = useBook()
  const changes = useChanges(...watched[master])
  const { value: moved = none } = useQueryState(() => port.movedMasters(master), changes)
  const ids = useMemo(() => new Set(moved.map(({ id }) => id)), [moved])
  return { moved, ids }
}
