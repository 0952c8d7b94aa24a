import type { Condition, Filter } from '../../data/port'

/** What the officer set above a list. `days` are inclusive; values of one column are alternatives. */
export type Chosen = {
  values: Readonly<Record<string, readonly string[]>>
  days: readonly [from: string, to: string] | undefined
  numbers: readonly string[] | undefined
}
export const nothingChosen: Chosen = { values: {}, days: undefined, numbers: undefined }

/** Whether the officer narrowed the list: then that it is empty says nothing of the book. */
export const isNarrowed = ({ values, days, numbers }: Chosen): boolean =>
  days !== undefined || numbers !== undefined || Object.values(values).some((chosen) => chosen.length > 0)

/** The filter of a list: what was preset for it and what the officer chose, all of which must hold. */
export function filterOf(preset: Filter, { values, days, numbers }: Chosen): Filter {
  const where: Condition[] = [...(preset.where ?? [])]
  for (const [column, chosen] of Object.entries(values)) {
    if (chosen.length > 0) where.push({ column, is: 'in', values: [...chosen] })
  }
  if (days) where.push({ column: 'day', is: 'between', from: days[0], to: days[1] })
  return { ...preset, where, ...(numbers && { numbers: [...numbers] }) }
}

const before = '.before'

/**
 * Params of a room as a filter: every param is a column, several values a comma apart; `COLUMN.before` is the latest
 * value of a column; `id` is the row itself.
 */
export function presetOf(params: Readonly<Record<string, string>>): Filter {
  const { id, ...columns } = params
  const where = Object.entries(columns).map(([column, value]): Condition =>
    column.endsWith(before)
      ? { column: column.slice(0, -before.length), is: 'between', to: value }
      : { column, is: 'in', values: value.split(',') },
  )
  return { where, ...(id !== undefined && { ids: [id] }) }
}
