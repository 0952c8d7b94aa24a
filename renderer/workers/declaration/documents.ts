import { members, messagesOf } from '#shared/declaration/dossier-messages'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import { withdrawalMessage } from '#shared/declaration/withdrawal'
import type { CebDocument, DeclarationList } from '#shared/model/list'
import type { SealedRecord } from '../../data/port'
import { businessKey } from '#shared/protocol/keys'
import { actsIn } from '#shared/protocol/actions'
import type { Situation } from '#shared/protocol/situations'

/** A document as it is queued. */
export type Outgoing = { message: string; businessKey: string; document: CebDocument }
export type ListDocument = Outgoing & { message: DossierMessage }

/** The documents of a 清单 that this enterprise transmits, in sending order. */
export function documentsOf(list: DeclarationList): ListDocument[] {
  const messages = messagesOf(list)
  return members.flatMap((member) => {
    const document = list.documents[member]
    const message = messages[member]
    const key = document && businessKey(message, document.head)
    return document && key ? [{ message, businessKey: key, document }] : []
  })
}

/** The 撤销申请单 of a 清单 as it was last sent. */
export function withdrawalOf({ list, withdrawal }: SealedRecord<'lists'>): Outgoing | undefined {
  if (!withdrawal) return undefined
  const { document } = withdrawal
  const message = withdrawalMessage(list)
  const key = businessKey(message, document.head)
  return key ? { message, businessKey: key, document } : undefined
}

/** The documents of a 清单 with its 撤销申请单. */
export function allDocumentsOf(record: SealedRecord<'lists'>): Outgoing[] {
  const withdrawal = withdrawalOf(record)
  return [...documentsOf(record.list), ...(withdrawal ? [withdrawal] : [])]
}

/** Sent back or not taken in: it may be sent again once it is mended. */
export const isBack = (situation: Situation): boolean =>
  actsIn('CEB603', situation).some(({ action }) => action === 'correct')

/** On its way or in the hands of customs: nothing of it may be sent now. */
export const isUnderWay = (situation: Situation): boolean =>
  ['on-the-way', 'unresolved', 'not-forwarded', 'in-process', 'stored', 'held', 'released'].includes(
    situation,
  )
