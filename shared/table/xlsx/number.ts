/** Excel's day numbers count from here; 1900 was no leap year but Excel believes it was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const DAY = 86_400_000

/** Excel calculates, shows and accepts this many digits; what a file holds beyond them is binary noise. */
const DIGITS = 15

/**
 * A stored number as plain decimal text. The file holds a double with up to 17 digits, 2.5499999999999998 for 2.55 and
 * 0.30000000000000004 for a sum of 0.1 and 0.2; rounded to Excel's own 15 digits it is what the user entered and sees.
 * Whole numbers beyond 15 digits keep theirs, so that the refusal of a damaged id can show what the file says.
 */
export function plainNumber(stored: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)))
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = match
  const digits = first + rest
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** A day number as text: date, time of day, or both, whichever the number holds; undefined when it is no date. */
export function serialText(stored: string, from1904: boolean): string | undefined {
  const serial = Number(stored)
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined
  const shifted = from1904 || serial >= 60 ? serial : serial + 1
  const iso = new Date(
    (from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((shifted * DAY) / 1000) * 1000,
  ).toISOString()
  const clock = iso.slice(11, 19)
  if (serial < 1 && !from1904) return clock
  return clock === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${clock}`
}
