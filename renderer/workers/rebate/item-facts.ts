import { answersOf, factsOfItem } from '#shared/rebate/book/claim'
import type { RebateAnswers, RebateLine } from '#shared/rebate/book/records'
import type { CancelledRefund } from '#shared/model/rebate/common'
import type { DeclarationItem, TreatmentLine } from '#shared/model/rebate/export-line'
import type { RebateStore } from './store'

/** What was answered about an item: of its line over its batch; nothing of one that stands in neither. */
export function itemAnswers(store: RebateStore, line: RebateLine | undefined): RebateAnswers {
  const batch = line && store.held.rebateBatches.get(line.batch)?.record
  return line ? answersOf(batch ?? { answers: {} }, line) : {}
}

/** The list of cancelled refunds of this book; empty while none was given. */
export const cancelledOf = ({ rules }: RebateStore): readonly CancelledRefund[] =>
  rules.cancelledRefunds ?? []

/** Facts of an item for its treatment, whether it stands in a batch or in none. */
export function itemFacts(
  store: RebateStore,
  key: string,
  item: DeclarationItem,
  line: RebateLine | undefined,
): TreatmentLine {
  const vouchers = (store.linksOfItem.get(key) ?? []).flatMap(({ record }) =>
    record.purchases.flatMap(({ invoiceNumber }) => {
      const kind = store.invoices.get(invoiceNumber)?.invoice.kind
      return kind ? [{ type: kind, number: invoiceNumber }] : []
    }),
  )
  const receipts = store.papersOf(item.no)?.record.receipts ?? []
  const { exempt } = store.rules
  return factsOfItem(store.enterprise!, item, itemAnswers(store, line), { vouchers, receipts, exempt })
}
