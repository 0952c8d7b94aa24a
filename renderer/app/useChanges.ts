import { proxy } from 'comlink'
import { useEffect, useState } from 'react'
import { useBook } from './book'
import { useNavigation } from './navigation'

/**
 * A number that grows when one of these tables changed, in this or another window, or the officer asked to refresh.
 * `facts` stands for everything imports bring. A hidden view does not listen; it starts anew when it is shown.
 */
export function useChanges(...tables: readonly string[]): number {
  const port = useBook()
  const refresh = useNavigation((state) => state.refresh)
  const [version, setVersion] = useState(0)
  const watched = tables.join()
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    const listener = (notice: { tables: string[] }) => {
      if (notice.tables.some((table) => watched.split(',').includes(table))) setVersion((n) => n + 1)
    }
    void port.subscribe(proxy(listener) as never).then((unsubscribe) => {
      if (left) return unsubscribe()
      stop = unsubscribe
      // What was committed before the worker heard of this listener was told to the others only.
      setVersion((n) => n + 1)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [port, watched])
  return version + refresh
}
