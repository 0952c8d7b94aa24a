import { div, isDecimal, normalize } from '../../money/decimal'

/** A number as a sheet or a form writes it; undefined for what is none. Thousands, currency signs and blanks go. */
export function numberOf(cell: string): string | undefined {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥$]/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  return isDecimal(text) ? normalize(text) : undefined
}

/** A tax rate as a fraction. `13%`, `13.0000` and `0.13` are the same; a plain number above 1 is a percentage. */
export function rateOf(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim()
  const percent = text.endsWith('%')
  const number = numberOf(percent ? text.slice(0, -1) : text)
  if (number === undefined || number.startsWith('-')) return undefined
  const whole = percent || Number(number) >= 1
  const rate = whole ? div(number, '100', 8) : number
  return Number(rate) <= 1 ? rate : undefined
}

/** A day as 2026-03-01, 2026/3/1, 20260301, 2026年3月1日; undefined for what is none. */
export function dayOf(cell: string): string | undefined {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(cell.normalize('NFKC').trim())
  if (!found) return undefined
  const [, year = '', month = '', date = ''] = found
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day
}
