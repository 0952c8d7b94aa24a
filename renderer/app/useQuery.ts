import { useEffect, useRef, useState } from 'react'
import { describeFailure } from '../components/failure'
import type { RowSource } from '../components/grid'

type Query<T> = { value: T | undefined; state: RowSource['state'] }

/** Ask again whenever `version` changes; the last answer stays until the next one comes. */
export function useQueryState<T>(ask: () => Promise<T>, version: number | string): Query<T> {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const [again, setAgain] = useState(0)
  const [query, setQuery] = useState<Query<T>>({ value: undefined, state: 'loading' })
  useEffect(() => {
    let left = false
    latest
      .current()
      .then((value) => {
        if (!left) setQuery({ value, state: 'ready' })
      })
      .catch((error: unknown) => {
        if (left) return
        const { text } = describeFailure(error)
        setQuery((before) => ({
          ...before,
          state: { error: text, retry: () => setAgain((n) => n + 1) },
        }))
      })
    return () => {
      left = true
    }
  }, [version, again])
  return query
}
