import type { RawRow } from '../table/rows'

/** No heading is longer; what is would make the search for brackets one without end. */
const mostLetters = 200

/** A heading without blanks, marks of duty, and what stands in brackets: 征税率（%）* is 征税率. */
export const plainHeading = (text: string): string =>
  text
    .slice(0, mostLetters)
    .normalize('NFKC')
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase()

/** Which column holds which field, from the row of the first 30 that names most of them; undefined when none does. */
export function headerColumns<F extends string>(
  rows: readonly RawRow[],
  names: Readonly<Record<F, readonly string[]>>,
  needed: readonly NoInfer<F>[],
): { row: number; columns: ReadonlyMap<F, number>; unknown: string[] } | undefined {
  const known = new Map<string, F>()
  for (const field of Object.keys(names) as F[])
    for (const name of names[field]) known.set(plainHeading(name), field)
  let best: { row: number; columns: Map<F, number>; unknown: string[] } | undefined
  for (const { row, cells } of rows.slice(0, 30)) {
    const columns = new Map<F, number>()
    const unknown: string[] = []
    cells.forEach((cell, at) => {
      const field = known.get(plainHeading(cell))
      if (field !== undefined && !columns.has(field)) columns.set(field, at)
      else if (cell.trim() !== '') unknown.push(cell.trim())
    })
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns, unknown }
  }
  return best && needed.every((field) => best.columns.has(field)) ? best : undefined
}
