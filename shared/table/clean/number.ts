import { normalize } from '../../money/decimal'
import { readMark } from './currency'
import { narrowed, trimmed } from './text'

export type DecimalStyle = 'point' | 'comma'

/** What one value says about how its file writes decimals. */
export type DecimalEvidence = DecimalStyle | 'ambiguous' | undefined

/** Letters (a full stop belongs to `Rs.`) or a sign before or after the digits. */
const MARK_BEFORE = /^(?:\p{L}+\.(?=\d)|[\p{L}]*\p{Sc}?)/u
const MARK_AFTER = /[\p{L}\p{Sc}]+\.?$/u

/** Digits and separators with their sign, and what a mark beside them says about the currency. */
type Bare = { body: string; currency: string | undefined }

/** Digits, separators and sign alone; undefined for anything that is not written as a number. */
function bare(text: string): Bare | undefined {
  let body = narrowed(trimmed(text)).replace(/[\s\u00a0'’\u202f]/g, '')
  let negative = false
  const parenthesised = /^\((.+)\)$/.exec(body)
  if (parenthesised) {
    negative = true
    body = parenthesised[1] as string
  }
  body = body.replace(/[−–]/g, '-')
  let currency: string | undefined
  const strip = (found: RegExpExecArray | null): boolean => {
    const mark = found?.[0] ?? ''
    if (mark === '') return true
    const named = readMark(mark)
    currency ||= named
    body = found?.index === 0 ? body.slice(mark.length) : body.slice(0, -mark.length)
    return named !== undefined
  }
  for (let pass = 0; pass < 2; pass++) {
    if (/^[+-]/.test(body)) {
      negative = negative !== body.startsWith('-')
      body = body.slice(1)
    }
    if (!strip(MARK_BEFORE.exec(body))) return undefined
  }
  if (!strip(MARK_AFTER.exec(body))) return undefined
  if (/^[^-]+-$/.test(body)) {
    negative = !negative
    body = body.slice(0, -1)
  }
  if (!/^[\d.,]*\d[\d.,]*$/.test(body)) return undefined
  return { body: (negative ? '-' : '') + body, currency }
}

/** How the separators of one number must be read, if it tells. */
export function decimalEvidence(text: string): DecimalEvidence {
  if (!/[.,，．]/.test(text)) return undefined
  const body = bare(text)?.body.replace('-', '')
  if (body === undefined) return undefined
  const comma = body.lastIndexOf(',')
  const point = body.lastIndexOf('.')
  if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point'
  if (comma >= 0) {
    if (
      /^\d{1,3}(,\d{3}){2,}$/.test(body) ||
      (/^\d{1,2}(,\d{2})*,\d{3}$/.test(body) && body.split(',').length > 2)
    )
      return 'point'
    return /^[1-9]\d{0,2},\d{3}$/.test(body) ? 'ambiguous' : 'comma'
  }
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(body)) return 'comma'
  return /^[1-9]\d{0,2}\.\d{3}$/.test(body) ? undefined : 'point'
}

/** `currency`: of the mark beside the number, `''` where the mark names several. */
export type DecimalReading =
  { value: string; currency?: string } | { fault: 'not-a-number' | 'scientific' | 'ambiguous' }

/**
 * A number as platforms write it (signs, currency marks, grouping, accounting parentheses) as canonical decimal text.
 * `style` is what the whole file decided; without one a lone comma group is ambiguous and refused, a point is decimal.
 */
export function readDecimal(text: string, style: DecimalStyle | undefined): DecimalReading {
  if (/^-?\d{1,15}(\.\d{1,12})?$/.test(text) && style !== 'comma') return { value: normalize(text) }
  const found = bare(text)
  if (found === undefined) {
    return { fault: /^[+-]?[\d.,]+e[+-]?\d+$/i.test(trimmed(text)) ? 'scientific' : 'not-a-number' }
  }
  if (style === undefined && decimalEvidence(text) === 'ambiguous') return { fault: 'ambiguous' }
  const { body, currency } = found
  const decimalMark = style === 'comma' ? ',' : '.'
  const groupMark = style === 'comma' ? '.' : ','
  const [whole = '', fraction, ...more] = body.replace('-', '').split(decimalMark)
  const groups = whole.split(groupMark)
  const grouped =
    groups.length === 1 ||
    (groups.slice(1).every((group) => /^\d{2,3}$/.test(group)) &&
      /^\d{3}$/.test(groups.at(-1) ?? '') &&
      /^\d{1,3}$/.test(groups[0] ?? ''))
  if (more.length > 0 || !grouped || fraction?.includes(groupMark)) return { fault: 'not-a-number' }
  const digits = groups.join('') || '0'
  const sign = body.startsWith('-') ? '-' : ''
  const value = normalize(fraction ? `${sign}${digits}.${fraction}` : `${sign}${digits}`)
  return currency === undefined ? { value } : { value, currency }
}
