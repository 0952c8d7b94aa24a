import type { MemoryState } from '#shared/protocol/engine/memory-state'
import { isFiling } from '#shared/protocol/dependencies'
import { attemptOf, isDeclaredBefore } from '#shared/protocol/engine/transitions'
import type { Submission } from '#shared/protocol/engine/records'
import { foldDocument } from '#shared/protocol/states'
import { concerns } from '#shared/protocol/receipts'
import type { Workplace } from './workplace'
import type { Officer } from './officer'
import type { Faults } from './plan'
import type { Ledger, Service } from './service'

/**
 * What was broken at one PC, in words; empty when every promise held.
 * @param drawn faults of the day that is over
 */
export function broken({ desk, officer, rolledBack }: Workplace, ledger: Ledger, drawn: Faults): string[] {
  const state = desk.store.snapshot()
  const mayBeUnclear = drawn.rollback || drawn.serviceRestore || drawn.accountSwitch
  return [
    ...(rolledBack ? [] : lost(state, officer, ledger)),
    ...missing(state, ledger, desk.current),
    ...stateIsFold(state),
    ...agreesWithCustoms(state, [...desk.services.values()], desk.plan.faults.ownGuids),
    ...drained(state),
    ...(mayBeUnclear ? [] : atRest(state)),
  ]
}

/** I2: whatever the store said yes to is there, and nothing that was taken back went out. */
function lost(state: MemoryState, officer: Officer, ledger: Ledger): string[] {
  const taken = new Set(ledger.taken.map(({ guid }) => guid))
  const faults: string[] = []
  for (const [id, { message, businessKey }] of officer.confirmed) {
    const one = state.submissions.get(id)
    if (!one) faults.push(`I2: ${message} ${businessKey} is lost`)
    else if (officer.takenBack.has(id) && taken.has(one.guid))
      faults.push(`I2: ${businessKey} was taken back and went out all the same`)
    else if (one.stage === 'cancelled' && !officer.takenBack.has(id))
      faults.push(`I2: ${businessKey} vanished`)
  }
  return faults
}

/** I2: what counts as accepted the service has, and what waits because its number was declared somebody has. */
function missing(state: MemoryState, ledger: Ledger, service: Service): string[] {
  const taken = new Set(ledger.taken.map(({ guid }) => guid))
  const declared = new Set(ledger.taken.map(keyOf))
  const newestOnes = newest(state)
  return [...state.submissions.values()].flatMap((one) => {
    const { message, businessKey, stage, guid } = one
    if (isDeclaredBefore(one))
      return declared.has(keyOf(one)) ? [] : [`I2: ${message} ${businessKey} waits for what nobody has`]
    if (stage !== 'accepted' && stage !== 'done') return []
    if (isFiling(message)) {
      const isThere = service.registry.version(businessKey) >= (one.version ?? 0)
      return isThere ? [] : [`I2: filing ${businessKey} counts as accepted and is not`]
    }
    if (taken.has(guid)) return []
    // The service has a later submission of the document, be it one that went with the database.
    const isLast = newestOnes.get(keyOf(one)) === one && one.overtaken === undefined
    if (!isLast && declared.has(keyOf(one))) return []
    // Another account's service that was put back meanwhile is asked again once the account is back.
    const batch = state.batches.get(one.batch ?? '')
    if (ledger.forgotten.has(guid) && batch?.account !== state.account) return []
    return [`I2: ${message} ${businessKey} counts as accepted and is not`]
  })
}

/** I3: what the screens show is the fold of the receipts, nothing else. */
function stateIsFold(state: MemoryState): string[] {
  return [...newest(state).values()].flatMap((one) => {
    const attempts = attemptsOf(state, one)
    const guids = attempts.flatMap(({ guid, messageGuid }) => (messageGuid ? [guid, messageGuid] : [guid]))
    const { message, businessKey } = one
    const facts = [...state.facts.values()].filter((fact) => concerns(fact, { message, businessKey, guids }))
    const told = attempts.map(attemptOf)
    const fold = foldDocument(message, told, facts.reverse(), state.restarts)
    return fold.code === one.state.code && fold.good === one.state.good
      ? []
      : [`I3: ${message} ${businessKey} shows ${one.state.code}, receipts say ${fold.code}`]
  })
}

/** After everything came through, an accepted document shows what customs said last about it. */
function agreesWithCustoms(state: MemoryState, services: Service[], ownGuids: boolean): string[] {
  if (ownGuids || services.length > 1) return []
  const newestOnes = newest(state)
  return [...state.submissions.values()].flatMap((one) => {
    const said = services[0]!.truth.get(one.guid)
    const last = newestOnes.get(keyOf(one)) === one
    if (!last || said === undefined || said.startsWith('-')) return []
    return one.state.code === said
      ? []
      : [`I3: ${one.message} ${one.businessKey} shows ${one.state.code}, customs ${said}`]
  })
}

/** I4: with the faults over, nothing is left under way; what rests waits for a person, or for what does. */
function drained(state: MemoryState): string[] {
  const stuck = [...state.submissions.values()].filter((one) => {
    if (one.stage === 'queued') return true
    if (one.stage === 'sending' || one.stage === 'sent') {
      const batch = state.batches.get(one.batch!)
      return batch?.account === state.account
    }
    if (one.stage !== 'waiting') return false
    const elsewhere = ({ account }: { account: string }) => account !== state.account
    const ghosts = [...state.batches.values()].filter((batch) => batch.ghost && batch.stage === 'sent')
    if (ghosts.some((batch) => elsewhere(batch) && batch.marks.includes(one.mark))) return false
    const others = [...state.submissions.values()].filter(
      (other) => other.dossier === one.dossier && other !== one,
    )
    return !others.some((other) => {
      if (['attention', 'rejected', 'cancelled'].includes(other.stage)) return true
      const batch = state.batches.get(other.batch ?? '')
      if (other.stage === 'waiting')
        return ghosts.some((ghost) => elsewhere(ghost) && ghost.marks.includes(other.mark))
      return ['sending', 'sent'].includes(other.stage) && batch !== undefined && elsewhere(batch)
    })
  })
  return stuck.map((one) => `I4: ${one.message} ${one.businessKey} is still ${one.stage}`)
}

/** I4: nothing that is in order rests before a person; what nobody refused had no reason to. */
function atRest(state: MemoryState): string[] {
  return [...newest(state).values()].flatMap(({ message, businessKey, stage, reason, document }) => {
    const { note = '' } = document.head
    const isInOrder = (note === '' || note === 'busy') && !businessKey.includes('POISON')
    return isInOrder && (stage === 'attention' || stage === 'rejected')
      ? [`I4: ${message} ${businessKey} is in order and ${stage}: ${reason?.code ?? ''}`]
      : []
  })
}

const keyOf = ({ message, businessKey }: { message: string; businessKey: string }) =>
  `${message} ${businessKey}`

function attemptsOf(state: MemoryState, { message, businessKey }: Submission): Submission[] {
  return [...state.submissions.values()]
    .filter((one) => one.message === message && one.businessKey === businessKey && one.stage !== 'cancelled')
    .sort((a, b) => a.attempt - b.attempt)
}

/** The last attempt of each document that was not taken back. */
export function newest(state: MemoryState): Map<string, Submission> {
  const found = new Map<string, Submission>()
  for (const one of state.submissions.values()) {
    const other = found.get(keyOf(one))
    if (one.stage !== 'cancelled' && (!other || other.attempt < one.attempt)) found.set(keyOf(one), one)
  }
  return found
}
