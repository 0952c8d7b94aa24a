import { useEffect, useState } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { GatePassView } from '../../data/port'

const hourMs = 3_600_000

/** Every 核放单 with its countdown; asked again each hour, because days pass without anybody changing anything. */
export function useGatePasses() {
  const port = useBook()
  const changes = useChanges('gatePasses', 'lists', 'overlays', 'facts', 'exportEntries')
  const [hour, setHour] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setHour((n) => n + 1), hourMs)
    return () => clearInterval(timer)
  }, [])
  const { value, state } = useQueryState(() => port.gatePasses(), `${changes} ${hour}`)
  return { passes: value as GatePassView[] | undefined, state }
}

/** 核放单 that run out or are over. */
export function useUrgentCount(): number | undefined {
  const { passes } = useGatePasses()
  return passes?.filter(({ state }) => state === 'soon' || state === 'overdue').length
}
