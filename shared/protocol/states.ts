import { attribute, type Attempt } from './attempts'
import { byOrder, type ReceiptFact } from './receipts'
import { isFinal, isGoodEnd, isNegative, statuses, STORED_PHASE, type Standing } from './status'

/** A message that was not processed. Open while nothing newer shows that customs took the submission in. */
export type Refusal = { code: string; info: string; time: string; open: boolean }

/** What the receipts of one submission add up to. */
export type AttemptState = {
  attempt: number
  standing: Standing
  /** Raw status that decides; '' while there is none. */
  code: string
  info: string
  time: string
  /** Nothing later can change it. */
  final: boolean
  /** The end the officer hopes for: 120 for order, 收款单 and waybill, 899 for a 清单. */
  good: boolean
  refusal?: Refusal
  /**
   * A refusal, or 退单, that names no submission and came after the service was put back: it may be about this one or repeat
   * what was said of an earlier one. Absent once customs shows that it took this one in.
   */
  doubtful?: Omit<Refusal, 'open'>
  /** Status codes that are in no table, as they came. */
  unknown: string[]
  /** A receipt echoed this submission's own guid: the service has it beyond doubt. */
  proven: boolean
}

/** State of a document: that of its last submission which customs took note of, with the refusal of a later one. */
export type DocumentState = AttemptState & { preNo?: string; invtNo?: string }

const empty = (attempt: number): AttemptState => ({
  attempt,
  standing: 'none',
  code: '',
  info: '',
  time: '',
  final: false,
  good: false,
  unknown: [],
  proven: false,
})

const phase = (state: AttemptState) => statuses[state.code]?.phase ?? 0

/**
 * Add one fact. Facts come in `byOrder`; what is repeated, late or unknown leaves the state as it is, so that
 * any order of arrival and any number of repetitions end the same.
 */
function step(message: string, state: AttemptState, fact: ReceiptFact, own: boolean): AttemptState {
  const seen = own && !state.proven ? { ...state, proven: true } : state
  const { status: code, info, time } = fact
  if (isNegative(code)) {
    const older = seen.refusal !== undefined && seen.refusal.time > time
    return older ? seen : { ...seen, refusal: { code, info, time, open: true } }
  }
  const status = statuses[code]
  if (!status) return seen.unknown.includes(code) ? seen : { ...seen, unknown: [...seen.unknown, code] }
  if (seen.final) return seen
  const before = phase(seen)
  const stale = status.phase < before || (status.phase === before && time < seen.time)
  if (stale) return seen
  const { standing } = status
  return {
    ...seen,
    standing,
    code,
    info,
    time,
    final: isFinal(message, code),
    good: isGoodEnd(message, code),
  }
}

/** A refusal of something customs holds all the same is history: it was a repetition that was refused. */
function closeRefusal({ doubtful, ...state }: AttemptState): AttemptState {
  const open = phase(state) < STORED_PHASE
  if (doubtful && open) return { ...closeRefusal(state), doubtful }
  if (!state.refusal) return state
  return { ...state, refusal: { ...state.refusal, open } }
}

/**
 * Is it unknown which submission a fact that names none is about? A service that was put back says again what it had said,
 * with a new time; where an earlier submission was taken in before that, a refusal may be that of the earlier one.
 * @param restarts the newest time of the service that was known each time it turned out to have been put back
 */
function isDoubtful(
  { status, receivedAt }: ReceiptFact,
  no: number,
  attempts: readonly Attempt[],
  restarts: readonly string[],
): boolean {
  const refuses = isNegative(status) || statuses[status]?.standing === 'rejected'
  const wasThere = (at: string) =>
    attempts.some((one) => one.no < no && !one.turnedAway && (one.acceptedAt ?? '') <= at)
  return refuses && restarts.some((at) => receivedAt > at && wasThere(at))
}

/**
 * Fold of each submission of one document, first to last. Facts without a submission of ours make an attempt 0.
 * @param restarts see `isDoubtful`
 */
export function foldAttempts(
  message: string,
  attempts: readonly Attempt[],
  facts: readonly ReceiptFact[],
  restarts: readonly string[] = [],
): AttemptState[] {
  const ordered = [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort(byOrder)
  const states = new Map(attempts.map(({ no }) => [no, empty(no)]))
  for (const fact of ordered) {
    const { no, own } = attribute(attempts, fact)
    const state = states.get(no) ?? empty(no)
    const { status: code, info, time } = fact
    if (own || !isDoubtful(fact, no, attempts, restarts)) states.set(no, step(message, state, fact, own))
    else if (!state.final) states.set(no, { ...state, doubtful: { code, info, time } })
  }
  return [...states.values()].sort((a, b) => a.attempt - b.attempt).map(closeRefusal)
}

/**
 * State of a document: a pure fold over everything received about it.
 * @param attempts its submissions, in any order
 * @param facts all receipts with its business key (or the guid of one of its messages), in any order
 */
export function foldDocument(
  message: string,
  attempts: readonly Attempt[],
  facts: readonly ReceiptFact[],
  restarts: readonly string[] = [],
): DocumentState {
  return documentState(foldAttempts(message, attempts, facts, restarts), facts)
}

/** The state of a document from those of its submissions (`foldAttempts` of the same facts). */
export function documentState(states: readonly AttemptState[], facts: readonly ReceiptFact[]): DocumentState {
  const last = states.at(-1) ?? empty(0)
  const spoken = states.findLast((state) => state.code !== '') ?? last
  const refused = states.findLast((state) => state.refusal !== undefined && state.attempt >= spoken.attempt)
  const unknown = [...new Set(states.flatMap((state) => state.unknown))]
  const state: DocumentState = { ...spoken, unknown, proven: last.proven }
  if (refused?.refusal) state.refusal = refused.refusal
  else delete state.refusal
  const numbered = facts
    .filter(({ preNo, invtNo }) => preNo !== undefined || invtNo !== undefined)
    .sort(byOrder)
  const newest = (name: 'preNo' | 'invtNo') => numbered.findLast((fact) => fact[name] !== undefined)?.[name]
  const preNo = newest('preNo')
  const invtNo = newest('invtNo')
  if (preNo) state.preNo = preNo
  if (invtNo) state.invtNo = invtNo
  return state
}
