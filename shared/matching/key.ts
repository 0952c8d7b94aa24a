/** Blanks of every width, and the marks that are invisible on screen. */
const BLANK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu
const DASH = /\p{Pd}/gu

/**
 * A number reduced to what a person sees: case, blanks, full width, kinds of dash, a leading `#` or `'` and leading
 * zeros do not count. Equal reductions of unequal numbers are a near miss, to be confirmed, never silently equal.
 */
export function reduceKey(number: string): string {
  const plain = number.normalize('NFKC').replace(BLANK, '').replace(DASH, '-').toLowerCase()
  return plain.replace(/^[#']+/, '').replace(/^0+(?=.)/, '')
}
