import { z } from 'zod'
import type { EvidenceDocument } from '../evidence/document'
import { acts } from '../evidence/kinds'
import { day, field } from '../model/field'
import { fillText, type Text } from '../model/text'
import { addDays } from '../rules/days'
import { filingModes, type FilingMode } from './roles'

/** What an agent may be given leave for. `open`: see the book; `export`: take data out of it. */
export const agentActs = ['open', 'export', ...acts] as const
export type AgentAct = (typeof agentActs)[number]

/** Leave that one enterprise gives another to work for it: for which acts and modes, from when until when. */
export const Authorisation = z.strictObject({
  no: field(z.string().min(1), 'business', '委托编号', 'Number'),
  principal: field(z.string().min(1), 'business', '委托方', 'Principal'),
  agent: field(z.string().min(1), 'business', '受托方', 'Agent'),
  acts: z.array(z.enum(agentActs)).min(1),
  /** Absent: every mode. */
  modes: z.array(z.enum(filingModes)).min(1).optional(),
  from: field(day, 'business', '生效日期', 'Valid from'),
  to: field(day, 'business', '有效期至', 'Valid until'),
  revokedOn: field(day.optional(), 'business', '撤销日期', 'Revoked on'),
})
export type Authorisation = z.infer<typeof Authorisation>

export type AgentIntent = { agent: string; principal: string; act: AgentAct; mode?: FilingMode; on: string }
export type Refused = { may: false; because: Obstacle; why: Text; fix: Text }
export type Leave = { may: true; by?: string; until?: string } | Refused
type Obstacle = 'none' | 'revoked' | 'expired' | 'pending' | 'act' | 'mode'

/** The further along, the nearer a leave came to being enough; the officer is told of the nearest. */
const nearness: readonly Obstacle[] = ['none', 'revoked', 'expired', 'pending', 'act', 'mode']

/**
 * Whether an agent may do something for a principal. For oneself always. A leave that has run out still lets its book be
 * opened, to read and to keep (企业内部口径); one that was revoked lets nothing be done from that day on. Nothing a principal
 * gave or withheld matters for another.
 */
export function mayAct(all: readonly Authorisation[], intent: AgentIntent): Leave {
  const { agent, principal } = intent
  if (agent === principal) return { may: true }
  const own = all.filter((one) => one.agent === agent && one.principal === principal)
  const judged = own.map((one) => ({ one, obstacle: obstacleOf(one, intent) }))
  const open = judged.filter(({ obstacle }) => obstacle === undefined).map(({ one }) => one)
  if (open.length > 0) {
    const best = open.reduce((a, b) => (b.to > a.to ? b : a))
    return { may: true, by: best.no, until: best.to }
  }
  const nearest = judged.reduce<{ because: Obstacle; one?: Authorisation }>(
    (best, { one, obstacle = 'none' }) =>
      nearness.indexOf(obstacle) > nearness.indexOf(best.because) ? { because: obstacle, one } : best,
    { because: 'none' },
  )
  const { because, one } = nearest
  const params = {
    no: one?.no ?? '',
    from: one?.from ?? '',
    to: one?.to ?? '',
    on: one?.revokedOn ?? '',
    principal,
  }
  return { may: false, because, why: fillText(words[because], params), fix: fillText(fixes[because], params) }
}

function obstacleOf(one: Authorisation, { act, mode, on }: AgentIntent): Obstacle | undefined {
  if (one.revokedOn !== undefined && one.revokedOn <= on) return 'revoked'
  if (one.from > on) return 'pending'
  if (one.to < on && act !== 'open') return 'expired'
  if (!one.acts.includes(act)) return 'act'
  return mode !== undefined && one.modes !== undefined && !one.modes.includes(mode) ? 'mode' : undefined
}

/** Principals whose books an agent may open, for the list to switch between. */
export const openPrincipals = (all: readonly Authorisation[], agent: string, on: string): string[] =>
  [...new Set(all.map(({ principal }) => principal))]
    .filter((principal) => mayAct(all, { agent, principal, act: 'open', on }).may)
    .sort()

/** A leave as a paper with an end, so that it is reminded of and blocks like any other. */
export const authorisationPaper = ({
  no,
  principal,
  from,
  to,
  revokedOn,
}: Authorisation): EvidenceDocument => ({
  id: `agency-agreement ${no}`,
  kind: 'agency-agreement',
  number: no,
  title: no,
  subjects: [principal],
  from,
  to: revokedOn !== undefined && revokedOn <= to ? addDays(revokedOn, -1) : to,
})

const words: Readonly<Record<Obstacle, Text>> = {
  none: { zh: '没有 {principal} 的委托授权', en: 'There is no authorisation by {principal}' },
  revoked: { zh: '委托 {no} 已于 {on} 撤销', en: 'Authorisation {no} was revoked on {on}' },
  expired: { zh: '委托 {no} 已于 {to} 到期', en: 'Authorisation {no} ran out on {to}' },
  pending: { zh: '委托 {no} 自 {from} 起有效', en: 'Authorisation {no} holds from {from}' },
  act: { zh: '委托 {no} 不包括这件事', en: 'Authorisation {no} does not cover this' },
  mode: { zh: '委托 {no} 不包括这种监管方式', en: 'Authorisation {no} does not cover this mode' },
}
const renew: Text = {
  zh: '请委托方 {principal} 续签，由主管在「代理授权」登记',
  en: 'Ask the principal {principal} for a new one; a chief records it under Agency',
}
const widen: Text = { zh: '请委托方扩大授权范围', en: 'Ask the principal to widen it' }
const fixes: Readonly<Record<Obstacle, Text>> = {
  none: { zh: '登记委托方签发的授权', en: 'Record the authorisation the principal gave' },
  revoked: renew,
  expired: renew,
  pending: { zh: '生效后再办理', en: 'Wait until it holds' },
  act: widen,
  mode: widen,
}

/** What is not possible without leave, why, and what to do. */
export function withoutLeave(act: AgentAct, { why, fix }: Refused): Text {
  const name = actNames[act]
  return {
    zh: `不能${name.zh}：${why.zh}。${fix.zh}。`,
    en: `Not possible (${name.en}): ${why.en}. ${fix.en}.`,
  }
}

const actNames: Readonly<Record<AgentAct, Text>> = {
  open: { zh: '打开这个账套', en: 'open this book' },
  export: { zh: '导出这个账套的数据', en: 'take data out of this book' },
  file: { zh: '办理备案', en: 'file' },
  declare: { zh: '申报', en: 'declare' },
  send: { zh: '发送', en: 'send' },
  claim: { zh: '申报退税', en: 'claim a refund' },
  settle: { zh: '办理收结汇', en: 'present receipts' },
  tell: { zh: '代传支付或物流信息', en: 'transmit for others' },
}
