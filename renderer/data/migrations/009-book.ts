import type { Migration } from './migration'

/**
 * 收汇与结汇. Statements, settlements, ledgers and rates are facts of imports.
 * - `forexCredits`: what was done about a credit: claim, orders, answers, findings dealt with, presented.
 * - `forexTies`: what a movement at an institution is to a settlement or a credit. Both name the imports they rest on, so that
 *   none of those is undone under them.
 * - `forexNotes`: what an officer states and no file tells.
 * - `forexRuns`: pre-checks, each with what it found.
 * - `forexMonths`: 月结 of a month, shop and currency.
 */
export const book009: Migration = {
  version: 9,
  stores: {
    forexCredits: 'id, *imports',
    forexTies: 'id, *imports',
    forexNotes: 'id',
    forexRuns: 'id',
    forexMonths: 'id',
  },
}
