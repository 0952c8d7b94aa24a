import { chain } from '#shared/protocol/transmitters'
import type { ChainMessage, ChainStep } from '#shared/protocol/transmitters'
import type { Departure, Tick } from '#shared/departure/departure'
import { directionOf } from '#shared/model/mode'
import type { ListState } from '../../../data/port'

/** Stages that only a single parcel by 9610 or 1210 has. */
const transport = new Set<ChainMessage>(['CEB507', 'CEB607', 'CEB509'])
const retail = new Set(['9610', '1210'])
const isSummary = (message: ChainMessage) => message === 'CEB701' || message === 'CEB792'

/** The messages a 清单 goes through, in their order. `statisticsFlag`: A is never summarised, nor is B2B. */
export function stepsOf(tradeMode: string, statisticsFlag: string | undefined): readonly ChainStep[] {
  const direction = directionOf(tradeMode)
  return chain.filter(
    (step) =>
      step.direction === direction &&
      (retail.has(tradeMode) || !transport.has(step.message)) &&
      ((retail.has(tradeMode) && statisticsFlag === 'B') || !isSummary(step.message)),
  )
}

/** What a 清单 refers to and customs compares it with. A 收款单 of an export may follow. */
const awaitedFirst = new Set<ChainMessage>(['CEB303', 'CEB505', 'CEB311', 'CEB411', 'CEB511'])

/** What becomes of the parcel once it may go: it leaves the country, or reaches its buyer. */
const afterRelease = new Set<ChainMessage>(['CEB607', 'CEB509', 'CEB513'])

/** From which state on a 清单 waits for a message. */
export function isDue(message: ChainMessage, state: ListState): boolean {
  if (awaitedFirst.has(message)) return state === 'draft' || state === 'waiting'
  if (message === 'CEB507') return state === 'waiting' || state === 'inspected'
  if (afterRelease.has(message)) return state === 'released' || state === 'cleared'
  if (isSummary(message)) return state === 'cleared'
  return false
}

const awaited = new Map<string, readonly ChainMessage[]>()

/**
 * The messages that are due in a state, as an officer looks after them: customs closes after the departure, so a closed
 * 清单 waits for none of that. Worked out once for each kind of 清单, because a book may hold a hundred thousand.
 */
export function awaitedSteps(
  tradeMode: string,
  statisticsFlag: string | undefined,
  state: ListState,
): readonly ChainMessage[] {
  const key = `${tradeMode} ${statisticsFlag ?? ''} ${state}`
  const known = awaited.get(key)
  if (known) return known
  const found = stepsOf(tradeMode, statisticsFlag)
    .map(({ message }) => message)
    .filter((message) => isDue(message, state) && !(state === 'cleared' && transport.has(message)))
  awaited.set(key, found)
  return found
}

/** What is known of a 清单 beyond its own documents. */
export type ChainFacts = {
  ticks: Partial<Record<ChainMessage, Tick>>
  /** The living 总分单 its parcel is on. */
  departure: Departure | undefined
  /** copNo of its 汇总申请; '' while there is none. */
  application: string
  /** Numbers of its 报关单. */
  entries: readonly string[]
}

/** How a message of the chain is known to have happened: by a tick, by a record here, or by what customs said. */
export type ChainEvent =
  | { by: 'tick'; tick: Tick }
  | { by: 'departure'; departure: Departure }
  | { by: 'application'; copNo: string }
  | { by: 'entries'; numbers: readonly string[] }

/** What is known to have happened; undefined while nothing is. */
export function eventOf(message: ChainMessage, facts: ChainFacts): ChainEvent | undefined {
  const { departure, application, entries } = facts
  const tick =
    facts.ticks[message] ??
    (message === 'CEB507' ? departure?.arrived : message === 'CEB509' ? departure?.left : undefined)
  if (tick) return { by: 'tick', tick }
  if (message === 'CEB607' && departure) return { by: 'departure', departure }
  if (message === 'CEB701' && application) return { by: 'application', copNo: application }
  if (message === 'CEB792' && entries.length > 0) return { by: 'entries', numbers: entries }
  return undefined
}
