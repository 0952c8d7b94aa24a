import { kindOf } from './document-kind'
import type { Standing } from './status'
import type { DocumentState } from './states'

/** Where our own handling of a submission stands; see engine/. `none`: nothing was queued yet. */
export type Handling =
  | 'none'
  | 'waiting'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'accepted'
  | 'done'
  | 'rejected'
  | 'attention'
  | 'cancelled'

/**
 * What the officer is told about a document, and what the table of acts is keyed by. `list-back`, `used`: a stored
 * order, 收款单 or waybill whose 清单 was sent back, or stands. `in-summary`, `in-declaration`: a 清单 of a 汇总申请, and of
 * the 报关单 that came of it.
 */
export const situations = [
  'draft',
  'in-queue',
  'on-the-way',
  'unresolved',
  'refused',
  'not-forwarded',
  'rejected',
  'in-process',
  'stored',
  'held',
  'released',
  'closed',
  'good',
  'list-back',
  'used',
  'returned',
  'withdrawing',
  'withdrawn',
  'in-summary',
  'in-declaration',
] as const
export type Situation = (typeof situations)[number]

/** Where the 撤销申请单 (605) of a 清单 stands: on its way, turned down, or granted, which voids the 清单. */
export const withdrawals = ['asked', 'refused', 'done'] as const
export type Withdrawal = (typeof withdrawals)[number]

export type DocumentView = {
  message: string
  handling: Handling
  state: DocumentState
  /** That of its 撤销申请单, when there is one. */
  withdrawal?: Withdrawal
  /** How far the 汇总申请 with a 清单 has come: asked for, or made a 报关单; of a 汇总申请 itself only the latter. */
  summary?: 'applied' | 'declared'
  /** Of a 汇总申请: an earlier submission was granted. The later one only asked for its deletion, and may ask again. */
  granted?: boolean
  /** Situation of the 清单 that uses this order, 收款单 or waybill. */
  usedBy?: Situation
}

const byStanding: Readonly<Record<Standing, Situation>> = {
  none: 'in-process',
  parked: 'in-process',
  declaring: 'in-process',
  forwarded: 'in-process',
  'not-forwarded': 'not-forwarded',
  stored: 'stored',
  review: 'stored',
  inspection: 'stored',
  audited: 'stored',
  held: 'held',
  released: 'released',
  rejected: 'rejected',
  returned: 'returned',
  closed: 'closed',
}

/** The one situation of a document: exactly one for every combination of handling, receipts and what rests on it. */
export function situationOf(view: DocumentView): Situation {
  const seen = alone(view)
  const situation = view.granted && (seen === 'refused' || seen === 'rejected') ? 'good' : seen
  return situation === 'good' && kindOf(view.message) === 'data' ? stored(view.usedBy) : situation
}

/** Customs lets nobody change what a 清单 uses (-301011, -401008, -504016); one that came back has to be mended. */
function stored(usedBy: Situation | undefined): Situation {
  if (usedBy === undefined || usedBy === 'draft' || usedBy === 'withdrawn') return 'good'
  return usedBy === 'refused' || usedBy === 'rejected' ? 'list-back' : 'used'
}

function alone({ message, handling, state, withdrawal, summary }: DocumentView): Situation {
  if (withdrawal === 'done') return 'withdrawn'
  if (summary) return summary === 'declared' ? 'in-declaration' : 'in-summary'
  if (withdrawal === 'asked') return 'withdrawing'
  if (handling === 'waiting' || handling === 'queued') return 'in-queue'
  if (handling === 'sending' || handling === 'sent') return 'on-the-way'
  if (handling === 'attention') return 'unresolved'
  if (handling === 'none' || handling === 'cancelled')
    return state.code === '' ? 'draft' : standing(message, state)
  return standing(message, state, handling)
}

/** A 撤销申请单 by its own handling and receipts; undefined when it was taken out of the queue. */
export function withdrawalOf(handling: Handling, state: DocumentState): Withdrawal | undefined {
  if (handling === 'cancelled' || handling === 'none') return undefined
  const situation = situationOf({ message: 'CEB605', handling, state })
  if (situation === 'good') return 'done'
  return situation === 'refused' || situation === 'rejected' ? 'refused' : 'asked'
}

function standing(message: string, state: DocumentState, handling?: Handling): Situation {
  if (state.refusal?.open) return 'refused'
  if (handling === 'rejected' && state.standing !== 'rejected') return 'refused'
  if (state.good) return kindOf(message) === 'list' ? 'closed' : 'good'
  return byStanding[state.standing]
}
