import type { TravellingTable } from '../../data/desks/kinds'
import type { SealedTable } from '../../data/records'

/** What an officer calls the records that stay on the computer they were made on. */
type StayGroup = 'imports' | 'summary' | 'returns' | 'tax' | 'rebate' | 'forex'

/**
 * Every table that desks do not exchange, by what it is called on screen; a new table is named here, or it does not compile.
 * `own`: of no meaning on another computer.
 */
const stays: Readonly<Record<Exclude<SealedTable, TravellingTable>, StayGroup | 'own'>> = {
  imports: 'imports',
  deskRecords: 'own',
  applications: 'summary',
  customsEntries: 'summary',
  exportEntries: 'summary',
  departures: 'summary',
  gatePasses: 'summary',
  deliveries: 'summary',
  returns: 'returns',
  taxBills: 'tax',
  rebateBatches: 'rebate',
  rebateLines: 'rebate',
  rebateLinks: 'rebate',
  rebateRuns: 'rebate',
  rebatePapers: 'rebate',
  rebateLetters: 'rebate',
  forexCredits: 'forex',
  forexTies: 'forex',
  forexNotes: 'forex',
  forexRuns: 'forex',
  forexMonths: 'forex',
}

export const stayGroups = [...new Set(Object.values(stays))].filter((group) => group !== 'own')
