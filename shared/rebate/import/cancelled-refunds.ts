import type { CancelledRefund } from '../../model/rebate/common'
import type { Text } from '../../model/text'
import { isDay } from '../../time/day'

/** A row that was not taken: its number as the text has it, what stands there, what is wrong and what to do. */
export type RefusedRow = { row: number; text: string; why: Text }

const why = (zh: string, en: string): Text => ({ zh, en })
const noCode = why(
  '第 1 列不是商品代码：填 4 至 10 位数字，前几位代表其下所有商品',
  'Column 1 is no HS code: give 4 to 10 digits, the first ones stand for all goods below them',
)
const noDay = why(
  '第 2 列不是日期：填从哪个出口日期起取消，如 2024-12-01',
  'Column 2 is no day: give the export date it holds from, as 2024-12-01',
)
const twice = (first: number): Text =>
  why(`与第 ${first} 行的商品代码和日期相同：删去一行`, `Same code and day as row ${first}: drop one of them`)

/** `2024-12-1`, `2024/12/01`, `2024.12.01`, `20241201` or `2024年12月1日` as a day; undefined of anything else. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')]
  return isDay(parts.join('')) ? parts.join('-') : undefined
}

/** A first row without any digit is the heading of a sheet. */
const isHeading = (row: string, at: number): boolean => at === 0 && !/\d/.test(row)

/**
 * 取消出口退（免）税清单 as it is pasted from a sheet: HS code or its first digits, the export date it holds from, and the
 * document. Columns are apart by tabs, commas or spaces; dots in a code are left out. A row that is none of that is named.
 */
export function readCancelledRefunds(text: string): { list: CancelledRefund[]; refused: RefusedRow[] } {
  const list: CancelledRefund[] = []
  const refused: RefusedRow[] = []
  const rowOf = new Map<string, number>()
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '' || isHeading(line, at)) return
    const [, first = '', second = '', rest = ''] =
      /^\s*([^\s,，]+)[\s,，]*([^\s,，]*)[\s,，]*(.*?)\s*$/.exec(line) ?? []
    const code = first.replaceAll('.', '')
    const from = dayOf(second)
    const refuse = (because: Text) => refused.push({ row: at + 1, text: line.trim(), why: because })
    if (!/^\d{4,10}$/.test(code)) return void refuse(noCode)
    if (from === undefined) return void refuse(noDay)
    const known = rowOf.get(`${code} ${from}`)
    if (known !== undefined) return void refuse(twice(known))
    rowOf.set(`${code} ${from}`, at + 1)
    list.push({ code, from, ...(rest !== '' && { document: rest }) })
  })
  return { list, refused }
}

/** The list as it can be pasted again. */
export const writeCancelledRefunds = (list: readonly CancelledRefund[]): string =>
  list.map(({ code, from, document = '' }) => [code, from, document].join('\t').trimEnd()).join('\n')
