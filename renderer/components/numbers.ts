import { minorDigits } from '#shared/money/currency'
import { toFixed } from '#shared/money/decimal'

/** Exact decimal text with grouped digits: `-1234567.50` → `-1,234,567.50`. Never goes through a float. */
export function groupDigits(decimal: string): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(decimal) ?? []
  if (whole === undefined) return decimal
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}

/** An amount with at least the digits of its currency, grouped; digits beyond them stay. Anything else as it is. */
export function showAmount(amount: string, currency: string): string {
  const own = /^-?\d+(?:\.(\d+))?$/.exec(amount)
  if (!own) return amount
  return groupDigits(toFixed(amount, Math.max(minorDigits(currency), own[1]?.length ?? 0)))
}
