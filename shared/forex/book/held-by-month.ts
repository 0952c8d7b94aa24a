import type { ForexCredit } from './records'

/**
 * What of a credit a closed month holds fast, as one text: what it was claimed as, its differences, the answers of its
 * forms. Two records of one text differ only in what may still change after 锁账: money of a closed month is converted on
 * later days, so its applications are not held.
 */
export const heldByMonth = (record: ForexCredit | undefined): string =>
  JSON.stringify([
    record?.claim ?? null,
    record?.differences ?? [],
    Object.entries(record?.forms ?? {})
      .filter(([form, kept]) => form !== 'applications' && kept !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
