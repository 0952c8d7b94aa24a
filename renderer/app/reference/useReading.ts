import { proxy } from 'comlink'
import { useEffect, useRef, useState } from 'react'
import type { ReferenceOffer, WorkProgress } from '../../data/port'
import { useBook } from '../book'

/** Whoever reads for less time sees its result at once, and no bar that flashes. */
const shownAfterMs = 500

/** How far the reading of a published table is, once it takes long. */
export type ReadingShown = { done: number; total: number; elapsedMs: number; isCancelling: boolean }

/** Reads what is offered, off this thread; who goes away stops it. `shown`: as long as it runs and takes long. */
export function useReading() {
  const port = useBook()
  const [shown, setShown] = useState<ReadingShown>()
  const running = useRef(false)
  useEffect(
    () => () => {
      if (running.current) void port.cancelReference()
    },
    [port],
  )
  const read = async (offer: ReferenceOffer) => {
    const since = performance.now()
    const show = (part: Partial<ReadingShown>) =>
      setShown((last = { done: 0, total: 0, elapsedMs: 0, isCancelling: false }) => ({
        ...last,
        ...part,
        elapsedMs: performance.now() - since,
      }))
    const timer = setTimeout(() => show({}), shownAfterMs)
    const told = ({ done, total }: WorkProgress) => {
      if (running.current && performance.now() - since >= shownAfterMs) show({ done, total })
    }
    running.current = true
    try {
      return await port.planReference(offer, proxy(told))
    } finally {
      running.current = false
      clearTimeout(timer)
      setShown(undefined)
    }
  }
  const cancel = () => {
    setShown((last) => last && { ...last, isCancelling: true })
    void port.cancelReference()
  }
  return { read, cancel, shown }
}
