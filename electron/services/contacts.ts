import { hoursOf } from '#shared/people/checking'

type Counters = { advance(bookId: string, counters: Record<string, number>): Promise<void> }

/**
 * Notes the hour in which the service of a book last answered, among the counters that only rise and lie outside the
 * database. Once an hour is enough, since limits are counted in days; what could not be written is written by the next answer.
 */
export function createContacts(sentinel: Counters, now: () => number): (bookId: string) => void {
  const noted = new Map<string, number>()
  return (bookId) => {
    const contact = hoursOf(new Date(now()).toISOString())
    if (noted.get(bookId) === contact) return
    noted.set(bookId, contact)
    sentinel.advance(bookId, { contact }).catch(() => noted.delete(bookId))
  }
}
