import type { AgentAct, Authorisation, Leave } from '#shared/filing/authorisation'
import type { Stored } from './stored'

/** Who works in this book for its enterprise, when that is not the enterprise itself: name and 统一社会信用代码. */
export type Agent = { uscc: string; name: string }

/** `leaves`: what the agent may do on the day; absent without an agent. */
export type AgencyView = {
  agent?: Agent
  principal: string
  authorisations: Stored<Authorisation>[]
  leaves?: Record<AgentAct, Leave>
}

/**
 * 代理与外综服; part of `BookPort`. A book belongs to one enterprise; an agent works in it as far as that enterprise gave
 * leave. Without leave to open, the book answers nothing but these calls, `health` and `lock` (refused with `no-leave`, with
 * the reason and what to do); without leave to send, declare, file, claim or export, those acts are refused alone.
 */
export type AgencyPort = {
  agency(on: string): Promise<AgencyView>
  /**
   * Asked before a file is written, of whatever it is made: what a page puts together of rows it may read takes the same right
   * and leave as the calls that hand data out, and is refused like them.
   */
  takeOut(): Promise<void>
  /** null: the enterprise works in its book itself. */
  setAgent(agent: Agent | null, why: string): Promise<void>
  /** Refused with `invalid` when it is of another principal or agent than this book's. */
  putAuthorisation(authorisation: Authorisation, rev: number, why: string): Promise<void>
  revokeAuthorisation(no: string, on: string, why: string): Promise<void>
}
