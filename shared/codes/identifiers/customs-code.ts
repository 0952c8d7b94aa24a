import { isProvince } from './region'

/** Why a customs registration number is not one. It has no check digit. */
export type CustomsCodeFault = 'shape' | 'region'

/**
 * Customs registration: 4 digits of the place, 1 character of the kind of zone, 1 of the kind of enterprise,
 * 4 characters of serial. undefined when sound.
 */
export function customsCodeFault(code: string): CustomsCodeFault | undefined {
  if (!/^\d{4}[0-9A-Z]{6}$/.test(code)) return 'shape'
  return isProvince(code) ? undefined : 'region'
}
