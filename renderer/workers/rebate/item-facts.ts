import { noFacts } from '#shared/rebate/book/claim'
import type { RebateLine } from '#shared/rebate/book/records'
import type { DeclarationItem, TreatmentLine } from '#shared/model/rebate/export-line'
import type { RebateStore } from './store'

/** Facts of an item for its treatment, whether it stands in a batch or in none. */
export function itemFacts(
  store: RebateStore,
  key: string,
  item: DeclarationItem,
  line: RebateLine | undefined,
): TreatmentLine {
  const batch = line && store.held.rebateBatches.get(line.batch)?.record
  const {
    exportInvoiceNo: _invoice,
    remark: _remark,
    extensionCode: _code,
    businessType: _type,
    exportDate: _date,
    ...answered
  } = { ...batch?.answers, ...line?.answers }
  const vouchers = (store.linksOfItem.get(key) ?? []).flatMap(({ record }) =>
    record.purchases.flatMap(({ invoiceNumber }) => {
      const kind = store.invoices.get(invoiceNumber)?.invoice.kind
      return kind ? [{ type: kind, number: invoiceNumber }] : []
    }),
  )
  return {
    ...noFacts(store.enterprise!),
    bookedAsSale: item.revenueDate !== undefined,
    ...(item.supervisionMode === '9610' && { ecommerceList: { statisticsFlag: 'B' as const } }),
    ...answered,
    line: key,
    declaration: item,
    vouchers,
  }
}
