import { isProvince } from './region'

/** Why a unified social credit code is not one; `check` is the last character. */
export type UsccFault = 'shape' | 'category' | 'region' | 'check'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Registering authority (1st character) → categories it registers (2nd character), GB 32100-2015. */
const categories: Readonly<Record<string, string>> = {
  1: '1239',
  2: '19',
  3: '123459',
  4: '19',
  5: '1239',
  6: '19',
  7: '129',
  8: '19',
  9: '123',
  A: '19',
  N: '1239',
  Y: '1',
}

/** The 18th character that belongs to the first 17 (GB 32100-2015: weights 3^i mod 31). */
export function usccCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17[i] ?? ''), 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** undefined when the code is sound. 10 is the central register, 66 and 99 the Xinjiang corps. */
export function usccFault(code: string): UsccFault | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'shape'
  if (!categories[code.charAt(0)]?.includes(code.charAt(1))) return 'category'
  if (!isProvince(code.slice(2), ['10', '66', '99'])) return 'region'
  return usccCheckCharacter(code) === code[17] ? undefined : 'check'
}
