import type { EntryFault, EntryValues } from '../../entry/entry-faults'
import { beforeDeclaring } from '../before-declaring'
import type { LastPurchases } from '../last-purchases'

/** Field of a planned line → field of an item of the 报关单. */
const fields: Readonly<Record<string, string>> = { name: 'gname', unit: 'unit', originPlace: 'source' }

/**
 * What would cost the refund, of a 报关单 as it is being noted: items whose goods were bought for a refund, held against the
 * supplier's last invoice. Warnings by item, the field as `items.N.field` like every other fault of a 报关单.
 * @param unit name of a unit that is written as its code
 */
export function entryRemarks(
  values: EntryValues,
  items: readonly EntryValues[],
  purchases: LastPurchases,
  unit: (code: string) => string,
): EntryFault[] {
  return items.flatMap((item, at) => {
    const text = (field: string) => (item[field] ?? '').trim()
    const given = <K extends string>(name: K, value: string) =>
      (value === '' ? {} : { [name]: value }) as Partial<Record<K, string>>
    const invoice = text('gname') === '' ? undefined : purchases.of({ names: [text('gname')] })
    if (invoice?.invoice.usage !== 'rebate') return []
    const found = beforeDeclaring({
      id: String(at + 1),
      item: {
        name: text('gname'),
        hsCode: text('gcode'),
        supervisionMode: (values['tradeMode'] ?? '').trim(),
        exportDate: (values['exportDate'] ?? '').trim(),
        ...given('qty', text('qty')),
        ...given('unit', unit(text('unit'))),
        ...given('qty1', text('qty1')),
        ...given('unit1', unit(text('unit1'))),
        ...given('qty2', text('qty2')),
        ...given('unit2', unit(text('unit2'))),
        ...given('originPlace', text('source')),
      },
      invoice,
    })
    return found.flatMap(({ rule, field, text: message, fix }) => {
      const own = fields[field]
      return own === undefined
        ? []
        : [
            {
              field: `items.${at}.${own}`,
              rule,
              severity: 'warn' as const,
              value: text(own),
              message,
              fix,
            },
          ]
    })
  })
}
