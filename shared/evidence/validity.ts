import { daysBetween } from '../rules/days'
import type { EvidenceDocument } from './document'

/** How a paper stands on a day. `days` until it has run out; 0 is its last day. */
export type Validity =
  | { state: 'lasting' }
  | { state: 'pending'; days: number }
  | { state: 'valid'; days: number }
  | { state: 'expired'; days: number }

export function validityOf({ from, to }: Pick<EvidenceDocument, 'from' | 'to'>, today: string): Validity {
  if (to !== undefined && to < today) return { state: 'expired', days: daysBetween(to, today) }
  if (from !== undefined && from > today) return { state: 'pending', days: daysBetween(today, from) }
  return to === undefined ? { state: 'lasting' } : { state: 'valid', days: daysBetween(today, to) }
}

export const holdsOn = (document: Pick<EvidenceDocument, 'from' | 'to'>, day: string): boolean =>
  ['lasting', 'valid'].includes(validityOf(document, day).state)

/** Days before the end at which somebody is told, and 0 once it has run out. */
export const reminderSteps = [30, 7, 1, 0] as const
export type ReminderStep = (typeof reminderSteps)[number]
export type Reminder = { document: EvidenceDocument; step: ReminderStep; days: number; expired: boolean }

/** The nearest step that has come; undefined where there is time left, and where a paper does not run out. */
export function stepOf(document: EvidenceDocument, today: string): ReminderStep | undefined {
  const validity = validityOf(document, today)
  if (validity.state === 'expired') return 0
  if (validity.state === 'lasting') return undefined
  const left = document.to === undefined ? Infinity : daysBetween(today, document.to)
  return [1, 7, 30].find((step) => left <= step) as ReminderStep | undefined
}

/**
 * What to remind of today: papers whose step has come, the most pressing first, each step once. A step that came while the
 * computer was off is told at the next start; one that was overtaken by the next is not told any more. Papers that another
 * one of the same kind and subjects goes on after are not told at all.
 * @param told the last step each paper was told of
 */
export function reminders(
  documents: readonly EvidenceDocument[],
  today: string,
  told: ReadonlyMap<string, ReminderStep> = new Map(),
): Reminder[] {
  return documents
    .flatMap((document): Reminder[] => {
      const step = stepOf(document, today)
      const last = told.get(document.id)
      if (step === undefined || (last !== undefined && last <= step)) return []
      if (documents.some((other) => goesOnAfter(other, document))) return []
      const days = daysBetween(today, document.to!)
      return [{ document, step, days, expired: days < 0 }]
    })
    .sort((a, b) => a.days - b.days || (a.document.id < b.document.id ? -1 : 1))
}

/** Whether one paper takes over from another without a gap, for everything the other is about. */
export function goesOnAfter(later: EvidenceDocument, earlier: EvidenceDocument): boolean {
  if (later.id === earlier.id || later.kind !== earlier.kind || earlier.to === undefined) return false
  const covers = earlier.subjects.every((subject) => later.subjects.includes(subject))
  const sameKindOfSubject = (later.subjects.length === 0) === (earlier.subjects.length === 0)
  const isLater = later.to === undefined || later.to > earlier.to
  return (
    covers &&
    sameKindOfSubject &&
    isLater &&
    (later.from === undefined || daysBetween(earlier.to, later.from) <= 1)
  )
}
