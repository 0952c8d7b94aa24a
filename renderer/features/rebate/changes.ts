import { useChanges } from '../../app/useChanges'

/** Everything a list of this room is made of: imported facts, batches with their lines, links and runs, papers, rules. */
export const useRebateChanges = (): number =>
  useChanges(
    'facts',
    'settings',
    'enterprise',
    'applications',
    'customsEntries',
    'exportEntries',
    'returns',
    'rebateBatches',
    'rebateLines',
    'rebateLinks',
    'rebateRuns',
    'rebatePapers',
    'rebateLetters',
    'reference',
  )
