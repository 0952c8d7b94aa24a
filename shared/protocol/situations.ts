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
  'held',
  'released',
  'closed',
  'good',
  'returned',
  'withdrawn',
] as const
export type Situation = (typeof situations)[number]

export type DocumentView = {
  message: string
  handling: Handling
  state: DocumentState
  /** A withdrawal (605) of it came to its good end. */
  withdrawn?: boolean
}

const byStanding: Readonly<Record<Standing, Situation>> = {
  none: 'in-process',
  parked: 'in-process',
  declaring: 'in-process',
  forwarded: 'in-process',
  'not-forwarded': 'not-forwarded',
  stored: 'in-process',
  review: 'in-process',
  inspection: 'in-process',
  audited: 'in-process',
  held: 'held',
  released: 'released',
  rejected: 'rejected',
  returned: 'returned',
  closed: 'closed',
}

/** The one situation of a document: exactly one for every combination of handling and receipts. */
export function situationOf({ message, handling, state, withdrawn }: DocumentView): Situation {
  if (withdrawn) return 'withdrawn'
  if (handling === 'waiting' || handling === 'queued') return 'in-queue'
  if (handling === 'sending' || handling === 'sent') return 'on-the-way'
  if (handling === 'attention') return 'unresolved'
  if (handling === 'none' || handling === 'cancelled')
    return state.code === '' ? 'draft' : standing(message, state)
  return standing(message, state, handling)
}

function standing(message: string, state: DocumentState, handling?: Handling): Situation {
  if (state.refusal?.open) return 'refused'
  if (handling === 'rejected' && state.standing !== 'rejected') return 'refused'
  if (state.good) return message === 'CEB603' ? 'closed' : 'good'
  return byStanding[state.standing]
}
