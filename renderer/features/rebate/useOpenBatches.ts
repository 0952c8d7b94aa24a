import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { useRebateChanges } from './changes'

/** Batches with something that must be mended or that the tax office asked about, for the tree. */
export function useOpenBatches(): number | undefined {
  const port = useBook()
  const { value } = useQueryState(async () => port.rebateBatches(), useRebateChanges())
  return value?.filter(
    ({ locked, run, states }) => (!locked && (run?.counts.blocking ?? 0) > 0) || states.questioned,
  ).length
}
