import type { Values } from '../message'

const zero = 0x30
const nine = 0x39
const point = 0x2e

/**
 * Digits and at most one point, at most so many before it (leading zeros aside) and after it. A sign, a bare point or
 * blanks are legal decimals in the schema but refused by receivers. Called for every number of every line, so without a
 * regular expression.
 */
export function isPlainDecimal(text: string, whole: number, places: number): boolean {
  let at = 0
  while (text.charCodeAt(at) === zero) at += 1
  const significant = at
  while (isDigit(text.charCodeAt(at))) at += 1
  if (at === 0 || at - significant > whole) return false
  if (at === text.length) return true
  if (text.charCodeAt(at) !== point) return false
  const from = at + 1
  at = from
  while (isDigit(text.charCodeAt(at))) at += 1
  return at === text.length && at > from && at - from <= places
}

const isDigit = (code: number) => code >= zero && code <= nine

/** The value of a field when it is a plain number; undefined when it is absent or something the field checks refuse. */
export function numberOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return value !== undefined && isPlainDecimal(value, Infinity, Infinity) ? value : undefined
}

/** Whether a plain number is nothing: 0, 0.00. */
export function isNothing(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code !== zero && code !== point) return false
  }
  return true
}

/** The value of a field unless it is absent or empty, which mean the same in a message. */
export const textOf = (values: Values, name: string): string | undefined => values[name] || undefined
