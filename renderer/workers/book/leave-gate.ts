import type { AgentAct } from '#shared/filing/authorisation'
import type { BookPort } from '../../data/port'
import { neededFor } from './call-rights'

/** What nobody needs leave for: opening and locking, and everything by which leave is given. */
const free: ReadonlySet<string> = new Set<keyof BookPort>([
  'unlock',
  'lock',
  'health',
  'agency',
  'setAgent',
  'putAuthorisation',
  'revokeAuthorisation',
])

type Asked = readonly unknown[]
/** Only the step that hands a claim in is one; what came of it may be noted by whoever may open the book. */
const claims = ([, act]: Asked): AgentAct =>
  (act as { event?: string } | undefined)?.event === 'declare' ? 'claim' : 'open'

/**
 * Calls that are more than looking at the book and working in it. What takes the right to export takes the leave to export,
 * named here or not.
 */
const acts: Partial<Record<keyof BookPort, AgentAct | ((asked: Asked) => AgentAct)>> = {
  queueFiling: 'file',
  decideFiling: 'file',
  fileParties: 'file',
  fileGoods: 'file',
  declare: 'declare',
  correct: 'declare',
  withdraw: 'declare',
  applySummary: 'declare',
  resendApplication: 'declare',
  deleteApplication: 'declare',
  depart: 'declare',
  resendDeparture: 'declare',
  sendReturn: 'declare',
  startExchange: 'send',
  retryNow: 'send',
  lineBack: 'send',
  exportBatches: 'send',
  makeOutagePack: 'send',
  actOnRebateLines: claims,
  declareExempt: 'claim',
  presentForexCredits: 'settle',
  meetDesks: 'export',
  evidenceFile: 'export',
}
const isExport = (call: string): boolean => neededFor(call, [])?.includes('export') === true

/** Everything that is neither free nor named needs leave to open the book. */
export function actOf(call: string, asked: Asked = []): AgentAct | undefined {
  if (free.has(call)) return undefined
  const act = acts[call as keyof BookPort] ?? (isExport(call) ? 'export' : 'open')
  return typeof act === 'function' ? act(asked) : act
}

type Gated = { refuseWithout(act: AgentAct): Promise<void> }

/**
 * The host as it is handed to windows: every call is let through only as far as the enterprise of the book gave leave and its
 * papers hold. One place for all of them, so that a new call is behind it without anybody remembering.
 */
export const behindLeave = <H extends Gated>(host: H): H =>
  new Proxy(host, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return async (...asked: unknown[]): Promise<unknown> => {
        const act = typeof name === 'string' ? actOf(name, asked) : undefined
        if (act) await target.refuseWithout(act)
        return Reflect.apply(value, target, asked) as unknown
      }
    },
  })
