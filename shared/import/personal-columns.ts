import { NoteFact } from '../model/forex/note-fact'
import type { z } from 'zod'
import { fieldMeta } from '../model/field'
import { Goods } from '../model/goods'
import { isForexFile, type FileKind, type RecordKind } from '../model/import-report'
import { Order } from '../model/order'
import { Payment } from '../model/payment'
import { Waybill } from '../model/waybill'
import { Weighing } from '../model/weighing'
import { DeclarationFact, FxFact, HandbookFact, InvoiceFact, RateFact } from '../model/rebate/facts'
import { CodeChangeFact, TariffFact } from '../tariff/facts'
import type { Mapping } from '../table/mapping'
import { readAsHeader } from './recognise'

const shapes: Readonly<Record<RecordKind, Readonly<Record<string, z.ZodType>>>> = {
  orders: Order.shape,
  payments: Payment.shape,
  waybills: Waybill.shape,
  weighings: Weighing.shape,
  goods: Goods.shape,
  invoices: InvoiceFact.shape,
  declarations: DeclarationFact.shape,
  rates: RateFact.shape,
  'exchange-rates': FxFact.shape,
  handbooks: HandbookFact.shape,
  tariff: TariffFact.shape,
  'code-changes': CodeChangeFact.shape,
  // Neither goods, contracts nor costs name persons.
  'warehouse-lots': NoteFact.shape,
  'warehouse-stock': NoteFact.shape,
  'warehouse-outs': NoteFact.shape,
  'forex-refunds': NoteFact.shape,
  'forex-contracts': NoteFact.shape,
  'cost-documents': NoteFact.shape,
}

/** Files that name persons at all. */
const namesPersons: ReadonlySet<RecordKind> = new Set(['orders', 'payments', 'waybills', 'weighings'])

/** Who paid, and what was written with the money. */
const paymentTexts: ReadonlySet<string> = new Set(['payer', 'detail'])

/** True for a field whose values name a person, as its record declares it. */
export function isPersonal(kind: FileKind, field: string): boolean {
  if (isForexFile(kind)) return paymentTexts.has(field)
  const schema = shapes[kind][field]
  return schema !== undefined && fieldMeta(schema)?.sensitivity === 'personal'
}

/**
 * Columns of a file, by their place, whose cells are masked: those that name a person, and, in files that name persons
 * at all, those nobody reads, of which nothing is known.
 */
export function personalColumns(
  kind: FileKind,
  header: readonly string[],
  profile: string,
  map?: Mapping,
): ReadonlySet<number> {
  // Lines of a bank that could not be read: nothing is known of what stands in them.
  if (isForexFile(kind)) return new Set(header.keys())
  const [recognition] = readAsHeader({ row: 1, cells: [...header] }, { kind, profile, ...(map && { map }) })
  const fields = recognition?.binding.fields ?? []
  const open = new Set(
    fields.filter(({ field }) => !isPersonal(kind, field)).flatMap(({ columns }) => columns),
  )
  const named = fields.filter(({ field }) => isPersonal(kind, field)).flatMap(({ columns }) => columns)
  const unread = !namesPersons.has(kind) ? [] : [...header.keys()].filter((column) => !open.has(column))
  return new Set([...named, ...unread])
}
