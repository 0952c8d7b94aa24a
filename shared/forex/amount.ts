import { minorDigits } from '../money/currency'
import { cmp, div, mul, round, sub, sum, toFixed } from '../money/decimal'

/** Digits kept inside a quotient; results round once, on output. */
const PLACES = 24

export const quotient = (a: string, b: string): string => div(a, b, PLACES)
export const least = (...values: readonly string[]): string =>
  values.reduce((low, value) => (value !== low && cmp(value, low) < 0 ? value : low))
export const greatest = (...values: readonly string[]): string =>
  values.reduce((high, value) => (value !== high && cmp(value, high) > 0 ? value : high))
/** The value, or zero where it is negative. */
export const positive = (value: string): string => (value.startsWith('-') ? greatest(value, '0') : value)
/** Whether a decimal is above zero: without sign and with a digit that is none. */
export const isPositive = (value: string): boolean => !value.startsWith('-') && /[1-9]/.test(value)

/** Written in the minor unit of its currency, half up. */
export function written(value: string, currency: string): string {
  const places = minorDigits(currency)
  // Most amounts come in their minor unit already.
  const whole = value.length - places - 1
  const exact = places > 0 && whole > 0 && value.indexOf('.') === whole
  const plain = value[0] === '0' ? whole === 1 : value[0] !== '-'
  return exact && plain ? value : toFixed(value, places)
}
export const usdText = (value: string): string => toFixed(value, 2)
/** Amounts of the declaration form are whole units. */
export const whole = (value: string): string => round(value, 0)

/** Rounded towards zero to the minor unit: what is derived from a cap must not pass it. */
export function withinCap(value: string, currency: string): string {
  const places = minorDigits(currency)
  const near = round(value, places)
  if (cmp(near, value) <= 0) return near
  return sub(near, div('1', `1${'0'.repeat(places)}`, places))
}

/**
 * Whole units of parts that belong to a total, half up each; where they then miss the total the largest is adjusted.
 * Parts that do not add up to it are only scaled to it.
 */
export function wholeParts(total: string, parts: readonly string[]): string[] {
  const all = sum(parts)
  if (parts.length === 0 || cmp(all, '0') <= 0) return []
  const units = parts.map((part) => whole(quotient(mul(total, part), all)))
  const miss = sub(whole(total), sum(units))
  const largest = units.indexOf(greatest(...units))
  return units.map((unit, at) => (at === largest ? sum([unit, miss]) : unit))
}
