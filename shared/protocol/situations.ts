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

/** What the officer is told about a document, and what the table of next actions is keyed by. */
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
  'returned',
  'withdrawing',
  'withdrawn',
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

/** The one situation of a document: exactly one for every combination of handling and receipts. */
export function situationOf({ message, handling, state, withdrawal }: DocumentView): Situation {
  if (withdrawal === 'done') return 'withdrawn'
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
  if (state.good) return message === 'CEB603' ? 'closed' : 'good'
  return byStanding[state.standing]
}
