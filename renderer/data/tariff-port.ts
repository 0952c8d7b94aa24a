import type { Text } from '#shared/model/text'
import type { Proposal } from '#shared/control/flags'
import type { Conversion, ConversionDecision, ConversionKind } from '#shared/tariff/convert'
import type { TariffHit } from '#shared/tariff/search'
import type { TariffRow } from '#shared/tariff/tariff'
import type { YearStep } from '#shared/tariff/year-opening'

/**
 * One edition of the tariff. It comes in through the import room (`importFile` with kind `tariff`, `code-changes` for the
 * 新旧编码对照), so it is undone there as well; what the file does not say of itself the officer says here.
 */
export type TariffEdition = {
  importId: string
  file: string
  /** When it was imported. */
  at: string
  /** Its name; that of the file until somebody gives another. */
  edition: string
  /** First day it is used for. */
  from: string
  /** Somebody said that it holds every code: only then a code that it lacks is gone. */
  complete: boolean
  rows: number
  /** Units that stand in it and no code table knows; lines with them have no statutory unit. */
  unknownUnits: string[]
  /** The one that is used on the business day of today. */
  used: boolean
  /** Version of a published one: it says everything of itself, and is dropped where it was taken (`dropReference`). */
  published?: string
}

/** Which table an answer was made with; shown beside it. `importId` is '' for the headings that are shipped. */
export type TariffUsed = Pick<TariffEdition, 'importId' | 'edition' | 'from' | 'complete'>

export type TariffAnswer = { used: TariffUsed; hits: TariffHit[] }

/** One line with what it means for the goods master: 涉证, 涉检, 出口关税 with the ground of each. */
export type TariffLine = { used: TariffUsed; row: TariffRow; proposals: Proposal[] }

/** Which tables a 税则转版 compares: the tariff of the day before `on` with the one of `on`. */
export type ConversionQuery = { on: string; kind?: ConversionKind; offset: number; limit: number }
/** Nothing is changed by looking. `before` is absent where no older tariff is here: then lines are not compared. */
export type ConversionPage = {
  used: TariffUsed
  before?: TariffUsed
  counts: Record<ConversionKind, number>
  rows: Conversion[]
  total: number
}
/** `left` keep their old code, each with why. `group` undoes the act as one. */
export type ConversionDone = {
  converted: number
  left: { sku: string; why: Text; fix: Text }[]
  group: string
}

/** A year of the 工作日历. `published`: the version of the edition that says it; absent for a year that was shipped. */
export type CalendarView = { year: number; source: string; published?: string; signed?: boolean }

/** 税则; part of `BookPort`, the same rules hold. Days are business days YYYY-MM-DD. */
export type TariffPort = {
  /** Newest first; the shipped headings are no edition. */
  tariffEditions(): Promise<TariffEdition[]>
  describeTariff(
    importId: string,
    edit: Partial<Pick<TariffEdition, 'edition' | 'from' | 'complete'>>,
    why: string,
  ): Promise<void>
  /**
   * Codes by part of a Chinese name, pinyin initials, begin of a code or English word; goods of this book that were given a
   * code come first. Without a tariff of the day the shipped headings answer.
   */
  searchTariff(query: { query: string; on: string; limit?: number }): Promise<TariffAnswer>
  tariffLine(code: string, on: string): Promise<TariffLine | undefined>

  /** Refused with `no-tariff` when no imported edition holds on that day. */
  previewConversion(query: ConversionQuery): Promise<ConversionPage>
  /** Writes the goods that are clear or were decided; undone as one. */
  convertGoods(
    on: string,
    decisions: readonly (readonly [sku: string, decision: ConversionDecision])[],
    why: string,
  ): Promise<ConversionDone>
  /** 年度开账: what is left to do for a year. */
  yearOpening(year: number): Promise<YearStep[]>
  /** 工作日历: the years whose holidays are known here, oldest first. */
  workCalendars(): Promise<CalendarView[]>
}
