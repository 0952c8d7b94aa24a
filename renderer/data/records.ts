import { z } from 'zod'
import { TrackedPiece } from '#shared/control/pieces'
import { EvidenceDocument } from '#shared/evidence/document'
import { Authorisation } from '#shared/filing/authorisation'
import { StoredParty } from '#shared/filing/stored'
import { Enterprise } from '#shared/model/enterprise'
import { Goods } from '#shared/model/goods'
import { CebDocument, DeclarationList } from '#shared/model/list'
import { withdrawals } from '#shared/protocol/situations'
import type { RefusedRow } from '#shared/import/api'
import { ImportReport, fileKinds } from '#shared/model/import-report'
import { Template } from '#shared/model/template'
import { day, instant } from '#shared/model/field'
import { ExportEntry } from '#shared/model/export-entry'
import { GatePass } from '#shared/model/gate-pass'
import { ModePath } from '#shared/model/mode'
import { chainMessages } from '#shared/protocol/transmitters'
import { Departure, Tick } from '#shared/departure/departure'
import { Delivery } from '#shared/import-tax/delivery'
import { TaxBill } from '#shared/import-tax/tax-bill'
import { ForexCredit, ForexMonth, ForexRun, ForexTie } from '#shared/forex/book/records'
import { ForexNote } from '#shared/model/forex/notes'
import { RebateBatch, RebateLine, RebateLink, RebatePapers, RebateRun } from '#shared/rebate/book/records'
import { Checked } from '#shared/people/checking'
import { RebateLetter } from '#shared/rebate/life/letters'
import { ReturnCase } from '#shared/returns/case'
import { Application } from '#shared/summary/application-record'
import { CustomsEntry } from '#shared/model/customs-entry'
import { SharedRecord } from './desks/record'
import { listStates } from './order-state'

/** What an officer remembers about the files of one shop: profile, columns, and what the file does not say. */
export const ShopMapping = z.object({
  name: z.string().min(1),
  kind: z.enum(fileKinds),
  platform: z.string(),
  shop: z.string(),
  profile: z.string(),
  /** Field → column source, as the importer's `Mapping`. */
  map: z.record(z.string(), z.json()).optional(),
  /** Currency, time zone, date order …: asked once, shown in the result. */
  options: z.record(z.string(), z.string()),
})
export type ShopMapping = z.infer<typeof ShopMapping>

/** Records and refused rows of an import that are on disk. Exact after a kill: it is written with each chunk. */
export const ImportStored = z.object({ records: z.int(), replaced: z.int(), refused: z.int() })
export type ImportStored = z.infer<typeof ImportStored>

/** One import of one file. */
export const ImportRecord = z.object({
  kind: z.enum(fileKinds),
  file: z.string(),
  bytes: z.int(),
  /** Digest of the file's bytes; an interrupted import is continued by the file that has the same. */
  contentHash: z.string(),
  profile: z.string(),
  map: z.record(z.string(), z.json()).optional(),
  options: z.record(z.string(), z.string()),
  update: z.boolean(),
  /** Headings of the file, to show the cells of refused rows under. */
  header: z.array(z.string()).optional(),
  state: z.enum(['running', 'done', 'cancelled', 'undone']),
  who: z.string(),
  startedAt: instant,
  endedAt: instant.optional(),
  /** What it brought, once it ended. While it runs the figures move with each chunk, beside this record. */
  stored: ImportStored.optional(),
  /** Of its refused rows: those that went in after they were mended, and those the officer dropped. */
  settled: z.object({ mended: z.int(), dropped: z.int() }).optional(),
  report: ImportReport.optional(),
})
export type ImportRecord = z.infer<typeof ImportRecord>
/** `running` with nobody at work is shown as interrupted: it can be undone, or continued with the same file. */
export type ImportState = ImportRecord['state']

/** A refused row with its raw cells; kept until it is mended or dropped. */
export type ErrorRow = RefusedRow
export type ErrorState = 'open' | 'mended' | 'dropped'

const words = z.object({ zh: z.string(), en: z.string() })
/** `BuildFault` of the declaration rules, as it is kept. */
export const StoredFault = z.object({
  document: z.string(),
  path: z.string(),
  rule: z.string(),
  severity: z.enum(['refuse', 'warn']),
  value: z.string(),
  message: words,
  fix: words,
  source: z.object({
    record: z.enum(['order', 'goods', 'template', 'waybill', 'payment', 'enterprise', 'zone']),
    key: z.string(),
    field: z.string(),
  }),
})

/** `RowError` of the importer, as it is kept. */
const StoredRowError = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  rule: z.string(),
  message: words,
  fix: words,
})

/** What an officer decided about an imported fact; laid over it, the fact itself never changes. */
export const Overlay = z.discriminatedUnion('aspect', [
  z.object({
    aspect: z.literal('cancelled'),
    fact: z.string(),
    by: z.string().optional(),
    reason: z.string(),
  }),
  z.object({ aspect: z.literal('reinstated'), fact: z.string(), reason: z.string() }),
  z.object({
    aspect: z.literal('split'),
    fact: z.string(),
    /** Each part: source row of the line → quantity declared in this part. */
    parts: z.array(
      z.object({
        orderNo: z.string(),
        quantities: z.record(z.string(), z.string()),
        waybill: z.string().optional(),
      }),
    ),
  }),
  z.object({ aspect: z.literal('merged'), fact: z.string(), into: z.string(), orderNo: z.string() }),
  z.object({
    aspect: z.literal('class'),
    fact: z.string(),
    /** Source row of a line → what it is. */
    lines: z.record(z.string(), z.string()),
    /** Source row of a gift → how it is declared, where that differs from the rule lists are built by. */
    gifts: z.record(z.string(), z.enum(['fair-price', 'leave-out'])).optional(),
    reason: z.string(),
  }),
  /** How the order is to be declared: 监管方式 and document. */
  z.object({ aspect: z.literal('mode'), fact: z.string(), path: ModePath, reason: z.string() }),
  /** `fact` is the id of whatever the note is about: an imported record, a 清单, goods. */
  z.object({
    aspect: z.literal('note'),
    fact: z.string(),
    note: z.string(),
    labels: z.array(z.string()),
    /** 负责人. */
    owner: z.string().optional(),
    /** 提醒日期. */
    remindOn: day.optional(),
  }),
  /** `fact`: a weighing that differs from what was calculated; which of the two counts. */
  z.object({
    aspect: z.literal('weight'),
    fact: z.string(),
    take: z.enum(['weighed', 'calculated']),
    reason: z.string().min(1),
  }),
  /** `fact`: a 清单; messages of the chain that others transmitted, as a person knows of them. */
  z.object({
    aspect: z.literal('told'),
    fact: z.string(),
    ticks: z.partialRecord(z.enum(chainMessages), Tick),
  }),
  /** The rules that refused the 清单 of this order the last time it was built; goes when it can be built. */
  z.object({ aspect: z.literal('refused'), fact: z.string(), at: instant, faults: z.array(StoredFault) }),
  /** Cells of a refused row as the officer mended them; `errors` when they were tried and are refused still. */
  z.object({
    aspect: z.literal('cells'),
    fact: z.string(),
    cells: z.array(z.string()),
    errors: z.array(StoredRowError).optional(),
  }),
])
export type Overlay = z.infer<typeof Overlay>

/** 对碰 done by hand: these payments and waybills belong to this order because of `reason`. */
export const ManualMatch = z.object({
  order: z.string(),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  reason: z.string().min(1),
  who: z.string(),
  at: instant,
  /** Kinds of breaks that stand but were accepted for the same reason. */
  accepts: z.array(z.string()).optional(),
})
export type ManualMatch = z.infer<typeof ManualMatch>

/** A 清单 as stored: the dossier, the orders it declares, and where it stands. */
export const StoredList = z.object({
  list: DeclarationList,
  /** Ids of the order facts it declares (one, or several for 合单). */
  orders: z.array(z.string()),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  template: z.string(),
  state: z.enum(listStates),
  /** 批次号 of its last submission; earlier ones stand with theirs. */
  batchNo: z.string().optional(),
  /** When it went into the queue. */
  queuedAt: instant.optional(),
  answeredAt: instant.optional(),
  /** Last customs code and text as received; the raw code is always shown beside the words. */
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
  /** Its 撤销申请单 (605) as it was last sent, and what customs said to it. */
  withdrawal: z
    .object({
      document: CebDocument,
      state: z.enum(withdrawals).optional(),
      queuedAt: instant.optional(),
      answer: z.object({ code: z.string(), text: z.string() }).optional(),
    })
    .optional(),
  /** Code of the desk that declared it, when that is another one: here it is a fact, and only that desk acts on it. */
  declaredBy: z.string().optional(),
  /** Another 清单 of the enterprise holds its order or waybill; until that is settled it claims neither. */
  held: z.object({ by: z.string(), desk: z.string(), declared: z.boolean() }).optional(),
  /** Who entered or changed what it declares last, and who checked that since. Kept by `Draft`, whoever writes. */
  author: z.string().optional(),
  checked: Checked.optional(),
})
export type StoredList = z.infer<typeof StoredList>

export const Setting = z.object({ key: z.string(), value: z.json() })
export type Setting = z.infer<typeof Setting>

/** The sealed tables that `command` writes, each with the schema of its body. */
export const sealedTables = {
  enterprise: Enterprise,
  goods: Goods,
  templates: Template,
  mappings: ShopMapping,
  imports: ImportRecord,
  overlays: Overlay,
  matches: ManualMatch,
  lists: StoredList,
  settings: Setting,
  applications: Application,
  customsEntries: CustomsEntry,
  departures: Departure,
  returns: ReturnCase,
  taxBills: TaxBill,
  deliveries: Delivery,
  gatePasses: GatePass,
  rebateBatches: RebateBatch,
  rebateLines: RebateLine,
  rebateLinks: RebateLink,
  rebateRuns: RebateRun,
  rebatePapers: RebatePapers,
  rebateLetters: RebateLetter,
  forexCredits: ForexCredit,
  forexTies: ForexTie,
  forexNotes: ForexNote,
  forexRuns: ForexRun,
  forexMonths: ForexMonth,
  exportEntries: ExportEntry,
  parties: StoredParty,
  evidence: EvidenceDocument,
  pieces: TrackedPiece,
  authorisations: Authorisation,
  deskRecords: SharedRecord,
} as const
export type SealedTable = keyof typeof sealedTables
export type SealedRecord<T extends SealedTable> = z.infer<(typeof sealedTables)[T]>
