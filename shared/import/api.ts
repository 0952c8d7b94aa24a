import type { ImportReport, RecordKind, RowError } from '../model/import-report'
import type { Goods } from '../model/goods'
import type { Order } from '../model/order'
import type { Payment } from '../model/payment'
import type { Text } from '../model/text'
import type { Waybill } from '../model/waybill'
import type { Weighing } from '../model/weighing'
import type { NoteFact } from '../model/forex/note-fact'
import type { DeclarationFact, FxFact, HandbookFact, InvoiceFact, RateFact } from '../model/rebate/facts'
import type { CodeChangeFact, TariffFact } from '../tariff/facts'
import type { Digest, FileRefusal, Progress, Spill } from './ports'
import type { Bytes, Encoding, Signal, StreamDecoder } from '../table/ports'
import type { ImportOptions, Question } from './profile'
import type { Mapping } from '../table/mapping'

export type ImportedRecord =
  | Order
  | Payment
  | Waybill
  | Weighing
  | Goods
  | InvoiceFact
  | DeclarationFact
  | RateFact
  | FxFact
  | HandbookFact
  | NoteFact
  | TariffFact
  | CodeChangeFact

/** What an earlier import stored under a business key. `declared`: already sent, must never be overwritten. */
export type Stored = { digest: string; declared?: boolean }

/** A record on its way to the store, with its business key and the digest that a later import compares. */
export type ImportItem<R = ImportedRecord> = {
  key: string
  digest: string
  record: R
  change: 'new' | 'updated'
}

/** A row that did not go in, with its cells as read, for the error list and the sheet handed back. */
export type RefusedRow = { row: number; cells: string[]; errors: RowError[] }

/** Every call is awaited before reading goes on (back-pressure). */
export type ImportSink = {
  records(items: ImportItem[]): void | Promise<void>
  refused(rows: RefusedRow[]): void | Promise<void>
  /** At most `WARNINGS_PER_RULE` of each rule; the report counts them all. */
  warnings(warnings: RowError[]): void | Promise<void>
}

export type ImportRequest = {
  bytes: Bytes
  fileName: string
  kind: RecordKind
  /** Profile id, or `auto`. Ignored when `map` is given. */
  profile: string
  map?: Mapping
  options?: ImportOptions
  /** Accept records whose content differs from the stored one (counted as `updated`). */
  update?: boolean
  /** Stored digests of these business keys; keys that are not stored are absent. */
  existing?(keys: string[]): Promise<ReadonlyMap<string, Stored>>
  decoder(encoding: Encoding): StreamDecoder
  digest: Digest
  /** Without it grouping stays in memory. */
  spill?: Spill
  /** Rows grouped on the heap before `spill` is used. */
  rowsInMemory?: number
  signal?: Signal
  onProgress?(progress: Progress): void
  sink: ImportSink
}

export type ImportOutcome =
  | {
      ok: true
      report: ImportReport
      header: string[]
      /** What the whole file settled; kept with the import, so that corrected rows are read the same way. */
      decided: Pick<ImportOptions, 'dateOrder' | 'decimal'>
    }
  | { ok: false; refusal: FileRefusal }
  | { ok: false; cancelled: true }

export type PreviewRequest = Pick<
  ImportRequest,
  'bytes' | 'fileName' | 'kind' | 'map' | 'options' | 'decoder'
> & { profile?: string }

export type ColumnPreview = { index: number; header: string; samples: string[]; field?: string }

/** goods − discount + freight + tax = total, as the chosen mapping reads the first order of the file. */
export type OrderArithmetic = {
  orderNo: string
  currency?: string
  goods: string
  discount: string
  freight: string
  tax: string
  computed: string
  total?: string
  difference?: string
}

export type Preview = {
  fileName: string
  format: 'csv' | 'xlsx'
  encoding: string
  delimiter?: string
  sheet?: string
  headerRow: number
  candidates: { profile: string; title: Text; fields: number }[]
  columns: ColumnPreview[]
  rows: string[][]
  mapping: Mapping
  fields: { field: string; label: Text; required: boolean }[]
  missing: { field: string; label: Text }[]
  questions: Question[]
  arithmetic?: OrderArithmetic
}

export type PreviewOutcome = { ok: true; preview: Preview } | { ok: false; refusal: FileRefusal }
