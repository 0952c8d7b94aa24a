/** What an answer says in its headers, whatever it answers. */
export type Told = {
  /** Name of the request in the log of the service. */
  requestId: string
  /** Clock of the service minus ours, ms. */
  skewMs?: number
  /** How long to leave the service alone before the next request, so that its window lasts. */
  pauseMs?: number
}

const LONGEST_PAUSE_MS = 60_000
/** Seconds are cut off in a `Date` header: on average half of one is missing. */
const HALF_A_SECOND_MS = 500

/**
 * Read the headers of an answer.
 * @param header value of a header by its lower-case name
 * @param requestId what the request was called
 * @param started, ended our clock, ms since 1970
 */
export function toldBy(
  header: (name: string) => string | undefined,
  requestId: string,
  started: number,
  ended: number,
): Told {
  const skewMs = skew(header('date'), (started + ended) / 2)
  const pauseMs = pause(header)
  return {
    requestId: header('x-request-id')?.slice(0, 64) ?? requestId,
    ...(skewMs === undefined ? {} : { skewMs }),
    ...(pauseMs === undefined ? {} : { pauseMs }),
  }
}

function skew(date: string | undefined, middle: number): number | undefined {
  const at = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? undefined : Math.round(at + HALF_A_SECOND_MS - middle)
}

/**
 * `ratelimit-limit`, `-remaining`, `-reset` (seconds): once less than half of the window is left, the rest is spread
 * over its time, as a crowd of clients would otherwise use it up and then be refused together.
 */
function pause(header: (name: string) => string | undefined): number | undefined {
  const [limit, remaining, reset] = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'].map(
    (name) => count(header(name)),
  )
  if (remaining === undefined || reset === undefined || reset === 0) return undefined
  if (limit !== undefined && remaining * 2 >= limit) return undefined
  return Math.min(LONGEST_PAUSE_MS, Math.round((reset * 1_000) / (remaining + 1)))
}

/** The first number of a header: some add parameters or further windows behind it. */
function count(text: string | undefined): number | undefined {
  const found = /^\s*(\d{1,9})\b/.exec(text ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

/** How many clocks are compared: enough for a slow answer not to matter. */
const KEPT = 9

/** The skews of the last answers with one more. */
export const withSkew = (known: readonly number[], skewMs: number): number[] =>
  [...known, skewMs].slice(-KEPT)

/** The middle one; undefined while nothing is known. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}
