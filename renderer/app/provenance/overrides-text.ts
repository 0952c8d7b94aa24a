import { Overrides, type Overrides as ByField } from '#shared/model/override'
import type { FormValues } from '../../components/record-form/types'

/** Field of a form that holds the overrides of its record: kept, undone and dropped with the other input. */
export const overridesField = 'overrides'

export const overridesText = (overrides: ByField | undefined): string =>
  overrides && Object.keys(overrides).length > 0 ? JSON.stringify(overrides) : ''

/** What the form holds of them. */
export const overridesIn = (values: FormValues): ByField => {
  const text = values[overridesField] ?? ''
  return text === '' ? {} : (Overrides.parse(JSON.parse(text)) ?? {})
}
