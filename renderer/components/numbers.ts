/** Exact decimal text with grouped digits: `-1234567.50` → `-1,234,567.50`. Never goes through a float. */
export function groupDigits(decimal: string): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(decimal) ?? []
  if (whole === undefined) return decimal
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}
