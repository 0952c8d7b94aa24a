import { z } from 'zod'
import {
  mayAct,
  withoutLeave,
  type AgentAct,
  type Authorisation,
  type Leave,
  type Refused,
} from '#shared/filing/authorisation'
import type { FilingMode } from '#shared/filing/roles'
import type { BookContext } from './context'
import { DataRefusal } from './errors/refusal'
import type { Agent } from './port'
import { allRecords } from './read/records'
import { readSetting } from './settings'

export const agentKey = 'agent'
export const AgentSetting = z.strictObject({ uscc: z.string().length(18), name: z.string().min(1).max(100) })

/** Who works in a book, and what its enterprise gave leave for. */
export type Agency = { agent?: Agent; principal: string; authorisations: Authorisation[] }

export async function readAgency(context: BookContext): Promise<Agency> {
  const agent = await readSetting(context, agentKey, AgentSetting)
  const [enterprise] = await allRecords(context, 'enterprise')
  const authorisations = agent
    ? (await allRecords(context, 'authorisations')).map(({ record }) => record)
    : []
  return { ...(agent && { agent }), principal: enterprise?.record.uscc ?? '', authorisations }
}

/** Whether the one who works in the book may do this on a day; an enterprise in its own book always. */
export function leaveFor(
  { agent, principal, authorisations }: Agency,
  act: AgentAct,
  on: string,
  mode?: FilingMode,
): Leave {
  if (!agent) return { may: true }
  return mayAct(authorisations, { agent: agent.uscc, principal, act, on, ...(mode && { mode }) })
}

/** The refusal of an act without leave: what, why, what to do. */
export const noLeave = (act: AgentAct, leave: Refused): DataRefusal =>
  DataRefusal.carried('no-leave', withoutLeave(act, leave))
