import { useEffect, useState } from 'react'
import type { Goods } from '#shared/model/goods'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import type { Stored } from '../../data/port'

export type GoodsRead =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; stored: Stored<Goods> | undefined }

/** One record of the goods master, read anew when it changes; nothing for a new one. */
export function useGoods(id: string | undefined): GoodsRead {
  const port = useBook()
  const version = useChanges('goods')
  const [read, setRead] = useState<GoodsRead>(
    id ? { state: 'loading' } : { state: 'ready', stored: undefined },
  )
  useEffect(() => {
    if (!id) return undefined
    let left = false
    port.get('goods', id).then(
      (stored) => !left && setRead({ state: 'ready', stored: stored as Stored<Goods> | undefined }),
      (error: unknown) => !left && setRead({ state: 'failed', error }),
    )
    return () => {
      left = true
    }
  }, [id, port, version])
  return read
}
