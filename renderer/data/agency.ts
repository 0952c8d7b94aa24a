import { z } from 'zod'
import { mayAct, type AgentAct, type Authorisation, type Leave } from '#shared/filing/authorisation'
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
export function noLeave(act: AgentAct, leave: Extract<Leave, { may: false }>): DataRefusal {
  const { why, fix } = leave
  const name = actNames[act]
  return DataRefusal.carried('no-leave', {
    zh: `不能${name.zh}：${why.zh}。${fix.zh}。`,
    en: `Not possible (${name.en}): ${why.en}. ${fix.en}.`,
  })
}

const actNames: Readonly<Record<AgentAct, { zh: string; en: string }>> = {
  open: { zh: '打开这个账套', en: 'open this book' },
  export: { zh: '导出这个账套的数据', en: 'take data out of this book' },
  file: { zh: '办理备案', en: 'file' },
  declare: { zh: '申报', en: 'declare' },
  send: { zh: '发送', en: 'send' },
  claim: { zh: '申报退税', en: 'claim a refund' },
  settle: { zh: '办理收结汇', en: 'present receipts' },
  tell: { zh: '代传支付或物流信息', en: 'transmit for others' },
}
