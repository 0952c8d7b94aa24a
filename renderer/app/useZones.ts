import type { Zone } from '#shared/zones/zone'
import type { ZoneChoice } from '../data/port'
import { useBook } from './book'
import { useChanges } from './useChanges'
import { useQueryState } from './useQuery'

/** The zones to choose from, those that came by file among them, and the one of the open book. */
export function useZones(): { choice: ZoneChoice | undefined; version: number } {
  const port = useBook()
  const version = useChanges('enterprise', 'settings', 'reference')
  const { value } = useQueryState(async () => port.zoneChoice(), version)
  return { choice: value, version }
}

/** The zone of the open book; undefined when nothing here describes it. */
export function useOwnZone(): Zone | undefined {
  const { choice } = useZones()
  return choice?.zones.find(({ id }) => id === choice.inUse)
}
