import type { ServiceFunction, ServiceHours } from '#shared/protocol/api'
import type { Operation } from '../faults/switch'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440
/** China has no summer time. */
const SHANGHAI_MS = 8 * 3_600_000

/** What is closed outside its hours: what hands something in. Asking stays possible, and so does signing in. */
const functionOf: Partial<Record<Operation, ServiceFunction>> = {
  putBatch: 'batches',
  uploadChunk: 'batches',
  putFiling: 'filings',
  putAttachment: 'attachments',
  verify: 'verifications',
  selfCheck: 'self-checks',
  forexPrecheck: 'forex-prechecks',
  referenceDelta: 'reference',
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function isOpen(hours: readonly ServiceHours[], now: number): boolean {
  const local = new Date(now + SHANGHAI_MS)
  const day = local.getUTCDay() || 7
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return hours.some(({ open }) =>
    open.some(
      ({ days, from, to }) => days.includes(day) && minutesOf(from) <= minute && minute < minutesOf(to),
    ),
  )
}

/**
 * Whether an operation is closed now. Hours of single zones are told to clients and not held to: a request names none.
 * @returns seconds until it opens, a week at most; undefined when it is open
 */
export function closedFor(
  hours: readonly ServiceHours[],
  operation: Operation,
  now: number,
): number | undefined {
  const own = hours.filter((one) => one.zone === '*' && one.function === functionOf[operation])
  if (own.length === 0 || isOpen(own, now)) return undefined
  const nextMinute = Math.floor(now / MINUTE_MS) * MINUTE_MS
  for (let n = 1; n <= 7 * DAY_MINUTES; n += 1) {
    const at = nextMinute + n * MINUTE_MS
    if (isOpen(own, at)) return Math.ceil((at - now) / 1000)
  }
  return 7 * 86_400
}
