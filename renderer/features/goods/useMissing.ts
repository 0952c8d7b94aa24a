import { useEffect, useState } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { describeFailure, type Failure } from '../../components/failure'
import type { MissingGoods } from '../../data/port'

export type MissingRead =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; goods: readonly MissingGoods[] }

/** SKUs of orders the goods master lacks, those that hold up most orders first. */
export function useMissing(): MissingRead {
  const port = useBook()
  const version = useChanges('goods', 'facts', 'overlays')
  const [read, setRead] = useState<MissingRead>({ state: 'loading' })
  useEffect(() => {
    let left = false
    port.missingGoods().then(
      (goods) => !left && setRead({ state: 'ready', goods }),
      (error: unknown) => !left && setRead({ state: 'failed', failure: describeFailure(error) }),
    )
    return () => {
      left = true
    }
  }, [port, version])
  return read
}

/** How many SKUs hold up orders, for the tree. */
export function useMissingCount(): number | undefined {
  const read = useMissing()
  return read.state === 'ready' ? read.goods.length : undefined
}
