import { NoteFact } from '#shared/model/forex/note-fact'
import type { z } from 'zod'
import type { ImportedRecord } from '#shared/import/api'
import { Goods } from '#shared/model/goods'
import type { RecordKind } from '#shared/model/import-report'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import { Waybill } from '#shared/model/waybill'
import { Weighing } from '#shared/model/weighing'
import { DeclarationFact, FxFact, HandbookFact, InvoiceFact, RateFact } from '#shared/model/rebate/facts'
import { CodeChangeFact, TariffFact } from '#shared/tariff/facts'

/** What a line of the file that `import --out` writes is, by kind. */
export const recordOf: Readonly<Record<RecordKind, z.ZodType<ImportedRecord>>> = {
  orders: Order,
  payments: Payment,
  waybills: Waybill,
  weighings: Weighing,
  goods: Goods,
  invoices: InvoiceFact,
  declarations: DeclarationFact,
  rates: RateFact,
  'exchange-rates': FxFact,
  handbooks: HandbookFact,
  tariff: TariffFact,
  'code-changes': CodeChangeFact,
  'warehouse-lots': NoteFact,
  'warehouse-stock': NoteFact,
  'warehouse-outs': NoteFact,
  'forex-refunds': NoteFact,
  'forex-contracts': NoteFact,
  'cost-documents': NoteFact,
}
