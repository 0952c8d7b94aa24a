import type { z } from 'zod'
import { isDay } from './day'

/** Every text in the shape of a day, with where it stands. */
function* daysIn(value: unknown, path: PropertyKey[] = []): Generator<{ day: string; path: PropertyKey[] }> {
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) yield { day: value, path }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      yield* daysIn(one, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
}

/**
 * Refuse days that no calendar has (31 February) in the facts of a file, each by its place. Forms and imports give none;
 * a file that was written by hand may, and every term would be counted from a day that never was.
 */
export function refuseUnrealDays(facts: unknown, context: z.core.$RefinementCtx): void {
  for (const { day, path } of daysIn(facts)) {
    if (isDay(day.replaceAll('-', ''))) continue
    context.addIssue({ code: 'custom', path, message: `${day} is no day of the calendar` })
  }
}
