import type { AgentAct } from '#shared/filing/authorisation'
import type { BookPort } from '../../data/port'

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

/** Calls that are more than looking at the book and working in it. */
const acts: Partial<Record<keyof BookPort, AgentAct>> = {
  queueFiling: 'file',
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
  actOnRebateLines: 'claim',
  declareExempt: 'claim',
  presentForexCredits: 'settle',
  exportDesks: 'export',
  meetDesks: 'export',
  partySheet: 'export',
  evidenceFile: 'export',
  rebateTables: 'export',
  rebateExchange: 'export',
  rebatePrint: 'export',
  forexTables: 'export',
  forexExchange: 'export',
  forexEvidence: 'export',
  forexPrint: 'export',
}

/** Everything that is neither free nor named needs leave to open the book. */
export const actOf = (call: string): AgentAct | undefined =>
  free.has(call) ? undefined : (acts[call as keyof BookPort] ?? 'open')

type Gated = { refuseWithout(act: AgentAct): Promise<void> }

/**
 * The host as it is handed to windows: every call is let through only as far as the enterprise of the book gave leave. One
 * place for all of them, so that a new call is behind it without anybody remembering.
 */
export const behindLeave = <H extends Gated>(host: H): H =>
  new Proxy(host, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      const act = typeof name === 'string' ? actOf(name) : undefined
      return async (...asked: unknown[]): Promise<unknown> => {
        if (act) await target.refuseWithout(act)
        return Reflect.apply(value, target, asked) as unknown
      }
    },
  })
