import { useMemo } from 'react'
import type { CopyGate } from '../components/grid'
import { useBook } from './book'
import { useWhyNot } from './roles'

/** Copying out of a list takes the right and the leave to export; large blocks stand in the journal. */
export function useCopyGate(): CopyGate {
  const port = useBook()
  const mayTake = useWhyNot()('export') === undefined
  return useMemo(() => ({ mayTake, note: (grid, rows) => port.noteCopied(grid, rows) }), [mayTake, port])
}
