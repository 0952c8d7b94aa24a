import type { UnknownCode } from '#shared/protocol/unknown-codes'
import type { SheetSource } from '../../components/save/save-excel'

const columns = ['code', 'message', 'count', 'first', 'last', 'info'] as const
const widths: Readonly<Partial<Record<(typeof columns)[number], number>>> = { first: 20, last: 20, info: 80 }

/**
 * Codes that no table here has, as a sheet: to ask customs by, and for those who keep the tables. Everything is text, because
 * a code with leading zeros is not a number.
 * @param word names the sheet and its columns
 * @param time shows a return time
 */
export function unknownSheet(
  codes: readonly UnknownCode[],
  word: (key: 'sheet' | (typeof columns)[number]) => string,
  time: (time: string) => string,
): SheetSource {
  return {
    name: word('sheet'),
    columns: columns.map((name) => ({ title: word(name), width: widths[name] ?? 12, kind: 'text' as const })),
    rows: codes.map(({ code, message, count, first, last, info }) => [
      code,
      message,
      String(count),
      time(first),
      time(last),
      info,
    ]),
  }
}
