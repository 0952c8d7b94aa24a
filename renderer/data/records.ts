import { z } from 'zod'
import { Enterprise } from '#shared/model/enterprise'
import { Goods } from '#shared/model/goods'
import { DeclarationList } from '#shared/model/list'
import { Template } from '#shared/model/template'
import { instant } from '#shared/model/field'

const text = z.object({ zh: z.string(), en: z.string() })
const row = z.int().positive()

/** What an officer remembers about the files of one shop: profile, columns, and what the file does not say. */
export const Mapping = z.object({
  name: z.string().min(1),
  kind: z.enum(['orders', 'payments', 'waybills', 'goods']),
  platform: z.string(),
  shop: z.string(),
  profile: z.string(),
  /** Field name → column heading. */
  columns: z.record(z.string(), z.string()),
  /** Currency, time zone, FOB parts …: asked once, shown in the result. */
  answers: z.record(z.string(), z.string()),
})
export type Mapping = z.infer<typeof Mapping>

/** One import. `progress` moves in the transaction of each chunk, so after a kill it is exact. */
export const ImportRecord = z.object({
  kind: z.enum(['orders', 'payments', 'waybills', 'goods']),
  file: z.string(),
  bytes: z.int(),
  /** SHA-256 of the file's bytes, known when it was read to its end; the same file is recognised by it. */
  contentHash: z.string().optional(),
  mapping: Mapping.partial(),
  who: z.string(),
  startedAt: instant,
  endedAt: instant.optional(),
  progress: z.object({ rows: z.int(), records: z.int(), refused: z.int(), chunks: z.int() }),
  /** The importer's own closing report, when it came to its end. */
  report: z.unknown().optional(),
})
export type ImportRecord = z.infer<typeof ImportRecord>
/** `running` with nobody at work is shown as interrupted: it can be undone, or continued with the same file. */
export type ImportState = 'running' | 'done' | 'cancelled' | 'undone'

/** A refused row with its raw cells; kept until it is mended or dropped. */
export const ErrorRow = z.object({
  row,
  cells: z.record(z.string(), z.string()),
  reasons: z.array(
    z.object({ column: z.string(), value: z.string(), rule: z.string(), message: text, fix: text }),
  ),
})
export type ErrorRow = z.infer<typeof ErrorRow>
export type ErrorState = 'open' | 'mended' | 'dropped'

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
    lines: z.record(z.string(), z.string()),
    reason: z.string(),
  }),
  z.object({ aspect: z.literal('note'), fact: z.string(), note: z.string(), labels: z.array(z.string()) }),
  z.object({ aspect: z.literal('error'), fact: z.string(), cells: z.record(z.string(), z.string()) }),
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
})
export type ManualMatch = z.infer<typeof ManualMatch>

/** Result of 对碰 for one order: what it was matched with and every break with its effect. */
export const MatchResult = z.object({
  order: z.string(),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  breaks: z.array(
    z.object({
      kind: z.string(),
      effect: z.enum(['block', 'later']),
      field: z.string(),
      ours: z.string(),
      theirs: z.string(),
      fix: text,
    }),
  ),
})
export type MatchResult = z.infer<typeof MatchResult>

/** A 清单 as stored: the dossier, the orders it declares, and where it stands. */
export const StoredList = z.object({
  list: DeclarationList,
  /** Ids of the order facts it declares (one, or several for 合单). */
  orders: z.array(z.string()),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  template: z.string(),
  /** When it went into the queue, for 「N 小时无回执」. */
  queuedAt: instant.optional(),
  answeredAt: instant.optional(),
  /** Last customs code and text as received; the raw code is always shown beside the words. */
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
  /** A source of it changed since it was built (待更新). */
  outdated: z.boolean().optional(),
})
export type StoredList = z.infer<typeof StoredList>

export const Setting = z.object({ key: z.string(), value: z.json() })
export type Setting = z.infer<typeof Setting>

/** The sealed tables that `command` writes, each with the schema of its body. */
export const sealedTables = {
  enterprise: Enterprise,
  goods: Goods,
  templates: Template,
  mappings: Mapping,
  imports: ImportRecord,
  overlays: Overlay,
  matches: ManualMatch,
  lists: StoredList,
  settings: Setting,
} as const
export type SealedTable = keyof typeof sealedTables
export type SealedRecord<T extends SealedTable> = z.infer<(typeof sealedTables)[T]>
