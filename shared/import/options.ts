import { readCurrency } from '../table/clean/currency'
import { isZone } from '../table/clean/zone'
import type { ImportOptions } from './profile'

type OptionName = keyof ImportOptions

const checks: Readonly<Record<OptionName, (value: string) => boolean>> = {
  sheet: (value) => value !== '',
  currency: (value) => readCurrency(value) === value,
  timezone: isZone,
  platform: (value) => value !== '',
  shop: (value) => value !== '',
  direction: (value) => value === 'export' || value === 'import',
  dateOrder: (value) => value === 'dmy' || value === 'mdy',
  decimal: (value) => value === 'point' || value === 'comma',
  weightUnit: (value) => ['kg', 'g', 'lb'].includes(value),
  account: (value) => value !== '',
  month: (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
  source: (value) => value !== '',
  bank: (value) => value !== '',
  unit: (value) => /^[1-9]\d{0,5}$/.test(value),
  quotedAt: (value) => !Number.isNaN(Date.parse(value)),
  logisticsCode: (value) => value !== '',
  logisticsName: (value) => value !== '',
  payCode: (value) => value !== '',
  payName: (value) => value !== '',
}

/** `key=value` pairs → options. `faults` holds every pair that is none: unknown key or a value it cannot take. */
export function readOptions(pairs: readonly string[]): { options: ImportOptions; faults: string[] } {
  const options: Partial<Record<OptionName, string>> = {}
  const faults: string[] = []
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const value = pair.slice(at + 1)
    if (at > 0 && Object.hasOwn(checks, name) && checks[name as OptionName](value))
      options[name as OptionName] = value
    else faults.push(pair)
  }
  return { options: options as ImportOptions, faults }
}
