import type { ReceiptRow } from '../../rebate/tables/trading'
import type { BankCredit } from '../../model/forex/credit'
import type { Collection } from './collection'

/** What the statement of receipts wants beside the money; CNY for one unit, by the policy of the enterprise. */
export type RowFacts = {
  credits: readonly BankCredit[]
  currencyName(code: string): string
  rateOn(currency: string, day: string): string | undefined
  invoiceOf(declarationNo: string): string | undefined
  contractOf(declarationNo: string): string | undefined
}

/** A line that is not made: no rate of that day stands in for another. */
export type MissingRate = { declarationNo: string; item: number; currency: string; day: string }

/** Lines of 《出口业务收汇情况表》: one for each receipt of an item, and none where a rate is missing. */
export function receiptRows(
  all: readonly Collection[],
  { credits, currencyName, rateOn, invoiceOf, contractOf }: RowFacts,
): { rows: ReceiptRow[]; missing: MissingRate[] } {
  const byId = new Map(credits.map((credit) => [credit.id, credit]))
  const named = (code: string) => ({ code, name: currencyName(code) })
  const rows: ReceiptRow[] = []
  const missing: MissingRate[] = []
  for (const { declarationNo, item, currency, declared, exportDate, receipts } of all) {
    const salesRate = rateOn(currency, exportDate)
    if (receipts.length > 0 && salesRate === undefined) {
      missing.push({ declarationNo, item, currency, day: exportDate })
      continue
    }
    for (const { creditId, amount, currency: of, day } of receipts) {
      const credit = byId.get(creditId)
      const receivedRate = rateOn(of, day)
      if (receivedRate === undefined || salesRate === undefined) {
        missing.push({ declarationNo, item, currency: of, day })
        continue
      }
      rows.push({
        declarationNo,
        item,
        exportInvoiceNo: invoiceOf(declarationNo) ?? '',
        salesCurrency: named(currency),
        sales: declared,
        salesRate,
        receivedOn: day,
        voucherNo: creditId,
        receivedCurrency: named(of),
        voucherTotal: credit?.amount ?? amount,
        received: amount,
        receivedRate,
        payer: credit?.payer?.name ?? '',
        contractNo: contractOf(declarationNo) ?? '',
      })
    }
  }
  return { rows, missing }
}
