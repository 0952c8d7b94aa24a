/** Seconds of a first retry; doubled with each failure. */
const BASE_MS = 1_000
const FOREGROUND_CAP_MS = 60_000
const BACKGROUND_CAP_MS = 15 * 60_000

/** No wait is longer; a time further ahead was written before the clock was set back. */
const LONGEST_WAIT_MS = 2 * 3_600_000
export const isDue = (time: number, now: number) => time <= now || time - now > LONGEST_WAIT_MS

export type Mood = { foreground: boolean; random: number }

/**
 * Time to wait before trying again, in ms: full jitter, any moment up to the doubled bound, so that a park full of
 * clients does not come back at once. A wait asked by the service (`Retry-After`) is the least.
 * @param failures failures in a row, the present one counted
 */
export function backoff(failures: number, mood: Mood, retryAfterSeconds = 0): number {
  const cap = mood.foreground ? FOREGROUND_CAP_MS : BACKGROUND_CAP_MS
  const bound = Math.min(cap, BASE_MS * 2 ** Math.min(failures, 20))
  const jitter = Math.round(mood.random * bound)
  return Math.max(jitter, Math.round(retryAfterSeconds * 1_000) + Math.round(mood.random * BASE_MS))
}
