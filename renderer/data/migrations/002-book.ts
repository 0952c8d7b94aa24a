import type { Migration } from './migration'

/**
 * - `deskRecords`: what several desks of the enterprise exchange, one for each shared record; `marks` = what is to be
 *   done about it (a conflict, not sent yet, not applied here, parked).
 */
export const book002: Migration = {
  version: 2,
  stores: { deskRecords: 'id, *marks' },
}
