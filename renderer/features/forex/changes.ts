import { useChanges } from '../../app/useChanges'

/** Everything this room is made of: imported facts, what was said of credits, ties, notes, runs, months, settings. */
export const useForexChanges = (): number =>
  useChanges(
    'facts',
    'settings',
    'enterprise',
    'customsEntries',
    'exportEntries',
    'forexCredits',
    'forexTies',
    'forexNotes',
    'forexRuns',
    'forexMonths',
    'reference',
  )
