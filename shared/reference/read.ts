import type { CodeRow } from '../codes/table'
import { ControlList } from '../control/list'
import { listOfRows } from '../control/list-rows'
import type { MonthRate } from '../model/forex/common'
import type { RateEntry, RateLibrary } from '../model/rebate/common'
import type { FxRateRow } from '../model/rebate/fx-rate'
import type { CodeChangeFact } from '../tariff/facts'
import type { TariffRow } from '../tariff/tariff'
import type { YearCalendar } from '../time/work-calendar'
import { CodeRowOf, headKey, LibraryHead, TariffHead } from './kinds'
import type { Rows } from './rows'

/** Rows of a taken edition as what they are; each was judged when it was taken. */
const plain = <T>(rows: Rows): T[] =>
  Array.from(rows).flatMap(([key, row]) => (key === headKey ? [] : [row as T]))

export const monthRatesOf = (rows: Rows): MonthRate[] => plain(rows)
export const exchangeRatesOf = (rows: Rows): FxRateRow[] => plain(rows)
export const yearCalendarsOf = (rows: Rows): YearCalendar[] => plain(rows)
export const codeChangeRowsOf = (rows: Rows): Pick<CodeChangeFact, 'from' | 'to' | 'on'>[] => plain(rows)

export const codeRowsOf = (rows: Rows): CodeRow[] =>
  Array.from(rows, ([code, row]) => {
    const { zh, en, iso, mark } = CodeRowOf.parse(row)
    return { code, zh, ...(en && { en }), ...(iso && { iso }), ...(mark && { mark }) }
  })

/** A list with whose it is: `key` of a signed edition, `practice` of one of a practice window. */
export const controlListOf = (rows: Rows, version: string, key?: string, practice?: true): ControlList =>
  ControlList.parse(
    listOfRows(rows, {
      version,
      ...(key !== undefined && { reference: { key, version } }),
      ...(practice && { practice }),
    }),
  )

export const tariffRowsOf = (rows: Rows): { head: TariffHead; rows: TariffRow[] } => ({
  head: TariffHead.parse(rows.get(headKey)),
  rows: plain(rows),
})

export function libraryOf(rows: Rows): RateLibrary {
  const { version, published } = LibraryHead.parse(rows.get(headKey))
  return { version, ...(published !== undefined && { published }), entries: plain<RateEntry>(rows) }
}
