import { useEffect } from 'react'
import { create } from 'zustand'
import { businessDay } from '#shared/time/shanghai'
import type { AgencyView } from '../data/port'
import { useBook } from './book'
import { useChanges } from './useChanges'

/** What the enterprise of the open book gave its agent leave for; undefined while nobody works in it as an agent. */
export const useLeaves = create<{ leaves: AgencyView['leaves'] }>(() => ({ leaves: undefined }))

/** Keep it up to date while the book is open; the gate of the worker stands whatever the page knows. */
export function useWatchLeaves(): void {
  const port = useBook()
  const changes = useChanges('authorisations', 'settings', 'enterprise')
  useEffect(() => {
    let left = false
    const set = (leaves: AgencyView['leaves']) => !left && useLeaves.setState({ leaves })
    port.agency(businessDay(new Date().toISOString())).then(
      ({ leaves }) => set(leaves),
      () => set(undefined),
    )
    return () => {
      left = true
    }
  }, [changes, port])
}
