import { minorDigits } from '../money/currency'
import { cmp, div, mul, round, sub, sum, toFixed } from '../money/decimal'

/** Digits kept inside a quotient; results round once, on output. */
const PLACES = 24

export const quotient = (a: string, b: string): string => div(a, b, PLACES)
export const least = (...values: readonly string[]): string =>
  values.reduce((low, value) => (cmp(value, low) < 0 ? value : low))
export const greatest = (...values: readonly string[]): string =>
  values.reduce((high, value) => (cmp(value, high) > 0 ? value : high))
/** The value, or zero where it is negative. */
export const positive = (value: string): string => greatest(value, '0')

/** Written in the minor unit of its currency, half up. */
export const written = (value: string, currency: string): string => toFixed(value, minorDigits(currency))
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
