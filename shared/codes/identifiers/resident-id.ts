import { isDay } from '../../time/day'
import { isProvince } from './region'

/** Why a resident identity number is not one. `old`: the 15-digit form, which is no longer valid. */
export type ResidentIdFault = 'shape' | 'old' | 'region' | 'date' | 'check'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character that belongs to the first 17 digits (GB 11643: ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** undefined when the number is sound. A birthday after `today` (yyyyMMdd) is refused where `today` is given. */
export function residentIdFault(id: string, today?: string): ResidentIdFault | undefined {
  if (/^\d{15}$/.test(id)) return 'old'
  if (!/^\d{17}[\dX]$/.test(id)) return 'shape'
  if (!isProvince(id)) return 'region'
  const birthday = id.slice(6, 14)
  if (!isDay(birthday) || birthday < '18500101' || (today && birthday > today)) return 'date'
  return residentIdCheckCharacter(id) === id[17] ? undefined : 'check'
}
