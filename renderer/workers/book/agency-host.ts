import type { AgentAct, Authorisation } from '#shared/filing/authorisation'
import type * as Port from '../../data/port'
import { FilingHost } from './filing-host'
import type { BookSession } from './session'
import { Leaves } from './work/leaves'
import { cancellationsOf } from './work/selection'

/** The book as an agent works in it, and where the values of its 清单 come from. */
export class AgencyHost extends FilingHost implements Port.AgencyPort, Port.ProvenancePort {
  #opened: { session: BookSession; leaves: Leaves } | undefined

  override async lock(): Promise<void> {
    this.#opened?.leaves.stop()
    this.#opened = undefined
    await super.lock()
  }

  agency(on: string): Promise<Port.AgencyView> {
    return this.#leaves.view(on)
  }

  /** The gates before every call are all there is to it. */
  takeOut(): Promise<void> {
    return Promise.resolve()
  }

  setAgent(agent: Port.Agent | null, why: string): Promise<void> {
    return this.#leaves.setAgent(agent, why)
  }

  putAuthorisation(authorisation: Authorisation, rev: number, why: string): Promise<void> {
    return this.#leaves.put(authorisation, rev, why)
  }

  revokeAuthorisation(no: string, on: string, why: string): Promise<void> {
    return this.#leaves.revoke(no, on, why)
  }

  /** For the gate before every call. */
  refuseWithout(act: AgentAct): Promise<void> {
    return this.#leaves.refuseWithout(act)
  }

  listFields(list: string): Promise<Port.ListField[]> {
    return this.crews.look((api) => api.listFields(list))
  }

  async outdatedFields(list: string): ReturnType<Port.ProvenancePort['outdatedFields']> {
    const cancellations = cancellationsOf(await this.settled())
    return this.crews.look((api) => api.outdatedFields({ list, cancellations }))
  }

  async overrideField(
    list: string,
    target: Parameters<Port.ProvenancePort['overrideField']>[1],
    value: string,
    reason: string,
  ): Promise<void> {
    const cancellations = cancellationsOf(await this.settled())
    await this.crews.declare((api) => api.changeOverride({ list, cancellations, target, value, why: reason }))
  }

  async takeBackOverride(
    list: string,
    target: Parameters<Port.ProvenancePort['takeBackOverride']>[1],
    why: string,
  ): Promise<void> {
    const cancellations = cancellationsOf(await this.settled())
    await this.crews.declare((api) => api.changeOverride({ list, cancellations, target, why }))
  }

  get #leaves(): Leaves {
    const { session } = this
    if (this.#opened?.session !== session) {
      this.#opened?.leaves.stop()
      this.#opened = { session, leaves: new Leaves(session) }
    }
    return this.#opened.leaves
  }
}
