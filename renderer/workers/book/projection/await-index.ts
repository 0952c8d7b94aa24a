import { members, messagesOf } from '#shared/declaration/dossier-messages'
import { defaultDeclarationSettings } from '#shared/declaration/settings'
import { transmitterOf } from '#shared/protocol/transmitters'
import type { ChainMessage, Transmitters } from '#shared/protocol/transmitters'
import { directionOf } from '#shared/model/mode'
import type { Awaited, ListState, SealedRecord, Stored } from '../../../data/port'
import { awaitedSteps, eventOf } from './chain-steps'
import type { ChainFacts } from './chain-steps'

/** What of a 清单 decides what it waits for; the head of its inventory is cut down to what names a counterparty. */
type Held = {
  state: ListState
  tradeMode: string
  head: Readonly<Record<string, string>>
  own: ReadonlySet<ChainMessage>
  logisticsNo: string
  invtNo: string
}

/** Where the facts about a 清单 lie that its own record does not hold. */
export type AwaitSources = (id: string, numbers: { logisticsNo: string; invtNo: string }) => ChainFacts

const counterpartyElements = ['ebpCode', 'logisticsCode', 'statisticsFlag'] as const

/** What every 清单 still waits for, worked out again for those whose facts moved. */
export class AwaitIndex {
  readonly #lists = new Map<string, Held>()
  readonly #unsigned = new Set<string>()
  #unsignedMessages: readonly string[] = []
  #transmitters: Transmitters = defaultDeclarationSettings
  #stale: Set<string> | 'all' = new Set()

  putList({ id, record }: Stored<SealedRecord<'lists'>>): void {
    const { list, state } = record
    const { documents } = list
    const head = documents.inventory.head
    const messages = messagesOf(list)
    const own = members.filter((member) => documents[member]).map((member) => messages[member])
    this.#lists.set(id, {
      state,
      tradeMode: list.tradeMode,
      head: Object.fromEntries(counterpartyElements.map((name) => [name, head[name] ?? ''])),
      own: new Set(own),
      logisticsNo: list.logisticsNo,
      invtNo: list.invtNo ?? '',
    })
    this.touch(id)
  }

  deleteList(id: string): void {
    this.#lists.delete(id)
  }

  /** Something about this 清单 moved. */
  touch(id: string): void {
    if (this.#stale !== 'all' && this.#lists.has(id)) this.#stale.add(id)
  }

  /** Something moved that many 清单 look at: who transmits, a 总分单, a 汇总申请, a 报关单. */
  touchAll(): void {
    this.#stale = 'all'
  }

  putTransmitters(transmitters: Transmitters): void {
    this.#transmitters = transmitters
    this.touchAll()
  }

  /** Messages that had to be signed and could not be when `putUnsigned` was last called. */
  get unsignedMessages(): readonly string[] {
    return this.#unsignedMessages
  }

  /**
   * 待签名: the dossiers with a document that has to be signed and cannot be now.
   * @param among what was looked at, the others stay as they were; everything when it is not given
   */
  putUnsigned(
    messages: readonly string[],
    held: ReadonlySet<string>,
    among: Iterable<string> = [...this.#unsigned, ...held],
  ): void {
    this.#unsignedMessages = messages
    for (const id of among) {
      if (held.has(id) === this.#unsigned.has(id)) continue
      if (held.has(id)) this.#unsigned.add(id)
      else this.#unsigned.delete(id)
      this.touch(id)
    }
  }

  /** What those that moved since the last time wait for now. */
  settle(sources: AwaitSources): [id: string, awaits: Awaited[]][] {
    const stale = this.#stale === 'all' ? [...this.#lists.keys()] : [...this.#stale]
    this.#stale = new Set()
    return stale.flatMap((id) => {
      const held = this.#lists.get(id)
      return held ? [[id, this.#awaits(id, held, sources)]] : []
    })
  }

  #awaits(id: string, held: Held, sources: AwaitSources): Awaited[] {
    const { state, tradeMode, head, own } = held
    const found: Awaited[] = this.#unsigned.has(id) ? ['signature'] : answersOf(state, tradeMode)
    const due = awaitedSteps(tradeMode, head['statisticsFlag'], state).filter((message) => !own.has(message))
    if (due.length === 0) return found
    const facts = sources(id, held)
    for (const message of due) {
      if (eventOf(message, facts)) continue
      const ours = transmitterOf(this.#transmitters, message, head) === 'self'
      found.push(ours ? `own-${message}` : message)
    }
    return found
  }
}

/** Which answer of customs is due. Only an export goes on to be closed, summarised and claimed. */
function answersOf(state: ListState, tradeMode: string): Awaited[] {
  if (state === 'waiting' || state === 'inspected') return ['receipt']
  if (state === 'withdrawing') return ['withdrawal']
  return state === 'released' && directionOf(tradeMode) === 'export' ? ['closing'] : []
}
