import { isListMessage } from '#shared/declaration/dossier-messages'
import { situationOf, withdrawalOf as stateOfWithdrawal } from '#shared/protocol/situations'
import type { DocumentView, Situation } from '#shared/protocol/situations'
import type { Book } from '../../data/book'
import type { DocumentHistory } from '../../data/engine/dossier'
import { readHistories } from '../../data/engine/dossier'
import type { SealedRecord } from '../../data/port'
import { allDocumentsOf, withdrawalOf } from './documents'
import type { Outgoing } from './documents'

type Identity = Pick<Outgoing, 'message' | 'businessKey'>
export type Histories = ReadonlyMap<string, DocumentHistory>
export const keyOf = ({ message, businessKey }: Identity): string => `${message} ${businessKey}`

/** What customs knows of every document of these 清单. */
export async function historiesOf(
  { context }: Book,
  lists: readonly { record: SealedRecord<'lists'> }[],
): Promise<Histories> {
  const documents = lists.flatMap(({ record }) => allDocumentsOf(record))
  const unique = [...new Map(documents.map((one) => [keyOf(one), one])).values()]
  const histories = await readHistories(context, unique)
  return new Map(unique.map((one, i) => [keyOf(one), histories[i]!]))
}

/** Where a document stands by itself; `draft` while nobody ever sent it. */
export function standingOf({ message, last }: Pick<DocumentHistory, 'message' | 'last'>): Situation {
  return last ? situationOf({ message, handling: last.stage, state: last.state }) : 'draft'
}

/** A 清单 with its 撤销申请单, as the table of actions looks at it; undefined while it was never declared. */
export function viewOfList(record: SealedRecord<'lists'>, histories: Histories): DocumentView | undefined {
  const own = allDocumentsOf(record).find(({ message }) => isListMessage(message))
  const last = own && histories.get(keyOf(own))?.last
  if (!last) return undefined
  const asked = withdrawalOf(record)
  const request = asked && histories.get(keyOf(asked))?.last
  const withdrawal = request && stateOfWithdrawal(request.stage, request.state)
  return {
    message: own.message,
    handling: last.stage,
    state: last.state,
    ...(withdrawal && { withdrawal }),
  }
}
