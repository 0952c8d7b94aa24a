import { dossierMessages } from '#shared/declaration/settings'
import type { DossierMessage } from '#shared/declaration/settings'
import type { CebDocument, DeclarationList } from '#shared/model/list'
import { businessKey } from '#shared/protocol/keys'
import { situationOf } from '#shared/protocol/situations'
import type { Situation } from '#shared/protocol/situations'
import type { DocumentHistory } from '../../data/engine/dossier'

export const slots = {
  CEB303: 'order',
  CEB403: 'receipts',
  CEB505: 'logistics',
  CEB603: 'inventory',
} as const satisfies Record<DossierMessage, keyof DeclarationList['documents']>

export type ListDocument = { message: DossierMessage; businessKey: string; document: CebDocument }

/** The documents of a 清单 that this enterprise transmits, in sending order. */
export function documentsOf({ documents }: DeclarationList): ListDocument[] {
  return dossierMessages.flatMap((message) => {
    const document = documents[slots[message]]
    const key = document && businessKey(message, document.head)
    return document && key ? [{ message, businessKey: key, document }] : []
  })
}

/** Where a document stands; `draft` while nobody ever sent it. */
export function standingOf({ message, last }: DocumentHistory): Situation {
  return last ? situationOf({ message, handling: last.stage, state: last.state }) : 'draft'
}

/** Sent back or not taken in: it may be sent again once it is mended. */
export const isBack = (situation: Situation): boolean => situation === 'refused' || situation === 'rejected'

/** On its way or in the hands of customs: nothing of it may be sent now. */
export const isUnderWay = (situation: Situation): boolean =>
  ['on-the-way', 'unresolved', 'not-forwarded', 'in-process', 'held', 'released'].includes(situation)
