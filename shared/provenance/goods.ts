import type { Proposal } from '../control/flags'
import type { TariffRow } from '../tariff/tariff'
import type { DerivedValues, ValueSource } from './derived'

/**
 * What the line of the tariff says of goods with its code: statutory units, and 涉证, 涉检, 出口关税 as proposed from its 监管条件.
 * @param edition name of the tariff the line stands in
 */
export function derivedOfGoods(
  row: TariffRow | undefined,
  proposals: readonly Proposal[],
  edition: string,
): DerivedValues {
  if (!row) return {}
  const source = (field: string): ValueSource => ({ record: 'tariff', name: edition, field })
  const units = (['unit1', 'unit2'] as const).flatMap((field) => {
    const unit = row[field]
    return unit === undefined ? [] : [[field, { value: unit, source: source(field) }] as const]
  })
  return {
    ...Object.fromEntries(units),
    ...Object.fromEntries(
      proposals.map(({ field, value }) => [field, { value, source: source('conditions') }]),
    ),
  }
}
