import { errorCodes, errorText } from '../ceb/errors'
import type { ReceiptFact } from './receipts'
import { isNegative, statuses } from './status'

/** A code that is in no table here, as it was met: where, how often, first and last, with the newest text. */
export type UnknownCode = {
  code: string
  /** The message whose receipts carried it; '' when a receipt named none. */
  message: string
  count: number
  first: string
  last: string
  info: string
}

type Said = Pick<ReceiptFact, 'message' | 'status' | 'time' | 'info'>

/** The codes of a receipt that nobody here knows: its status, and what its text names. */
export function unknownCodesOf({ status, info }: Pick<ReceiptFact, 'status' | 'info'>): string[] {
  const other = status !== '' && !isNegative(status) && !statuses[status] ? [status] : []
  return [...other, ...errorCodes(status, info).filter((code) => !errorText(code).known)]
}

/** All unknown codes of these receipts, the commonest first: what to ask customs about, and what to send to the maker. */
export function collectUnknown(facts: Iterable<Said>, into = new Map<string, UnknownCode>()): UnknownCode[] {
  for (const fact of facts) {
    const { message, time, info } = fact
    for (const code of unknownCodesOf(fact)) {
      const key = `${message} ${code}`
      const known = into.get(key)
      if (!known) into.set(key, { code, message, count: 1, first: time, last: time, info })
      else {
        known.count += 1
        if (time < known.first) known.first = time
        if (time >= known.last) Object.assign(known, { last: time, info })
      }
    }
  }
  return [...into.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
