import { z } from 'zod'

const Json = z.union([
  z.array(z.unknown()),
  z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
])

/**
 * The rows of a tariff as JSON, `{rows: […]}` or the bare list, as texts by field; what is no row stands whole in its code,
 * where the import refuses it by its place. Undefined for text that is neither. Throws a SyntaxError for what is no JSON.
 */
export function tariffJsonRows(text: string): Record<string, string>[] | undefined {
  const read = Json.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
  return read.data?.map((item) => {
    const row = z.record(z.string(), z.union([z.string(), z.number()])).safeParse(item)
    if (!row.success) return { code: JSON.stringify(item).slice(0, 80) }
    return Object.fromEntries(Object.entries(row.data).map(([field, value]) => [field, String(value)]))
  })
}
