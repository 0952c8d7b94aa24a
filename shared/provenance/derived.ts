import type { Override, Overrides } from '../model/override'
import type { Text } from '../model/text'

/** Records and papers that values are taken from. One word each, on every screen (`provenance.json`). */
export const sourceRecords = [
  'tariff',
  'party',
  'enterprise',
  'goods',
  'template',
  'order',
  'waybill',
  'payment',
  'zone',
  'file',
  'list',
  'entry',
  'ledger',
  'credit',
  'subject',
  'check',
  'quote',
  'settlement',
  'bop',
  'form',
  'answer',
] as const
export type SourceKind = (typeof sourceRecords)[number]

/**
 * Where a value comes from. `name`: how a person knows the record, `field`: which field of it, `id`: to open it, `how`: in
 * words how it is made of that, where it is not simply what stands there.
 */
export type ValueSource = { record: SourceKind; name?: string; field?: string; id?: string; how?: Text }

/** What the source says of a field now. */
export type Derived = { value: string; source: ValueSource }
/** By field; a field that no source tells is absent. */
export type DerivedValues = Readonly<Record<string, Derived>>

/**
 * How a value stands to its source. `own`: no source tells it, it is typed here. `open`: nothing stands here, the source could
 * fill it in. `derived`: as the source says. `by-hand`: replaced with a reason, over what the source still says. `moved`: the
 * source says something else than it did (来源已变), or than was typed before it was known.
 */
export type Standing = 'own' | 'open' | 'derived' | 'by-hand' | 'moved'

export function standingOf(
  value: string,
  derived: Derived | undefined,
  override: Override | undefined,
): Standing {
  if (!derived) return 'own'
  if (value === derived.value) return 'derived'
  if (override?.value === value) return override.derived === derived.value ? 'by-hand' : 'moved'
  return value === '' ? 'open' : 'moved'
}

/** A record or the values of a form; fields that hold no text have no source. */
type Values = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A field whose source says something else by now. */
export type MovedField = { field: string; value: string; derived: Derived; override?: Override }

export const movedFields = (
  values: Values,
  derived: DerivedValues,
  overrides: Overrides = {},
): MovedField[] =>
  Object.entries(derived).flatMap(([field, now]) => {
    const [value, override] = [textOf(values[field]), overrides[field]]
    return standingOf(value, now, override) === 'moved'
      ? [{ field, value, derived: now, ...(override && { override }) }]
      : []
  })

/** 按来源更新: the values that a record takes over, for those fields whose source says something else. */
export const takenOver = (
  values: Values,
  derived: DerivedValues,
  overrides: Overrides = {},
): Record<string, string> =>
  Object.fromEntries(
    movedFields(values, derived, overrides).map(({ field, derived: { value } }) => [field, value]),
  )

/** Overrides that still say why a value is what it is; of a value that was written over since, the reason is void. */
export function standingOverrides(values: Values, overrides: Overrides | undefined): Overrides | undefined {
  const kept = Object.entries(overrides ?? {}).filter(([field, { value }]) => values[field] === value)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
