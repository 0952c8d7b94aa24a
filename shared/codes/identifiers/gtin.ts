/** Whether a text has the form of a GTIN-8, -12, -13 or -14, sound or not. */
export const looksLikeGtin = (text: string) => /^(\d{8}|\d{12,14})$/.test(text)

/** Whether the last digit of a GTIN fits the others (GS1: weights 3 and 1 from the right). */
export function isGtin(text: string): boolean {
  if (!looksLikeGtin(text)) return false
  let sum = 0
  for (let i = text.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) sum += weight * Number(text[i])
  return (10 - (sum % 10)) % 10 === Number(text.at(-1))
}
