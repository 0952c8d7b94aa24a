/** Whether a number has the form of a card of a Chinese bank: 16 to 19 digits that begin with 62. */
export const looksLikeBankCard = (text: string): boolean => /^62\d{14,17}$/.test(text)

/** Whether the last digit of a card fits the others (ISO/IEC 7812-1 annex B, "Luhn"). */
export function isLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  let sum = 0
  for (let i = digits.length - 1, doubled = false; i >= 0; i--, doubled = !doubled) {
    const digit = Number(digits[i]) * (doubled ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
