import type { MergeProposal } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'

/** How many 合单 a shared waybill suggests that can be done at once. */
export function useProposalCount(): number {
  const port = useBook()
  const changes = useChanges('results', 'overlays', 'lists', 'facts')
  const { value } = useQueryState(() => port.mergeProposals(), changes)
  return ((value ?? []) as MergeProposal[]).filter(({ fault }) => !fault).length
}
