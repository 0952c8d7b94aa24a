import { after, stateOf, type LineEvent, type LineFact, type LineState } from '../life/states'
import type { RebateLine } from './records'

/** States a newer pre-check moves a line out of; it is not written to each line, its batch knows when it ran. */
const looked: ReadonlySet<LineState> = new Set(['allocated', 'withdrawn', 'questioned'])

/** The history of a line with the pre-check of its batch that came after it. */
export function historyOf(
  { history, touchedAt, linkless }: RebateLine,
  checkedAt: string | undefined,
): LineFact[] {
  const { state } = stateOf(history as LineFact[])
  const waits = looked.has(state) || (state === 'undeclared' && linkless === true)
  if (checkedAt === undefined || checkedAt <= touchedAt || !waits) return history as LineFact[]
  return [...(history as LineFact[]), { event: 'precheck', on: checkedAt.slice(0, 10), by: '' }]
}

export const stateOfLine = (line: RebateLine, checkedAt: string | undefined): LineState =>
  stateOf(historyOf(line, checkedAt)).state

const editable: ReadonlySet<LineState> = new Set([
  'undeclared',
  'allocated',
  'prechecked',
  'selfChecked',
  'questioned',
  'withdrawn',
])

/** Whether lines, links and answers may be changed: not while the office has the line, nor after it decided. */
export const isEditable = (state: LineState): boolean => editable.has(state)

/** The line after an event; undefined where the table of states does not allow it. */
export function movedLine(
  line: RebateLine,
  checkedAt: string | undefined,
  fact: LineFact & { event: LineEvent },
  at: string,
): RebateLine | undefined {
  const history = historyOf(line, checkedAt)
  if (after(stateOf(history).state, fact.event) === undefined) return undefined
  return { ...line, history: [...history, fact], touchedAt: at }
}

/** The one state of several lines, `mixed`, or `undeclared` of none; and how many stand in each. */
export function stateOfBatch(states: readonly LineState[]): {
  state: LineState | 'mixed'
  states: Partial<Record<LineState, number>>
} {
  const counts: Partial<Record<LineState, number>> = {}
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  const [first = 'undeclared', ...others] = Object.keys(counts) as LineState[]
  return { state: others.length > 0 ? 'mixed' : first, states: counts }
}
