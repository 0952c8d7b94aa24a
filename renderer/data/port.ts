import type { BookEntry } from '#shared/ipc/vault'
import type { OwnCode, OwnCodes, OwnEdition } from '#shared/codes/own'
import type { PreviewOutcome } from '#shared/import/api'
import type { FileRefusal } from '#shared/import/ports'
import type { ImportOptions } from '#shared/import/profile'
import type { Mapping } from '#shared/table/mapping'
import type { OrderMatch } from '#shared/matching/break'
import type { FileKind } from '#shared/model/import-report'
import type { Order } from '#shared/model/order'
import type { Text } from '#shared/model/text'
import type { FactOf } from './facts/kinds'
import type { ListState, OrderState } from './order-state'
import type {
  ErrorRow,
  ErrorState,
  ImportRecord,
  ImportStored,
  Overlay,
  SealedRecord,
  SealedTable,
} from './records'
import type { Filter, HitGroup, Page, PageQuery, Room, Totals } from './rows'
import type { BookKeyBytes } from './sealing/keys'
import type { CarryPort } from './carry-port'
import type { DeskPort } from './desk-port'
import type { ExchangePort } from './exchange-port'
import type { FilingPort } from './filing-port'
import type { AgencyPort } from './agency-port'
import type { ControlPort } from './control-port'
import type { EvidencePort } from './evidence-port'
import type { PiecePort } from './piece-port'
import type { ProvenancePort } from './provenance-port'
import type { ReferencePort } from './reference-port'
import type { TariffPort } from './tariff-port'
import type { ZonePort } from './zone-port'
import type { DeparturePort } from './departure-port'
import type { MessagesPort } from './messages-port'
import type { ForexPort } from './forex-port'
import type { RebatePort } from './rebate-port'
import type { ReturnsPort } from './returns-port'
import type { SummaryPort } from './summary-port'
import type { PeoplePort, SignedIn } from './people-port'
import type { SafetyPort } from './safety-port'
import type { WorkPort } from './work-port'
import type { Stored, Change, Done, Undone, JournalEntry, JournalVerdict } from './stored'

export type * from './records'
export type * from './stored'
export type * from './rows'
export type * from './work-port'
export type * from './desk-port'
export type * from './exchange-port'
export type * from './filing-port'
export type * from './agency-port'
export type * from './control-port'
export type * from './reference-port'
export type * from './evidence-port'
export type * from './piece-port'
export type * from './provenance-port'
export type * from './tariff-port'
export type * from './zone-port'
export type * from './departure-port'
export type * from './returns-port'
export type * from './messages-port'
export type * from './forex-port'
export type * from './forex-rows'
export type * from './forex-views'
export type * from './rebate-after-port'
export type * from './rebate-port'
export type * from './rebate-rows'
export type * from './summary-port'
export type * from './people-port'
export type * from './safety-port'
export type * from './carry-port'
export type { BookKeyBytes } from './sealing/keys'
export type { ListState, OrderState } from './order-state'

/** Counters kept outside IndexedDB by main (channels `sentinel.*`). */
export type SentinelPort = {
  read(): Promise<Record<string, number>>
  advance(counters: Record<string, number>): Promise<void>
}

/**
 * `suspect`: the database shows less than the counters outside it, so it was reset or is older than what left this
 * machine. It can be read; nothing may be queued or sent from it.
 */
export type BookHealth =
  | { state: 'ok' }
  | { state: 'suspect'; shortfalls: { counter: string; database: number; sentinel: number }[]; text: Text }
  /** 已迁出: to be looked at only. */
  | { state: 'moved'; text: Text }

export type Progress = { done: number; total: number }
/** How a file is to be read; a mapping given wins over the profile. */
export type ImportJob = {
  kind: FileKind
  /** Profile id, or `auto`. */
  profile: string
  map?: Mapping
  options?: ImportOptions
  /** Take in records whose content changed since an earlier import (更新). */
  update?: boolean
}
/** `total` is bytes: rows are not known before the end. */
export type ImportProgress = { importId: string; stage: string; rows: number; bytes: number; total: number }
/** `interrupted`: found `running` with nobody at work. It can be undone, or continued with the same file. */
export type ImportView = ImportRecord & { id: string; stored: ImportStored; interrupted: boolean }
export type ImportResult =
  | { ok: true; view: ImportView }
  | { ok: false; refusal: FileRefusal }
  | { ok: false; cancelled: true; view?: ImportView }

/** Rows of a retry that went in, were stored already, or are refused still. */
export type MendSummary = { accepted: number; duplicates: number; refused: number }

export type ErrorView = ErrorRow & { id: string; state: ErrorState; mended?: string[] }

/** 日清表: `imported` is always the sum of `byState`. `silent`: 清单 waiting longer than the given hours. */
export type DailyFigures = { imported: number; byState: Record<OrderState, number>; silent: number }

/** Lists whose rows are changed in bulk. */
export type BulkTable = 'goods' | 'orders'

/** Preview of 批量修改: how many rows, how many of them change, which would become invalid. */
export type BulkPreview = {
  rows: number
  changing: number
  samples: { id: string; caption: string; before: string; after: string }[]
  invalid: { id: string; caption: string; text: Text }[]
  invalidCount: number
}

/** A whole order with everything laid over it. What names a person is masked; `reveal` gives it. */
export type OrderDossier = {
  id: string
  order: Order
  state: OrderState | ''
  overlays: Stored<Overlay>[]
  match?: OrderMatch
  lists: Stored<SealedRecord<'lists'>>[]
}
export type { Fact, FactItem, FactKind, FactOf } from './facts/kinds'

/** `withdrawn`, `kept`: customs agreed to its withdrawal, or did not. */
export type ListMove = ListState | 'withdrawn' | 'kept'

/** Told at most twice a second; `tables` names what changed in this or another window. */
export type ChangeNotice = {
  tables: string[]
  version: number
  /** How many 清单 came to a new state since the last notice, by that state. */
  moved?: Partial<Record<ListMove, number>>
}

/** One open book as the window's code sees it, with the long work on it. */
export type BookPort = BookCore &
  WorkPort &
  ExchangePort &
  FilingPort &
  TariffPort &
  ControlPort &
  ReferencePort &
  EvidencePort &
  PiecePort &
  ZonePort &
  AgencyPort &
  ProvenancePort &
  CarryPort &
  DeskPort &
  SummaryPort &
  DeparturePort &
  ReturnsPort &
  MessagesPort &
  RebatePort &
  ForexPort &
  PeoplePort &
  SafetyPort

/**
 * One open book as the window's code sees it; it lives in the book's worker and is reached through Comlink.
 * Every method rejects with a `DataRefusal` (`code`, `text` zh/en); none ever resolves without having written.
 * Listeners are passed as Comlink proxies.
 */
export type BookCore = {
  unlock(
    book: BookEntry,
    keys: BookKeyBytes,
    officer: SignedIn,
    sentinel: SentinelPort,
    progress?: (p: Progress) => void,
  ): Promise<BookHealth>
  /** Drop keys, projection and connections. */
  lock(): Promise<void>
  health(): Promise<BookHealth>

  page<R extends Room>(query: PageQuery<R>): Promise<Page<R>>
  totals(table: Room, filter?: Filter): Promise<Totals>
  /** A full number, or its last six or more characters. */
  search(text: string): Promise<HitGroup[]>
  figures(silentHours?: number): Promise<DailyFigures>
  /** Distinct values of a column with their counts, for filter menus (≤ 200, most frequent first). */
  values(table: Room, column: string): Promise<{ value: string; count: number }[]>

  get<T extends SealedTable>(table: T, id: string): Promise<Stored<SealedRecord<T>> | undefined>
  /** All records of a small table (enterprise, templates, mappings, settings); refused above 1,000. */
  all<T extends SealedTable>(table: T): Promise<Stored<SealedRecord<T>>[]>
  fact<K extends keyof FactOf>(kind: K, id: string): Promise<FactOf[K] | undefined>
  order(id: string): Promise<OrderDossier | undefined>
  /** One personal value of an order in clear; who, which and why are in the journal before it is given. */
  reveal(order: string, field: string, reason: string): Promise<string>

  /** The reason why somebody looks at personal data in the refused rows of an import, for the journal. */
  revealErrors(importId: string, reason: string): Promise<void>

  /** The one way to write. Refused with `stale` when a record was changed meanwhile, `taken` when a number is in use. */
  command(name: string, why: string, changes: Change[]): Promise<Done>
  /** Take back everything a group did; refused with `changed-since` naming the records that moved on. */
  undo(group: string, why: string): Promise<Undone>
  journal(offset: number, limit: number): Promise<{ entries: JournalEntry[]; total: number }>
  verifyJournal(): Promise<JournalVerdict>

  /** What was added to the code tables of this machine; the same for every book. */
  ownCodes(): Promise<OwnCodes>
  /** Add or rename codes; who did it is in this book's journal. */
  putCodes(codes: readonly OwnCode[], why: string): Promise<void>
  dropCodes(codes: readonly Pick<OwnCode, 'table' | 'code'>[], why: string): Promise<void>
  /** Which edition of a table counts and whether it is complete; null: as its publisher says. */
  setEdition(
    table: OwnEdition['table'],
    edition: Omit<OwnEdition, 'table'> | null,
    why: string,
  ): Promise<void>

  bulkPreview(table: BulkTable, filter: Filter, patch: Record<string, string>): Promise<BulkPreview>
  /**
   * 批量修改 of all rows of a filter; one group, so it is undone as one. Of goods the patch sets fields; of orders what
   * officers lay over them: `note`, `owner`, `remindOn`, `addLabel`, `removeLabel`, or `gifts` alone.
   */
  bulkEdit(
    table: BulkTable,
    filter: Filter,
    patch: Record<string, string>,
    why: string,
  ): Promise<{ group: string; changed: number }>

  /** What the mapping screen shows before anything is stored. */
  previewFile(file: File, job: ImportJob): Promise<PreviewOutcome>
  /**
   * Read a file into the book. A file whose earlier import was interrupted continues that one; nothing doubles.
   * Refused with `importing` while another import runs in any window.
   */
  importFile(file: File, job: ImportJob, progress?: (p: ImportProgress) => void): Promise<ImportResult>
  /** Stop the running import and take out what it brought. */
  cancelImport(): Promise<void>
  imports(): Promise<ImportView[]>
  /** Remove exactly what this import brought; refused with `used-in-list`, naming the 清单 already made from it. */
  undoImport(importId: string, why: string): Promise<void>
  /** Refused rows; with a state only those, and their number. */
  errors(
    importId: string,
    offset: number,
    limit: number,
    state?: ErrorState,
  ): Promise<{ rows: ErrorView[]; total: number }>
  editError(id: string, cells: string[], why: string): Promise<void>
  /** Read the mended rows again; those without a fault go into the same import, and complete their order. */
  retryErrors(importId: string, why: string): Promise<MendSummary>
  /** Give refused rows up for good; orders that lacked only these are complete. */
  dropErrors(importId: string, ids: string[], reason: string): Promise<void>

  /** Listen to changes; resolves to a function (proxied) that stops listening. */
  subscribe(listener: (notice: ChangeNotice) => void): Promise<() => void>
}
