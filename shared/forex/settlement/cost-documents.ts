import type { NettingAnswers } from '../book/records'
import type { NoteValue } from '../../model/forex/notes'
import { cmp } from '../../money/decimal'
import type { NettingDraft } from './platform-report'

type CostDocument = NoteValue<'costDocument'>

/**
 * What documents say of the costs of a statement: the document that names a cost, else the only one of its class and
 * settlement, and for a cost nobody classed the only one of its amount. Where several fit nobody is told.
 */
export function documentedCosts(
  { report, unclassified }: Pick<NettingDraft, 'report' | 'unclassified'>,
  documents: readonly CostDocument[],
): ReadonlyMap<string, NettingAnswers['costs'][string]> {
  const found = new Map<string, NettingAnswers['costs'][string]>()
  const only = (all: readonly CostDocument[]) => (all.length === 1 ? all[0] : undefined)
  const put = (costId: string, rest: (one: CostDocument) => boolean) => {
    const document =
      only(documents.filter((one) => one.costId === costId)) ??
      only(documents.filter((one) => one.costId === undefined && rest(one)))
    if (!document) return
    const { id: documentId, class: kind, counterparty, ownGoods } = document
    found.set(costId, {
      class: kind,
      documentId,
      ...(counterparty !== undefined && { counterparty }),
      ...(ownGoods !== undefined && { ownGoods }),
    })
  }
  for (const { id, class: kind } of report.costs) {
    put(id, (one) => one.class === kind && id === `${one.settlementId}-${kind}`)
  }
  for (const { id, amount } of unclassified) put(id, (one) => cmp(one.amount, amount) === 0)
  return found
}
