import { taxKinds, taxMonth } from '#shared/import-tax/tax-bill'
import type { TaxBill } from '#shared/import-tax/tax-bill'
import { taxMonths, taxTotal } from '#shared/import-tax/tax-totals'
import { returnInstant } from '#shared/protocol/receipts'
import { eachRecord } from '../../../data/read/records'
import { normalNumber } from '../../../data/sealing/blind'
import type { DeliveryView, ListRow, TaxBillRow, TaxPage, TaxQuery } from '../../../data/port'
import type { BookSession } from '../session'
import { pageLimit } from '../views'

const namesListed = 50

/** 清单 by the number customs gave them. */
function listsByInvtNo({ projection }: BookSession): Map<string, ListRow> {
  const found = new Map<string, ListRow>()
  for (const row of projection.lists.rows()) if (row.invtNo) found.set(row.invtNo, row)
  return found
}

const timeOf = ({ issued, told }: TaxBill): string => issued?.at ?? told.status?.at ?? ''

/** Bills of a month, newest first, with the sums of every month. */
export function pageTaxes(session: BookSession, { month, offset, limit }: TaxQuery): TaxPage {
  const bills = session.projection.after.taxes.bills()
  const wanted = [...bills]
    .filter(([, bill]) => month === undefined || taxMonth(bill) === month)
    .sort(([, a], [, b]) => (timeOf(a) < timeOf(b) ? 1 : -1))
  const lists = listsByInvtNo(session)
  return {
    rows: wanted
      .slice(offset, offset + Math.min(limit, pageLimit))
      .map(([id, bill]) => rowOf(id, bill, lists.get(bill.invtNo))),
    total: wanted.length,
    months: taxMonths(bills.values()),
  }
}

/** What one 清单 has to pay. */
export function taxesOfList({ projection }: BookSession, list: string): TaxBillRow[] {
  const row = projection.lists.get(list)
  if (!row?.invtNo) return []
  return [...projection.after.taxes.bills()]
    .filter(([, bill]) => bill.invtNo === row.invtNo)
    .map(([id, bill]) => rowOf(id, bill, row))
}

function rowOf(id: string, bill: TaxBill, list: ListRow | undefined): TaxBillRow {
  const { invtNo, taxNo, issued, told } = bill
  const [customsTax, valueAddedTax, consumptionTax] = taxKinds.map((kind) => issued?.[kind] ?? '')
  return {
    id,
    invtNo,
    taxNo,
    at: returnInstant(issued?.at ?? '') ?? '',
    customsTax: customsTax!,
    valueAddedTax: valueAddedTax!,
    consumptionTax: consumptionTax!,
    total: taxTotal(bill),
    status: told.status?.value ?? '',
    entDutyNo: told.entDutyNo?.value ?? '',
    list: list?.id ?? '',
    copNo: list?.copNo ?? '',
    orderNo: list?.orderNo ?? '',
  }
}

/** Deliveries to sites, newest first, each compared with the 清单 of its parcels. */
export async function deliveryViews({ book, projection }: BookSession): Promise<DeliveryView[]> {
  const parcels = new Set<string>()
  for (const { waybillNo } of projection.lists.rows()) parcels.add(normalNumber(waybillNo))
  const views: DeliveryView[] = []
  for await (const chunk of eachRecord(book.context, 'deliveries')) {
    for (const { id, record } of chunk) {
      const unknown = record.logisticsNos.filter((number) => !parcels.has(normalNumber(number)))
      const known = record.logisticsNos.length - unknown.length
      views.push({ ...record, id, known, unknown: unknown.slice(0, namesListed) })
    }
  }
  return views.sort((a, b) => (a.at < b.at ? 1 : -1))
}
